import type { types } from '@slack/bolt';
import { plainText } from '../../chat/plain.ts';
import { encodePress } from '../../chat/press.ts';
import type { Texts } from '../../chat/texts/index.ts';
import type { Action, Tone, View } from '../../chat/view.ts';
import { askBlocks, IDS } from './ask.ts';
import { type Blocks, blocksOf, budgetOf } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { inertMarkup, lineText, type Names, plain } from './text.ts';
import type { Pictures } from './uploads.ts';

/** A message as Slack takes it. */
export interface Message {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: Blocks;
}

const EMBLEMS: Readonly<Record<Tone, string>> = {
  question: '',
  right: '✅ ',
  partly: '◐ ',
  wrong: '✗ ',
  news: '',
  refusal: '⚠ ',
};

/** A view as a message within Slack's limits: nothing in it is read as markup that we did not write. */
export function renderMessage(view: View, names: Names, texts: Texts, pictures: Pictures): Message {
  const summary = plainText(view, { member: (id) => id });
  return {
    text: inertMarkup(summary, LIMITS.notification),
    blocks: viewBlocks(view, LIMITS.messageBlocks, names, texts, pictures),
  };
}

/** The blocks of a view, `most` of them; where there are more, its body gives way, never its buttons. */
export function viewBlocks(
  view: View,
  most: number,
  names: Names,
  texts: Texts,
  pictures: Pictures,
): Blocks {
  const purse = budgetOf(LIMITS.message);
  const title = plain(`${EMBLEMS[view.tone]}${view.title}`, LIMITS.header);
  const head: Blocks = [{ type: 'header', text: title }];
  const ask = view.ask ? askBlocks(view.ask, purse, texts) : [];
  const body = view.blocks.flatMap((block) => blocksOf(block, purse, { names, pictures, texts }));
  const tail = [...actionBlocks(view.actions), ...footerBlocks(view, names)];
  const room = most - head.length - ask.length - tail.length;
  return [...head, ...body.slice(0, Math.max(0, room)), ...ask, ...tail];
}

function actionBlocks(actions: readonly Action[]): Blocks {
  if (actions.length === 0) return [];
  const elements = actions.slice(0, LIMITS.actions).map(
    ({ label, press }, at): types.Button => ({
      type: 'button',
      text: plain(label, LIMITS.buttonText),
      action_id: `${IDS.press}-action-${at}`,
      value: encodePress(press),
    }),
  );
  return [{ type: 'actions', elements }];
}

function footerBlocks({ footer }: View, names: Names): Blocks {
  if (footer === null || footer === '') return [];
  return [{ type: 'context', elements: [lineText(footer, LIMITS.context, names)] }];
}
