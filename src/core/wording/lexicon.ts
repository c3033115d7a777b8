import { singularOf } from './forms.ts';
import { bothSpellings } from './spelling.ts';
import { wordsOf } from './words.ts';

/** What is known to be a term: whoever writes it means it, however close it is to another one. */
export interface Lexicon {
  /** Single words, in the singular and in both spellings. */
  readonly words: ReadonlySet<string>;
  /** Whole terms, without the spaces between their words. */
  readonly terms: ReadonlySet<string>;
}

/** @param terms the accepted and rejected wordings of a deck, or those of them that a typo could turn into a key */
export function lexiconOf(terms: Iterable<string>): Lexicon {
  const [words, whole] = [new Set<string>(), new Set<string>()];
  for (const term of terms) {
    const parts = wordsOf(term);
    for (const word of parts.map(singularOf).flatMap(bothSpellings)) words.add(word);
    whole.add(parts.map(({ text }) => text).join(''));
  }
  return { words, terms: whole };
}
