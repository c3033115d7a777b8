import { lexiconOf } from '../../src/core/wording/lexicon.ts';
import { cardsOf, type Pair, pairsOf, straysOf, termsIn } from '../grading/corpus.ts';
import { isRightByUs } from '../grading/graders.ts';
import { alone, type Bench, type Measurement } from './measurement.ts';

/** How many times the held-out half is graded for the rate. */
const ROUNDS = 20;

const plain = (text: string): string => text.trim().toLowerCase();

/** The wordings that a simpler grader would compare with. */
function keysOf({ card }: Pair): readonly string[] {
  if ('number' in card) return [String(card.number.value)];
  return 'points' in card ? card.points.flatMap(({ any }) => any) : card.accept;
}

function levenshtein(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const bigramsOf = (text: string): string[] =>
  [...text].slice(0, -1).map((letter, at) => letter + text[at + 1]);

function dice(a: string, b: string): number {
  const [left, right] = [bigramsOf(a), bigramsOf(b)];
  const spare = [...right];
  const shared = left.filter((pair) => {
    const at = spare.indexOf(pair);
    if (at >= 0) spare.splice(at, 1);
    return at >= 0;
  }).length;
  return left.length + right.length === 0 ? 0 : (2 * shared) / (left.length + right.length);
}

const byAnyKey =
  (isNear: (key: string, typed: string) => boolean) =>
  (pair: Pair): boolean =>
    keysOf(pair).some((key) => isNear(plain(key), plain(pair.typed)));

/** False accepts and rejects on the half that no rule was tuned on, beside three simpler graders. */
export const grading: Bench = {
  name: 'grading',
  async run() {
    const cards = cardsOf('held-out');
    const pairs = pairsOf(cards);
    const lexicon = lexiconOf(cards.flatMap(termsIn));
    const ours = (pair: Pair): boolean => isRightByUs(pair, lexicon);
    const graders: readonly (readonly [string, (pair: Pair) => boolean, string, string])[] = [
      ['Hypercall', ours, '<= 1 %', '<= 5 %'],
      ['Levenshtein < 2', byAnyKey((key, typed) => levenshtein(key, typed) < 2), '', ''],
      ['Dice >= 0.6', byAnyKey((key, typed) => dice(key, typed) >= 0.6), '', ''],
      ['exact match', byAnyKey((key, typed) => key === typed), '', ''],
    ];
    const lines = graders.flatMap(([name, isRight, mostAccepts, mostRejects]): Measurement[] => {
      const { accepted, rejected } = straysOf(pairs, isRight);
      return [
        alone(`false accepts, ${name}`, 100 * accepted.share, '%', mostAccepts),
        alone(`false rejects, ${name}`, 100 * rejected.share, '%', mostRejects),
      ];
    });
    const began = performance.now();
    for (let round = 0; round < ROUNDS; round++) for (const pair of pairs) ours(pair);
    const seconds = (performance.now() - began) / 1_000;
    return [
      alone('labelled answers, held-out half', pairs.length, 'answers', ''),
      ...lines,
      alone('answers graded', (ROUNDS * pairs.length) / seconds, 'answers/s', ''),
    ];
  },
};
