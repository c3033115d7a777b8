import type { Word } from './words.ts';

/** Words written together, so that "hyper-visor", "hyper visor" and "hypervisor" are one text. */
export interface Passage {
  readonly words: readonly Word[];
  /** All words; a space only where two digits would meet. */
  readonly signs: string;
  /** Where each word begins in `signs`. */
  readonly starts: readonly number[];
  /** From where a word ends in `signs` to the index of the next word. */
  readonly nexts: ReadonlyMap<number, number>;
  /** From where a loose word begins in `signs` to where it ends. */
  readonly skips: ReadonlyMap<number, number>;
}

/** @param loose words that may stand between those of a phrase */
export function passageOf(words: readonly Word[], loose: ReadonlySet<string> = NONE): Passage {
  let signs = '';
  const starts: number[] = [];
  const nexts = new Map<number, number>();
  const skips = new Map<number, number>();
  for (const [at, { text }] of words.entries()) {
    signs += gapBetween(signs, text);
    starts.push(signs.length);
    signs += text;
    nexts.set(signs.length, at + 1);
    if (loose.has(text)) skips.set(signs.length - text.length, signs.length);
  }
  return { words, signs, starts, nexts, skips };
}

const NONE: ReadonlySet<string> = new Set();

/** "1 0" is not "10". */
export function gapBetween(before: string, after: string): '' | ' ' {
  return /\d$/.test(before) && /^\d/.test(after) ? ' ' : '';
}
