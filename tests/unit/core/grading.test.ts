import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChoiceCard,
  keyOf,
  optionsOf,
  type Response,
  withShuffledOptions,
} from '../../../src/core/card.ts';
import { seededDice } from '../../../src/core/dice.ts';
import { fits, grade, pointsFor } from '../../../src/core/grading.ts';
import { always, anyCard, anySeveral, severalCard, singleCard, statement } from './made-up.ts';

const choice = (...picks: number[]): Extract<Response, { kind: 'choice' }> => ({
  kind: 'choice',
  picks,
});

const countOf = (card: ChoiceCard): number => optionsOf(card, ['true', 'false']).length;

/** A card with a response that fits it. */
const answered = anyCard.chain((card) => {
  const places = [...Array(countOf(card)).keys()];
  const most = card.kind === 'several' ? places.length : 1;
  return fc
    .subarray(places, { minLength: 1, maxLength: most })
    .map((picks) => ({ card, response: choice(...picks) }));
});

describe('grade', () => {
  it('calls a response right exactly when it picks the key', () => {
    always(
      fc.property(answered, ({ card, response }) => {
        const isKey = keyOf(card).join() === response.picks.join();
        expect(grade(card, response).mark === 'right').toBe(isKey);
      }),
    );
  });

  it('credits right with 1, wrong with 0, partly with something between', () => {
    always(
      fc.property(answered, ({ card, response }) => {
        const { mark, credit } = grade(card, response);
        const expected = credit === 1 ? 'right' : credit === 0 ? 'wrong' : 'partly';
        expect(mark).toBe(expected);
        expect(credit).toBeGreaterThanOrEqual(0);
        expect(credit).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('knows no partly where one option is asked', () => {
    always(
      fc.property(answered, ({ card, response }) => {
        fc.pre(card.kind !== 'several');
        expect(grade(card, response).mark).not.toBe('partly');
      }),
    );
  });

  it.each([
    { picks: [0, 1], credit: 1 },
    { picks: [0], credit: 0.5 },
    { picks: [0, 1, 2], credit: 0.5 },
    { picks: [0, 2], credit: 0 },
    { picks: [0, 1, 2, 3], credit: 0 },
    { picks: [2], credit: 0 },
    { picks: [2, 3], credit: 0 },
  ])('gives $credit for $picks where 0 and 1 of four are right', ({ picks, credit }) => {
    expect(grade(severalCard(4, [0, 1]), choice(...picks)).credit).toBe(credit);
  });

  it('makes picking everything worth two shares less for each wrong option', () => {
    always(
      fc.property(anySeveral, (card) => {
        const { credit } = grade(card, choice(...card.options.keys()));
        expect(credit).toBeLessThanOrEqual(1 - 2 / card.options.length);
        if (card.key.length * 2 <= card.options.length) expect(credit).toBe(0);
      }),
    );
  });

  it('gives nothing for the very opposite of the key', () => {
    always(
      fc.property(anySeveral, (card) => {
        const opposite = [...card.options.keys()].filter((at) => !card.key.includes(at));
        expect(grade(card, choice(...opposite))).toEqual({ mark: 'wrong', credit: 0 });
      }),
    );
  });

  it('gives less for wrong picks alone than for leaving out one right option', () => {
    always(
      fc.property(anySeveral, fc.nat(), (card, someWrong) => {
        fc.pre(card.key.length > 1);
        const wrong = [...card.options.keys()].filter((at) => !card.key.includes(at));
        const { credit } = grade(card, choice(wrong[someWrong % wrong.length] ?? -1));
        expect(credit).toBeLessThan(grade(card, choice(...card.key.slice(1))).credit);
      }),
    );
  });

  it('is blind to the order of the options', () => {
    always(
      fc.property(answered, fc.string(), ({ card, response }, seed) => {
        const shown = withShuffledOptions(card, seededDice(seed));
        const texts = optionsOf(card, ['true', 'false']);
        const moved = optionsOf(shown, ['true', 'false']);
        const picks = response.picks.map((pick) => moved.indexOf(texts[pick] as string));
        const same = choice(...picks.sort((a, b) => a - b));
        expect(grade(shown, same)).toEqual(grade(card, response));
      }),
    );
  });
});

describe('fits', () => {
  it('takes every response that could be given', () => {
    always(
      fc.property(answered, ({ card, response }) => {
        expect(fits(card, response)).toBe(true);
      }),
    );
  });

  it.each([
    { name: 'nothing', card: singleCard(4, 0), picks: [] },
    { name: 'nothing of several', card: severalCard(4, [0]), picks: [] },
    { name: 'two where one is asked', card: singleCard(4, 0), picks: [0, 1] },
    { name: 'both truths', card: statement(true), picks: [0, 1] },
    { name: 'one past the last', card: singleCard(4, 0), picks: [4] },
    { name: 'a third truth', card: statement(false), picks: [2] },
    { name: 'one before the first', card: singleCard(4, 0), picks: [-1] },
    { name: 'half an option', card: singleCard(4, 0), picks: [0.5] },
    { name: 'no number', card: singleCard(4, 0), picks: [Number.NaN] },
    { name: 'the same twice', card: severalCard(4, [0]), picks: [1, 1] },
    { name: 'a jumble', card: severalCard(4, [0]), picks: [2, 1] },
    { name: 'a range that ends outside', card: severalCard(4, [0]), picks: [0, 1, 4] },
  ])('refuses $name', ({ card, picks }) => {
    expect(fits(card, choice(...picks))).toBe(false);
  });
});

describe('points', () => {
  it('are 10, 15 and 20 by difficulty', () => {
    expect([pointsFor(1, 1), pointsFor(2, 1), pointsFor(3, 1)]).toEqual([10, 15, 20]);
    expect([pointsFor(1, 0.5), pointsFor(2, 0.5), pointsFor(3, 0.5)]).toEqual([5, 8, 10]);
  });

  it('are whole, and from nothing to the card’s worth', () => {
    always(
      fc.property(answered, ({ card, response }) => {
        const points = pointsFor(card.difficulty, grade(card, response).credit);
        expect(Number.isInteger(points)).toBe(true);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(pointsFor(card.difficulty, 1));
      }),
    );
  });
});
