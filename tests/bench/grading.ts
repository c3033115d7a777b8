import { lexiconOf } from '../../src/core/wording/lexicon.ts';
import { BASELINES, isRightBy } from '../grading/baselines.ts';
import { cardsOf, type Pair, pairsOf, straysOf, termsIn } from '../grading/corpus.ts';
import { isRightByUs } from '../grading/graders.ts';
import { alone, type Bench, type Measurement } from './measurement.ts';

/** How many times the held-out half is graded for the rate. */
const ROUNDS = 20;

function lines(
  grader: string,
  pairs: readonly Pair[],
  isRight: (pair: Pair) => boolean,
  [mostAccepts, mostRejects]: readonly [string, string] = ['', ''],
): Measurement[] {
  const { accepted, rejected } = straysOf(pairs, isRight);
  return [
    alone(`false accepts, ${grader}`, 100 * accepted.share, '%', mostAccepts),
    alone(`false rejects, ${grader}`, 100 * rejected.share, '%', mostRejects),
  ];
}

/** False accepts and rejects on the half that no rule was tuned on, beside three simpler graders. */
export const grading: Bench = {
  name: 'grading',
  async run() {
    const [heldOut, tuned] = [cardsOf('held-out'), cardsOf('tune')];
    const pairs = pairsOf(heldOut);
    const lexicon = lexiconOf([...heldOut, ...tuned].flatMap(termsIn));
    const ours = (pair: Pair): boolean => isRightByUs(pair, lexicon);
    const figures = [
      alone('labelled answers, held-out half', pairs.length, 'answers', ''),
      ...lines('Hypercall', pairs, ours, ['<= 1 %', '<= 5 %']),
      ...Object.entries(BASELINES).flatMap(([name, alike]) =>
        lines(name, pairs, (pair) => isRightBy(alike, pair)),
      ),
      ...lines('Hypercall on the tuned half', pairsOf(tuned), ours),
    ];
    const began = performance.now();
    for (let round = 0; round < ROUNDS; round++) for (const pair of pairs) ours(pair);
    const seconds = (performance.now() - began) / 1_000;
    return [
      ...figures,
      alone('answers graded', (ROUNDS * pairs.length) / seconds, 'answers/s', ''),
    ];
  },
};
