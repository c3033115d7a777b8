import { coverOf } from './answer-cover.ts';
import { numbersOf, singularOf } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { passageOf } from './passage.ts';
import { COST, type Term, termOf } from './term.ts';
import { wordsOf } from './words.ts';

/** What a typed answer is held against. */
export interface Wording {
  /** Right, the usual wording first. */
  readonly accept: readonly string[];
  /** Near misses that must be wrong. */
  readonly reject: readonly string[];
}

/**
 * Right where an accepted wording, or several, account for every word typed but filler, and no rejected one does so
 * as closely. Any text is graded; of one longer than 2,000 characters the beginning.
 */
export function gradeWording(wording: Wording, typed: string, lexicon: Lexicon): 'right' | 'wrong' {
  const passage = passageOf(wordsOf(typed));
  const barred = new Set(wording.reject.map(inBrief));
  const right = coverOf({ terms: termsOf(wording.accept), barred, lexicon }, passage);
  if (right === null) return 'wrong';
  if (right >= COST.typo && lexicon.terms.has(passage.signs)) return 'wrong';
  const wrong = coverOf({ terms: termsOf(wording.reject), barred: NONE, lexicon }, passage);
  return wrong === null || right < wrong ? 'right' : 'wrong';
}

const NONE: ReadonlySet<string> = new Set();

function inBrief(written: string): string {
  return wordsOf(written).map(singularOf).join(' ');
}

function termsOf(wordings: readonly string[]): Term[] {
  return wordings
    .map((written) => termOf(wordsOf(written), numbersOf))
    .filter(({ parts }) => parts.length > 0);
}
