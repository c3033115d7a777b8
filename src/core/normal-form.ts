import type { Card } from './card.ts';
import { singularOf } from './wording/forms.ts';
import { passageOf } from './wording/passage.ts';
import { wordsOf } from './wording/words.ts';

/**
 * What was typed, as it is compared with what others typed: two answers of one normal form are the same answer. Case,
 * punctuation, articles, hyphens, spaces and the plural make no difference in words; case and spaces make none in a
 * number, of which every sign counts.
 */
export function normalForm(kind: Card['kind'], typed: string): string {
  const plain = typed.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  if (kind === 'numeric') return plain;
  const words = wordsOf(typed).map((word) => ({ ...word, text: singularOf(word) }));
  return passageOf(words).signs || plain;
}
