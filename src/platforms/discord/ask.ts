import {
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { encodePress } from '../../chat/press.ts';
import type { Texts } from '../../chat/texts/index.ts';
import { type Action, type Ask, letterOf, type PicksAsk } from '../../chat/view.ts';
import { LIMITS } from './limits.ts';
import { encodeOwn } from './own-press.ts';
import { cleaned, cut } from './text.ts';

/** Options this short stand on their buttons. */
const SHORT_OPTION = 30;

/** Whether the buttons say all that there is to choose from. */
export function areOnButtons({ picks, options }: PicksAsk): boolean {
  return (
    hasButtons({ picks, options }) &&
    options.every((option) => option.length <= SHORT_OPTION && cleaned(option, 'one') === option)
  );
}

const hasButtons = ({ picks, options }: Pick<PicksAsk, 'picks' | 'options'>): boolean =>
  picks === 'one' && options.length <= LIMITS.buttonsInRow;

/** How members answer: nothing in it depends on the key. */
export function askControls(ask: Ask, texts: Texts): APIComponentInMessageActionRow[] {
  const { round } = ask;
  switch (ask.kind) {
    case 'picks':
      return picksControls(ask, texts);
    case 'marks':
      return [opener({ kind: 'mark', round, count: ask.statements.length }, texts)];
    case 'texts':
      return [opener({ ...ask, kind: 'write' }, texts)];
    case 'order':
      return [opener({ kind: 'order', round, count: ask.items.length }, texts)];
    case 'match':
      return [opener({ kind: 'match', round, count: ask.lefts.length }, texts)];
    case 'self':
      return [];
  }
}

function opener(press: Parameters<typeof encodeOwn>[0], texts: Texts) {
  return button(texts.discord.answer, encodeOwn(press), ButtonStyle.Primary);
}

function picksControls(ask: PicksAsk, texts: Texts): APIComponentInMessageActionRow[] {
  if (!hasButtons(ask)) return [menu(ask, texts)];
  return ask.options.map((option, at) => {
    const label = areOnButtons(ask) ? `${letterOf(at)} · ${option}` : letterOf(at);
    const press = encodePress({ kind: 'answer', round: ask.round, picks: [at] });
    return button(label, press, ButtonStyle.Primary);
  });
}

function menu(ask: PicksAsk, texts: Texts): APIComponentInMessageActionRow {
  const options = ask.options.slice(0, LIMITS.menuOptions).map((option, at) => ({
    label: cut(`${letterOf(at)} · ${cleaned(option, 'one')}`, LIMITS.menuLabel),
    value: String(at),
  }));
  return {
    type: ComponentType.StringSelect,
    custom_id: encodeOwn({ kind: 'choose', round: ask.round }),
    placeholder: ask.picks === 'one' ? texts.discord.chooseOne : texts.discord.chooseAll,
    min_values: 1,
    max_values: ask.picks === 'one' ? 1 : options.length,
    options,
  };
}

/** The buttons of a view, each press once. */
export function actionButtons(actions: readonly Action[]): APIButtonComponentWithCustomId[] {
  const byPress = new Map(actions.map((action) => [encodePress(action.press), action]));
  return [...byPress]
    .slice(0, LIMITS.actions)
    .map(([press, { label }]) => button(label, press, ButtonStyle.Secondary));
}

function button(
  label: string,
  custom_id: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  const shown = cut(cleaned(label, 'one'), LIMITS.buttonLabel) || '…';
  return { type: ComponentType.Button, style, label: shown, custom_id };
}
