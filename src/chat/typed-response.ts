import type { Response } from '../core/card.ts';
import { readPicks } from './typed-picks.ts';
import { type Ask, letterOf } from './view.ts';

/** What a typed line answers to an ask, or a sentence that says why it answers nothing. */
export type TypedResponse =
  | { readonly kind: 'response'; readonly response: Response }
  /** A wish to see a flash card's answer first. */
  | { readonly kind: 'look' }
  | { readonly kind: 'misread'; readonly why: string };

const misread = (why: string): TypedResponse => ({ kind: 'misread', why });
const answer = (response: Response): TypedResponse => ({ kind: 'response', response });

export function readResponse(ask: Ask, typed: string): TypedResponse {
  switch (ask.kind) {
    case 'picks': {
      const read = readPicks(ask, typed);
      return read.kind === 'misread' ? read : answer({ kind: 'choice', picks: read.picks });
    }
    case 'marks':
      return readMarks(ask.statements.length, typed);
    case 'texts':
      return readTexts(ask.count, typed);
    case 'order':
      return readPlaces(typed, ask.items.length, howToOrder(ask.items.length));
    case 'match':
      return readPlaces(typed, ask.rights.length, howToMatch(ask.rights.length));
    case 'self':
      return readSelfGrade(typed);
  }
}

/** How to answer by typing, in a sentence to stand below the question. */
export function howToType(ask: Ask): string {
  switch (ask.kind) {
    case 'picks':
      return ask.picks === 'one' ? 'Type a letter, such as B.' : 'Type letters, such as A C.';
    case 'marks':
      return `Type T or F for each, such as ${'TFTFTF'.slice(0, ask.statements.length)}.`;
    case 'texts':
      return howToWrite(ask);
    case 'order':
      return howToOrder(ask.items.length);
    case 'match':
      return howToMatch(ask.rights.length);
    case 'self':
      return 'Think of the answer, then type look to see it.';
  }
}

function howToWrite({ asks, unit }: Extract<Ask, { kind: 'texts' }>): string {
  switch (asks) {
    case 'words':
      return 'Type the answer in a few words.';
    case 'sentences':
      return 'Type the answer in a sentence or two.';
    case 'number':
      return unit === null ? 'Type a number.' : `Type a number, in ${unit}.`;
    case 'gaps':
      return 'Type what belongs in the gaps, with ; between them.';
  }
}

const lettersOf = (count: number): string =>
  Array.from({ length: count }, (_, at) => letterOf(at)).join('');

function howToOrder(count: number): string {
  return `Type the letters in the right order, such as ${[...lettersOf(count)].reverse().join('')}.`;
}

function howToMatch(count: number): string {
  return `Type the letter that belongs to 1, then to 2 and so on, such as ${[...lettersOf(count)].reverse().join('')}.`;
}

/** `TFTF`, `t f t f`, `true, false, true, false`. */
function readMarks(count: number, typed: string): TypedResponse {
  const words = typed
    .trim()
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
  const letters = words
    .map((word) => (/^(true|false)$/.test(word) ? word.charAt(0) : word))
    .join('');
  if (letters.length !== count || !/^[tf]+$/.test(letters)) {
    return misread(
      `There are ${count} statements: type T or F for each, such as ${'TFTFTF'.slice(0, count)}.`,
    );
  }
  return answer({ kind: 'marks', marks: [...letters].map((letter) => letter === 't') });
}

function readTexts(count: number, typed: string): TypedResponse {
  const texts = count === 1 ? [typed.trim()] : typed.split(';').map((text) => text.trim());
  if (texts.length !== count || texts.includes('')) {
    return misread(`There are ${count} gaps: type ${count} answers with ; between them.`);
  }
  return answer({ kind: 'texts', texts });
}

/** `CAB`, `c a b`, or with the numbers that they belong to: `1C 2A 3B`. */
function readPlaces(typed: string, count: number, how: string): TypedResponse {
  const letters = typed.toUpperCase().replace(/[\s\d,;.:=>-]+/g, '');
  const places = [...letters].map((letter) => lettersOf(count).indexOf(letter));
  if (places.length !== count || places.includes(-1) || new Set(places).size !== count) {
    return misread(`Each of ${[...lettersOf(count)].join(', ')} is needed once. ${how}`);
  }
  return answer({ kind: 'places', places });
}

function readSelfGrade(typed: string): TypedResponse {
  const word = typed.trim().toLowerCase();
  if (['look', 'show', 'answer'].includes(word)) return { kind: 'look' };
  return misread('Type look to see the answer; then say how well you knew it.');
}
