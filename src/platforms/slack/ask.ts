import type { types } from '@slack/bolt';
import { askItems } from '../../chat/ask-items.ts';
import { encodePress } from '../../chat/press.ts';
import type { Texts } from '../../chat/texts/index.ts';
import { type Ask, letterOf, type PicksAsk } from '../../chat/view.ts';
import { encodeAsk } from './ask-code.ts';
import { type Blocks, type Purse, section } from './blocks.ts';
import { LIMITS, MOST_BUTTONS } from './limits.ts';
import { plain } from './text.ts';

/** The ids by which what comes back is known again. */
export const IDS = {
  /** Begins the action of everything that carries a press; what follows only tells neighbours apart. */
  press: 'press',
  /** The menu of a long list of options: the chosen option carries the press. */
  pick: 'pick',
  /** The boxes of a question with several right options; ticking one means nothing yet. */
  ticks: 'ticks',
  /** Sends the ticked boxes. */
  send: 'send',
  /** Begins the action of a button that stands for a command line. */
  command: 'command',
  /** Shows what a form would do as it is filled in. */
  preview: 'preview',
  /** Opens the form of a question that is answered in words or by placing things. */
  open: 'open',
} as const;

/** What members choose from, and the means to do it. */
export function askBlocks(ask: Ask, purse: Purse, texts: Texts): Blocks {
  return [...itemBlocks(ask, purse), ...meansOf(ask, texts)];
}

/** Letters with their texts; a group each for the two sides of pairs. */
function itemBlocks(ask: Ask, purse: Purse): Blocks {
  return askItems(ask).map((items) => {
    const most = Math.floor(LIMITS.section / Math.max(1, items.length)) - 6;
    const lines = items.map(({ mark, text }) => `${mark}   ${plain(text, most).text}`);
    return section(plain(lines.join('\n'), purse.next(LIMITS.section)), purse);
  });
}

function meansOf(ask: Ask, texts: Texts): Blocks {
  switch (ask.kind) {
    case 'picks':
      return ask.picks === 'one' ? [onePick(ask, texts)] : severalPicks(ask, texts);
    case 'marks':
    case 'texts':
    case 'order':
    case 'match': {
      const { open } = texts.answerForm;
      const button = { action_id: IDS.open, value: encodeAsk(ask), style: 'primary' } as const;
      return [
        { type: 'actions', elements: [{ type: 'button', text: plain(open, 75), ...button }] },
      ];
    }
    case 'self':
      return [];
  }
}

function onePick(ask: PicksAsk, texts: Texts): types.ActionsBlock {
  const pressOf = (pick: number): string =>
    encodePress({ kind: 'answer', round: ask.round, picks: [pick] });
  if (ask.options.length <= MOST_BUTTONS) {
    const elements = ask.options.map(
      (option, at): types.Button => ({
        type: 'button',
        text: plain(letterOf(at), LIMITS.buttonText),
        accessibility_label: plain(`${letterOf(at)}: ${option}`, LIMITS.accessibility).text,
        action_id: `${IDS.press}-${at}`,
        value: pressOf(at),
      }),
    );
    return { type: 'actions', elements };
  }
  const menu: types.StaticSelect = {
    type: 'static_select',
    action_id: IDS.pick,
    placeholder: plain(texts.answerForm.choose, LIMITS.placeholder),
    options: optionsOf(ask, pressOf),
  };
  return { type: 'actions', elements: [menu] };
}

/** Ticks count when they are sent: a box ticked by mistake is nobody's answer. */
function severalPicks(ask: PicksAsk, texts: Texts): Blocks {
  const options = optionsOf(ask, String);
  const send: types.Button = {
    type: 'button',
    text: plain(texts.answerForm.send, LIMITS.buttonText),
    style: 'primary',
    action_id: IDS.send,
    value: ask.round,
  };
  if (options.length <= LIMITS.checkboxes) {
    const boxes: types.Checkboxes = { type: 'checkboxes', action_id: IDS.ticks, options };
    return [{ type: 'actions', elements: [boxes, send] }];
  }
  const placeholder = plain(texts.answerForm.choose, LIMITS.placeholder);
  const menu = { type: 'multi_static_select', action_id: IDS.ticks, placeholder, options } as const;
  const text = plain(texts.answerForm.choose, LIMITS.section);
  return [
    { type: 'section', text, accessory: menu },
    { type: 'actions', elements: [send] },
  ];
}

function optionsOf(ask: PicksAsk, codeOf: (at: number) => string): types.PlainTextOption[] {
  return ask.options.slice(0, LIMITS.options).map((option, at) => ({
    text: plain(`${letterOf(at)}   ${option}`, LIMITS.optionText),
    value: codeOf(at),
  }));
}
