import { type Figure, figureAt } from './figure.ts';
import { singularOf } from './forms.ts';
import { unitOf } from './units.ts';
import { LONGEST_TEXT, wordsOf } from './words.ts';

/** A number that is asked for, and how far from it an answer may be, both in `unit`. */
export interface NumberKey {
  readonly value: number;
  readonly tolerance: number;
  /** A measure ("ms", "GiB", "%"), a noun ("cycles"), or null for a bare number. */
  readonly unit: string | null;
}

/** Rounding that binary fractions bring along, as a share of the key. */
const ROUNDING = 1e-12;

/** From here on, a point or comma before three digits parts thousands. */
const THOUSAND = 1_000;

/**
 * Grades one number, with or without its unit; a unit of the same kind is converted. "unreadable" where there is not
 * exactly one number. Of "1,024" and "1.024", the key says what they are: thousands where the key, in the unit typed,
 * is 1,000 or more, and a fraction where it is less; "1,500" with its idle nought is always thousands.
 */
export function gradeNumber(key: NumberKey, typed: string): 'right' | 'wrong' | 'unreadable' {
  const read = numberIn(typed);
  if (read === null) return 'unreadable';
  const scale = scaleOf(key.unit, read.behind);
  if (scale === null) return 'wrong';
  const expected = key.value / scale;
  const value = read.sign * meant(read.figure, Math.abs(expected) >= THOUSAND);
  if (!Number.isFinite(value)) return 'unreadable';
  const allowed = (key.tolerance + Math.abs(key.value) * ROUNDING) / scale;
  return Math.abs(value - expected) <= allowed ? 'right' : 'wrong';
}

function meant({ decimal, thousands, isCommaThousand }: ReadFigure, isLarge: boolean): number {
  return thousands !== null && (isLarge || isCommaThousand) ? thousands : decimal;
}

interface ReadFigure extends Figure {
  /** A comma and a nought at the end, which nobody writes for a fraction. */
  readonly isCommaThousand: boolean;
}

interface ReadNumber {
  readonly sign: 1 | -1;
  readonly figure: ReadFigure;
  /** The unit and other words. */
  readonly behind: string;
}

/** Raised and lowered figures would become part of the number. */
const RAISED = /[\u00B2\u00B3\u00B9\u2070-\u209C]/;
const VULGAR = /(?=[\u00BC-\u00BE\u2150-\u215E])/g;
const OPENING =
  /^(?:[\s~≈:"“”„'‘’`*_([]|(?:it is|it's|its|that's|that is|is|the answer is|the answer|answer|about|approximately|approx\.?|around|roughly|circa|ca\.?|exactly|i think|i guess|i'd say|maybe|probably|so)(?![\p{L}\d]))+/iu;
const CLOSING =
  /(?:[\s.!?;,:"“”'‘’`*_)\]]|(?<=\s)(?:i think|i guess|maybe|probably|exactly|roughly|approximately|in total|total|altogether|please))+$/iu;
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, value) => [word, String(value)]),
);

function numberIn(typed: string): ReadNumber | null {
  const cut = typed.slice(0, LONGEST_TEXT);
  if (RAISED.test(cut)) return null;
  const text = plain(cut);
  const [sign = ''] = /^[+-]\s?/.exec(text) ?? [];
  const found = figureAt(text.slice(sign.length));
  if (found === null || /[\d∞<>≤≥±~]|[-+*×/=^]\s*$/u.test(found.rest)) return null;
  const figures = text.slice(sign.length, text.length - found.rest.length);
  return {
    sign: sign.startsWith('-') ? -1 : 1,
    figure: { ...found.figure, isCommaThousand: /,\d\d0$/.test(figures) },
    behind: found.rest.trim(),
  };
}

/** Only the number and what stands behind it; a number in a word becomes figures. */
function plain(typed: string): string {
  const text = typed
    .replace(VULGAR, ' ')
    .replace(/[’´`]/g, "'")
    .normalize('NFKC')
    .replace(/[−–—]/g, '-')
    .replaceAll('\u2044', '/');
  const result = text.slice(text.lastIndexOf('=') + 1);
  const bare = result.replace(OPENING, '').trimStart().replace(CLOSING, '');
  return bare.replace(/^\p{L}+/u, (word) => figuresFor(word.toLowerCase()));
}

function figuresFor(word: string): string {
  return word === 'none' || word === 'no' ? '0' : (WRITTEN_OUT.get(word) ?? word);
}

/** Words that make another number or another statement of the one before them. */
const CHANGING: ReadonlySet<string> = new Set(
  'or and not to plus minus times more less than hundred dozen half point'.split(' '),
);

/** How many units of the key make one of what was typed; null where they do not convert. */
function scaleOf(unit: string | null, behind: string): number | null {
  const [measure = ''] = behind.split(/\s+of\s/u);
  const typed = unitOf(measure.trim());
  const asked = unit === null ? null : unitOf(unit);
  if (asked !== null) {
    if (behind === '') return 1;
    return typed?.kind === asked.kind ? typed.size / asked.size : null;
  }
  if (typed !== null) return null;
  const words = wordsOf(behind);
  if (words.some(({ text }) => CHANGING.has(text))) return null;
  const nouns = wordsOf(unit ?? '').map(singularOf);
  const isNamed = nouns.every((noun) => words.some((word) => singularOf(word) === noun));
  return behind === '' || isNamed ? 1 : null;
}
