import { type Ask, letterOf } from './view.ts';

/** A line of what an ask shows, with the letter or number that members call it by. */
export interface AskItem {
  readonly mark: string;
  readonly text: string;
}

const lettered = (texts: readonly string[]): AskItem[] =>
  texts.map((text, at) => ({ mark: letterOf(at), text }));

/** Groups of lines: one for most asks, lefts and rights for pairs, none where words are asked for. */
export function askItems(ask: Ask): readonly (readonly AskItem[])[] {
  switch (ask.kind) {
    case 'picks':
      return [lettered(ask.options)];
    case 'marks':
      return [lettered(ask.statements)];
    case 'order':
      return [lettered(ask.items)];
    case 'match':
      return [ask.lefts.map((text, at) => ({ mark: String(at + 1), text })), lettered(ask.rights)];
    case 'texts':
    case 'self':
      return [];
  }
}
