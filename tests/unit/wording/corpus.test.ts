import { describe, expect, it } from 'vitest';
import { lexiconOf } from '../../../src/core/wording/lexicon.ts';
import { cardsOf, type Half, pairsOf, straysOf, termsIn } from '../../grading/corpus.ts';
import { isRightByUs } from '../../grading/graders.ts';

const HALVES: readonly Half[] = ['tune', 'held-out'];
const cards = HALVES.flatMap(cardsOf);

/** A deck may know every term of the corpus, or none: what a round keeps of it lies between. */
const LEXICONS = {
  'every term': lexiconOf(cards.flatMap(termsIn)),
  'no term': lexiconOf([]),
};

describe('the labelled corpus', () => {
  it('is large, and each half has cards of its own', () => {
    expect(pairsOf(cards).length).toBeGreaterThanOrEqual(400);
    expect(cards.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
  });

  it.each(HALVES)('has about as many wrong answers as right ones: %s', (half) => {
    const pairs = pairsOf(cardsOf(half));
    const wrong = pairs.filter(({ label }) => label === 'wrong').length / pairs.length;
    expect(wrong).toBeGreaterThan(0.4);
    expect(wrong).toBeLessThan(0.6);
  });

  it.each(cards)('repeats no answer of $id', ({ answers }) => {
    expect(new Set(answers.map(({ typed }) => typed)).size).toBe(answers.length);
  });

  describe.each(Object.entries(LEXICONS))('graded by a deck that knows %s', (_, lexicon) => {
    it.each(HALVES)('has at most 1 %% false accepts and 5 %% false rejects: %s', (half) => {
      const { accepted, rejected } = straysOf(pairsOf(cardsOf(half)), (pair) =>
        isRightByUs(pair, lexicon),
      );
      expect(accepted.share).toBeLessThanOrEqual(0.01);
      expect(rejected.share).toBeLessThanOrEqual(0.05);
    });
  });
});
