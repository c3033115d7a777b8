import { lettersOf } from '../options.ts';
import { isRaw } from '../reading.ts';
import { TO_BE_WRITTEN, type WrittenCard } from './format.ts';

/** A card with everything that it must have, and the names of what its author still has to write. */
export interface Completed {
  readonly card: WrittenCard;
  readonly missing: readonly string[];
}

const DIFFICULTY = 2;

/** Fills what a foreign format does not know, so that the card passes the checker. Keys are never made up. */
export function completed(written: WrittenCard): Completed {
  const whyless = lettersWithoutWhy(written);
  const texts = ['explanation', 'source', ...(lacksCorrection(written) ? ['correction'] : [])];
  const textless = texts.filter((key) => written[key] === undefined);
  const card = {
    ...written,
    difficulty: written['difficulty'] ?? DIFFICULTY,
    ...Object.fromEntries(textless.map((key) => [key, TO_BE_WRITTEN])),
    ...(whyless.length > 0 ? { why: whyWith(written['why'], whyless) } : {}),
  };
  return { card, missing: [...textless, ...whyless.map((letter) => `why ${letter}`)] };
}

/** What the author is told of a completed card; null where nothing was missing. */
export function completionNote(written: WrittenCard, missing: readonly string[]): string | null {
  const parts = [
    ...(missing.length > 0 ? [`still to be written: ${missing.join(', ')}`] : []),
    ...(written['difficulty'] === undefined ? [`difficulty ${DIFFICULTY} is assumed`] : []),
  ];
  return parts.length > 0 ? parts.join('; ') : null;
}

function lacksCorrection({ kind, key, correction }: WrittenCard): boolean {
  return kind === 'true-false' && key === false && correction === undefined;
}

function lettersWithoutWhy(card: WrittenCard): string[] {
  const given = lettersOf(card['why']);
  return wrongLetters(card).filter((letter) => !given.some((other) => other === letter));
}

/** The letters of what is wrong; none where the key is not understood. */
function wrongLetters({ kind, key, options, statements }: WrittenCard): string[] {
  if (kind === 'kprime') {
    return isRaw(key) ? lettersOf(statements).filter((letter) => key[letter] === false) : [];
  }
  if (kind !== 'single' && kind !== 'several') return [];
  const right: readonly unknown[] = Array.isArray(key) ? key : [key];
  return lettersOf(options).filter((letter) => !right.includes(letter));
}

function whyWith(why: unknown, letters: readonly string[]): object {
  const given = isRaw(why) ? why : {};
  const all = [...lettersOf(given), ...letters].sort();
  return Object.fromEntries(all.map((letter) => [letter, given[letter] ?? TO_BE_WRITTEN]));
}
