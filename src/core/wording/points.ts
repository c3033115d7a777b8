import { endingsOf } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { isDenied } from './negation.ts';
import { type Passage, passageOf } from './passage.ts';
import { endsOf, type Term, termOf } from './term.ts';
import { LONGEST_TEXT, type Word, wordsOf } from './words.ts';

/** A thought that an answer of a sentence or two may hold. */
export interface KeyPoint {
  /** As members read it. */
  readonly point: string;
  /** Wordings of which one is enough. */
  readonly any: readonly string[];
}

/** A full stop inside "1.5" or "e.g. this" parts nothing; a sign before a space does. */
const CLAUSE_END = /[.,:](?=\s|$)|[;!?()\n\r→]|[-=]+>|\s[-–—]\s/u;

/** Words that may stand inside a phrase. */
const LOOSE: ReadonlySet<string> = new Set(
  'its their his her this these those any such own even really actually be been being'.split(' '),
);

/**
 * The points that a text makes, by their places, ascending: in one of its clauses stands one of the point's wordings,
 * in any of its endings, and is not denied there. Any text is graded; of one longer than 2,000 characters the beginning.
 */
export function gradePoints(
  points: readonly KeyPoint[],
  typed: string,
  lexicon: Lexicon,
): { readonly met: readonly number[]; readonly missed: readonly number[] } {
  const clauses = clausesOf(typed);
  const isMet = points.map(({ any }) => {
    const phrases = any.map(phraseOf).filter(({ parts }) => parts.length > 0);
    return clauses.some((clause) => phrases.some((phrase) => says(clause, phrase, lexicon)));
  });
  const places = [...points.keys()];
  return {
    met: places.filter((place) => isMet[place]),
    missed: places.filter((place) => !isMet[place]),
  };
}

function clausesOf(typed: string): Passage[] {
  return typed
    .slice(0, LONGEST_TEXT)
    .split(CLAUSE_END)
    .map((clause) => passageOf(plainly(wordsOf(clause)), LOOSE))
    .filter(({ words }) => words.length > 0);
}

function phraseOf(written: string): Term {
  return termOf(plainly(wordsOf(written)), endingsOf);
}

function plainly(words: readonly Word[]): Word[] {
  return words.map((word) => (word.text === 'never' ? { ...word, text: 'not' } : word));
}

function says(clause: Passage, phrase: Term, lexicon: Lexicon): boolean {
  return [...clause.words.keys()].some((from) =>
    [...endsOf(phrase, clause, from, lexicon).keys()].some(
      (end) => !isDenied(clause.words, from, end),
    ),
  );
}
