import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, type Response, SELF_GRADES } from '../../../src/core/card.ts';
import { fits, grade } from '../../../src/core/grading.ts';
import { gradeGaps, gradeKeyPoints } from '../../../src/core/typed-grading.ts';
import { otherKinds } from '../../conversations/small-deck.ts';
import { always, severalCard } from './made-up.ts';

const { kprime, order, match, flash, typed, keyPoints, numeric, gap } = otherKinds;
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
    [order, places(0, 1, 2, 3, 3)],
    [typed, texts('x'.repeat(1_001))],
    [severalCard(3, [0]), marks(true, false, false)],
    [typed, texts('')],
  ])('refuses %# where something is missing, double or out of range', (card, response) => {
    expect(fits(card, response)).toBe(false);
  });

  it('takes a thousand characters, and typed words for points and numbers', () => {
    expect(fits(typed, texts('x'.repeat(1_000)))).toBe(true);
    expect(fits(keyPoints, texts('fidelity'))).toBe(true);
    expect(fits(numeric, texts('31 ms'))).toBe(true);
    expect(fits(numeric, places(0))).toBe(false);
  });
});

describe('what members type', () => {
  it.each([
    [keyPoints, 'fidelity, performance and safety', 1],
    [keyPoints, 'safety and efficiency', 2 / 3],
    [keyPoints, 'speed', 0],
    [{ ...keyPoints, needs: 1 }, 'safety and efficiency', 1],
    [numeric, '31.5 ms', 1],
    [numeric, '32 ms', 0],
    [numeric, 'long', 0],
  ] as const)('earns its share: %#', (card, text, credit) => {
    expect(grade(card, texts(text)).credit).toBeCloseTo(credit);
  });

  it('is told which points it met', () => {
    expect(gradeKeyPoints(keyPoints, 'isolation')).toEqual({
      met: [2],
      missed: [0, 1],
      credit: 1 / 3,
    });
  });

  it('is missing in a gap that was left out', () => {
    expect(gradeGaps(gap, [])).toEqual({ right: [false, false], credit: 0 });
  });
});

describe('what members grade themselves', () => {
  it('is noted, whatever they say', () => {
    for (const said of SELF_GRADES) {
      expect(grade(flash, { kind: 'self', grade: said })).toEqual({ mark: 'noted', credit: 0 });
    }
  });
});

describe('pairs', () => {
  const three = { ...match, key: [0, 1, 2] };

  it.each([
    [match, [0, 1, 2, 3], 1],
    [match, [1, 0, 2, 3], 0.5],
    [match, [1, 2, 0, 3], 0],
    [match, [1, 0, 3, 2], 0],
    [three, [0, 1, 2], 1],
    [three, [1, 0, 2], 0],
  ] as const)(
    '%# earn all when right, half for one swap among four or more',
    (card, of, credit) => {
      expect(grade(card, places(...of)).credit).toBe(credit);
    },
  );
});

describe('a response of another kind', () => {
  it('is wrong', () => {
    expect(grade(typed, places(0)).mark).toBe('wrong');
    expect(grade(flash, texts('x')).mark).toBe('wrong');
    expect(grade(kprime, { kind: 'choice', picks: [0] }).mark).toBe('wrong');
    expect(grade(severalCard(2, [0]), marks(true, false)).mark).toBe('wrong');
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
