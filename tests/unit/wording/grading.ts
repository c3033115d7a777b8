import { lexiconOf } from '../../../src/core/wording/lexicon.ts';
import { gradeWording, type Wording } from '../../../src/core/wording/wording.ts';

export const NO_TERMS = lexiconOf([]);

/** Grades against a deck that holds nothing but this card. */
export function graded(wording: Wording, typed: string): 'right' | 'wrong' {
  return gradeWording(wording, typed, lexiconOf([...wording.accept, ...wording.reject]));
}

export function accepting(...accept: readonly string[]): Wording {
  return { accept, reject: [] };
}
