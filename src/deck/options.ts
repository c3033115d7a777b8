import { z } from 'zod';
import { quoted } from './fault.ts';
import { twinsAmong } from './folding.ts';
import { TEXT_LIMITS } from './limits.ts';
import { isRaw, type Problem, type Raw } from './reading.ts';
import { text } from './texts.ts';

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Letter = (typeof LETTERS)[number];

/** At least so many options, at most six, by their letters. */
export function options(fewest: 3 | 4) {
  const option = text(TEXT_LIMITS.option, `${fewest} to 6 options, by the letters A to F`);
  const rest = option.optional();
  return z
    .strictObject({
      A: option,
      B: option,
      C: option,
      D: fewest > 3 ? option : rest,
      E: rest,
      F: rest,
    })
    .describe(`${fewest} to 6 options, by the letters A to F`);
}

const reason = text(TEXT_LIMITS.why, 'say in one sentence why it is wrong').optional();

/** Beside each wrong option. */
export const why = z
  .strictObject({ A: reason, B: reason, C: reason, D: reason, E: reason, F: reason })
  .describe('for each wrong option one sentence why it is wrong');

/** The letters that a mapping uses, in order. */
export function lettersOf(mapping: unknown): Letter[] {
  return isRaw(mapping) ? LETTERS.filter((letter) => Object.hasOwn(mapping, letter)) : [];
}

/** The letter as one of the options, or the fault. */
export function keyProblems(keys: readonly unknown[], letters: readonly Letter[]): Problem[] {
  const range = letters.length > 1 ? `${letters[0]}–${letters.at(-1)}` : letters[0];
  return keys
    .filter((key) => range !== undefined && typeof key === 'string' && !isAmong(key, letters))
    .map((key) => ({
      path: ['key'],
      message: `key ${wordOf(key)} is not among the options ${range}`,
    }));
}

function wordOf(key: unknown): string {
  const word = String(key);
  return /^\w{1,20}$/.test(word) ? word : quoted(word);
}

export function isAmong(key: unknown, letters: readonly Letter[]): key is Letter {
  return letters.some((letter) => letter === key);
}

/** What must hold among options and the reasons beside them. `right`: null where the key is not understood. */
export function optionProblems(raw: Raw, right: readonly Letter[] | null): Problem[] {
  const letters = lettersOf(raw['options']);
  return [
    ...gapProblems(letters),
    ...twinProblems('options', raw['options']),
    ...(letters.length > 0 ? whyProblems(raw['why'], { letters, right, ...OPTION }) : []),
  ];
}

function gapProblems(letters: readonly Letter[]): Problem[] {
  return letters
    .filter((letter, at) => letter !== LETTERS[at] && letters[at - 1] === LETTERS[at - 1])
    .slice(0, 1)
    .map((letter) => ({
      path: ['options', letter],
      message: `option ${letter} follows a gap; letter the options ${LETTERS.slice(0, letters.length).join(', ')}`,
    }));
}

/** Entries of a lettered mapping that a member could not tell apart. */
export function twinProblems(name: 'options' | 'statements', written: unknown): Problem[] {
  const entries = lettersOf(written).map((letter) => [letter, (written as Raw)[letter]] as const);
  return twinsAmong(entries).map(([first, later]) => ({
    path: [name, later],
    message: `${name} ${first} and ${later} are the same; change one`,
  }));
}

/** What reasons stand beside, and the words for it. */
interface Beside {
  readonly letters: readonly Letter[];
  /** Which need no reason; null where the key is not understood. */
  readonly right: readonly Letter[] | null;
  readonly noun: 'option' | 'statement';
  readonly isRight: 'right' | 'true';
  readonly isWrong: 'wrong' | 'false';
}

const OPTION = { noun: 'option', isRight: 'right', isWrong: 'wrong' } as const;

export function whyProblems(written: unknown, beside: Beside): Problem[] {
  const { letters, right, noun, isRight, isWrong } = beside;
  const given = lettersOf(written);
  const wanted = right && isRaw(written) ? without(letters, right) : [];
  const said = (letter: Letter, message: string): Problem => ({ path: ['why', letter], message });
  return [
    ...without(wanted, given).map((at) =>
      said(at, `why ${at} is missing: say in one sentence why ${noun} ${at} is ${isWrong}`),
    ),
    ...without(given, letters).map((at) => said(at, `why ${at} has no ${noun} ${at}; remove it`)),
    ...given
      .filter((at) => right?.includes(at))
      .map((at) =>
        said(at, `why ${at} stands beside a ${isRight} ${noun}; move it to the explanation`),
      ),
  ];
}

function without(letters: readonly Letter[], others: readonly Letter[]): Letter[] {
  return letters.filter((letter) => !others.includes(letter));
}

/** Options and reasons as the card holds them: side by side. */
export function sideBySide(
  written: Partial<Record<Letter, string | undefined>>,
  reasons: Partial<Record<Letter, string | undefined>>,
): { letters: Letter[]; options: string[]; why: (string | null)[] } {
  const letters = lettersOf(written);
  return {
    letters,
    options: letters.map((letter) => written[letter] ?? ''),
    why: letters.map((letter) => reasons[letter] ?? null),
  };
}
