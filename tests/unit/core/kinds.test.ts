import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, type Response, withShuffledOptions } from '../../../src/core/card.ts';
import { seededDice, shuffled } from '../../../src/core/dice.ts';
import { fits, grade } from '../../../src/core/grading.ts';
import { otherKinds } from '../../conversations/small-deck.ts';
import { always } from './made-up.ts';

const { kprime, order, match, flash, typed, gap } = otherKinds;
const places = (...of: number[]): Response => ({ kind: 'places', places: of });
const marks = (...of: boolean[]): Response => ({ kind: 'marks', marks: of });
const texts = (...of: string[]): Response => ({ kind: 'texts', texts: of });

describe('fits', () => {
  const kinds: readonly [Card, Response][] = [
    [kprime, marks(true, true, true, true)],
    [order, places(3, 2, 1, 0)],
    [match, places(0, 1, 2, 3)],
    [typed, texts('VMCS')],
    [gap, texts('guest', 'VMM')],
    [flash, { kind: 'self', grade: 'knew' }],
  ];

  it('lets each kind be answered in its own way and in no other', () => {
    for (const [card] of kinds) {
      for (const [other, response] of kinds) {
        const sameShape = card.kind === other.kind || isPair(card, other);
        expect(fits(card, response), `${card.kind} by ${response.kind}`).toBe(sameShape);
      }
    }
  });

  const isPair = (a: Card, b: Card): boolean =>
    [a.kind, b.kind].every((kind) => kind === 'order' || kind === 'match');

  it.each([
    [kprime, marks(true, true, true)],
    [order, places(0, 1, 2)],
    [order, places(0, 1, 2, 2)],
    [order, places(0, 1, 2, 4)],
    [order, places(0, 1, 2, -1)],
    [order, places(0, 1, 2, 1.5)],
    [gap, texts('guest')],
    [gap, texts('guest', ' ')],
    [typed, texts('x'.repeat(1_001))],
    [typed, texts('')],
  ])('refuses %# where something is missing, double or out of range', (card, response) => {
    expect(fits(card, response)).toBe(false);
  });
});

describe('statements', () => {
  it.each([
    [[true, false, true, false], 1],
    [[true, true, true, false], 0.5],
    [[true, true, false, false], 0],
    [[false, true, false, true], 0],
  ])('marked %j earn %d', (given, credit) => {
    expect(grade(kprime, marks(...given)).credit).toBe(credit);
  });
});

describe('an order', () => {
  it('is right only when it is whole, and worth nothing backwards', () => {
    expect(grade(order, places(0, 1, 2, 3))).toEqual({ mark: 'right', credit: 1 });
    expect(grade(order, places(3, 2, 1, 0))).toEqual({ mark: 'wrong', credit: 0 });
  });

  it('loses by each pair that is swapped, and never wins by another swap', () => {
    always(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (given) => {
        const { credit } = grade(order, places(...given));
        const swaps = given.flatMap((a, at) => given.slice(at + 1).filter((b) => b < a)).length;
        expect(credit).toBeCloseTo(Math.max(0, 1 - swaps / 3));
      }),
    );
  });
});

describe('shuffling', () => {
  it('changes what is shown, never what is right', () => {
    always(
      fc.property(fc.constantFrom<Card>(kprime, order, match), fc.string(), (card, seed) => {
        const shown = withShuffledOptions(card, seededDice(seed));
        expect(grade(shown, keyResponse(shown))).toEqual({ mark: 'right', credit: 1 });
        expect(textsInKeyOrder(shown)).toEqual(textsInKeyOrder(card));
      }),
    );
  });

  it('reaches every order', () => {
    const seen = new Set<string>();
    const dice = seededDice('every order');
    for (let turn = 0; turn < 400; turn++) seen.add(shuffled([1, 2, 3, 4], dice).join());
    expect(seen.size).toBe(24);
  });
});

function keyResponse(card: Card): Response {
  if (card.kind === 'kprime') return marks(...card.key);
  if (card.kind === 'order' || card.kind === 'match') return places(...card.key);
  throw new Error(card.kind);
}

/** What the key says in words, whatever the order shown. */
function textsInKeyOrder(card: Card): unknown {
  switch (card.kind) {
    case 'order':
      return card.key.map((at) => card.items[at]);
    case 'match':
      return card.lefts.map((left, at) => [left, card.rights[card.key[at] ?? -1]]);
    case 'kprime':
      return card.statements
        .map((statement, at) => `${statement} ${card.key[at]} ${card.why[at]}`)
        .sort();
    default:
      return null;
  }
}
