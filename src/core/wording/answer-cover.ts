import { CONNECTORS, FILLER, FILLER_PHRASES, GENERAL, KINDS, LINKS } from './filler.ts';
import { singularOf } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import type { Passage } from './passage.ts';
import { COST, endsOf, type Term } from './term.ts';
import type { Word } from './words.ts';

/** What an answer is held against. */
export interface Sought {
  readonly terms: readonly Term[];
  /** Single words, in the singular, that carry a meaning on this card, so that they are never filler. */
  readonly barred: ReadonlySet<string>;
  readonly lexicon: Lexicon;
}

/** A way on from a word: the index of the word after it, and its cost. */
type Step = readonly [next: number, cost: number];

/**
 * The cheapest way to account for every word of an answer by the terms sought, at least one of them, and by filler
 * around them; null where a word is left over.
 */
export function coverOf(sought: Sought, passage: Passage): number | null {
  const words = passage.words.map((word) => nounOrFiller(word, sought));
  const [before, after] = [costsOver(words), costsOver(words)];
  before[0] = 0;
  for (const at of words.keys()) {
    const [early, late] = [before[at] ?? Infinity, after[at] ?? Infinity];
    if (early === Infinity && late === Infinity) continue;
    advance(before, early, openingsAt(words, at));
    advance(after, late, extrasAt(words, at));
    advance(after, Math.min(early, late), answersAt(sought, passage, words, at));
  }
  const cost = after[words.length] ?? Infinity;
  return cost === Infinity ? null : cost;
}

/** The word, in the singular where it is no filler; nothing where it carries a meaning. */
function nounOrFiller(word: Word, { barred }: Sought): string {
  const noun = singularOf(word);
  if (barred.has(noun)) return '';
  return FILLER.has(word.text) ? word.text : noun;
}

/** Before each word and at the end, nothing reached yet. */
function costsOver(words: readonly string[]): number[] {
  return Array.from({ length: words.length + 1 }, () => Infinity);
}

function advance(costs: number[], from: number, steps: readonly Step[]): void {
  for (const [next, cost] of steps) costs[next] = Math.min(costs[next] ?? Infinity, from + cost);
}

/** A term from `at` on; a name may have its kind beside it: "CR3 register", "register CR3". */
function answersAt(sought: Sought, passage: Passage, words: readonly string[], at: number): Step[] {
  const { terms, lexicon } = sought;
  const isKind = (index: number): boolean => KINDS.has(words[index] ?? '');
  const answers = terms.flatMap((term) =>
    [...endsOf(term, passage, at, lexicon)].flatMap(([next, cost]): Step[] => {
      const alone: Step = [next, cost];
      return term.isName && isKind(next) ? [alone, [next + 1, cost + COST.extra]] : [alone];
    }),
  );
  if (!isKind(at)) return answers;
  const named = terms
    .filter(({ isName }) => isName)
    .flatMap((term) => [...endsOf(term, passage, at + 1, lexicon)])
    .map(([next, cost]): Step => [next, cost + COST.extra]);
  return [...answers, ...named];
}

/** Before the answer: filler, "the technique called", "the instruction is". */
function openingsAt(words: readonly string[], at: number): Step[] {
  const [word = '', link = ''] = words.slice(at, at + 2);
  const isHead = GENERAL.has(word) || KINDS.has(word);
  return isHead && LINKS.has(link) ? [...fillersAt(words, at), [at + 2, 0]] : fillersAt(words, at);
}

/** After an answer: filler, a general noun, or what leads to another right wording. */
function extrasAt(words: readonly string[], at: number): Step[] {
  const steps = fillersAt(words, at);
  if (GENERAL.has(words[at] ?? '')) steps.push([at + 1, COST.extra]);
  if (CONNECTORS.has(words[at] ?? '')) steps.push([at + 1, 0]);
  return steps;
}

function fillersAt(words: readonly string[], at: number): Step[] {
  const phrases = FILLER_PHRASES.filter((phrase) =>
    phrase.every((word, index) => words[at + index] === word),
  );
  const steps = phrases.map((phrase): Step => [at + phrase.length, 0]);
  return FILLER.has(words[at] ?? '') ? [...steps, [at + 1, 0]] : steps;
}
