import type { Card } from './card.ts';
import { numbersOf, singularOf } from './wording/forms.ts';
import { passageOf } from './wording/passage.ts';
import { type Word, wordsOf } from './wording/words.ts';

/**
 * What was typed, as it is compared with what others typed: two answers of one normal form are the same answer. Case,
 * punctuation, articles, hyphens, spaces and the plural make no difference in words; case and spaces make none in a
 * number, of which every sign counts.
 */
export function normalForm(kind: Card['kind'], typed: string): string {
  const plain = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  if (kind === 'numeric') return plain;
  return passageOf(wordsOf(typed).map(inSingular)).signs || plain;
}

/** Only where grading takes both numbers for the same word: equal answers must be graded alike. */
function inSingular(word: Word): Word {
  const text = singularOf(word);
  const isSame = numbersOf({ written: text, text }).includes(word.text);
  return isSame ? { ...word, text } : word;
}
