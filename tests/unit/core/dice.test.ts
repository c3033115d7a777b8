import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dice, drawn, seededDice, shuffled } from '../../../src/core/dice.ts';
import { always } from './made-up.ts';

const throwsOf = (dice: Dice, count: number): number[] => Array.from({ length: count }, dice);

/** How far counts stray from being equal: chi-square. */
function strayness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('seeded dice', () => {
  it('throw numbers from 0 up to but not including 1', () => {
    always(
      fc.property(fc.string(), (seed) => {
        const outside = throwsOf(seededDice(seed), 50).filter((n) => !(n >= 0 && n < 1));
        expect(outside).toEqual([]);
      }),
    );
  });

  it('throw the same for the same seed, and something else for another', () => {
    always(
      fc.property(fc.string(), fc.string(), (seed, other) => {
        const numbers = throwsOf(seededDice(seed), 8);
        expect(throwsOf(seededDice(seed), 8)).toEqual(numbers);
        if (other !== seed) expect(throwsOf(seededDice(other), 8)).not.toEqual(numbers);
      }),
    );
  });

  it('throw the numbers of sfc32 seeded by xmur3, on every machine and in every version', () => {
    const whole = (seed: string): number[] =>
      throwsOf(seededDice(seed), 4).map((number) => number * 2 ** 32);
    expect(whole('hypercall')).toEqual([1_268_205_410, 2_277_907_177, 1_388_296_925, 984_069_119]);
    expect(whole('')).toEqual([4_129_203_856, 244_752_430, 2_410_192_726, 320_147_521]);
  });

  it('fill ten equal shares of the range evenly', () => {
    const counts = new Array<number>(10).fill(0);
    for (const number of throwsOf(seededDice('even'), 20_000)) {
      const share = Math.floor(number * 10);
      counts[share] = (counts[share] ?? 0) + 1;
    }
    expect(strayness(counts)).toBeLessThan(30);
  });
});

describe('shuffled', () => {
  it('keeps every item once, and the input as it was', () => {
    always(
      fc.property(fc.array(fc.nat()), fc.string(), (items, seed) => {
        const before = [...items];
        const result = shuffled(items, seededDice(seed));
        expect(items).toEqual(before);
        expect(result.toSorted((a, b) => a - b)).toEqual(before.sort((a, b) => a - b));
      }),
    );
  });

  it('makes each of the six orders of three items equally likely', () => {
    const dice = seededDice('six orders');
    const seen = new Map<string, number>();
    for (let times = 0; times < 6_000; times++) {
      const order = shuffled(['a', 'b', 'c'], dice).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    expect(strayness([...seen.values()])).toBeLessThan(25);
  });
});

describe('drawn', () => {
  const same = (): number => 1;

  it('gives null for no items, and the item for one', () => {
    expect(drawn([], same, seededDice('x'))).toBeNull();
    expect(drawn(['only'], same, seededDice('x'))).toBe('only');
    expect(drawn(['only'], () => 0, seededDice('x'))).toBe('only');
  });

  it('reaches the first and the last item at the ends of the range', () => {
    expect(drawn(['a', 'b', 'c'], same, () => 0)).toBe('a');
    expect(drawn(['a', 'b', 'c'], same, () => 1 - 2 ** -32)).toBe('c');
    expect(
      drawn(
        [0, 1, 0],
        (weight) => weight,
        () => 0,
      ),
    ).toBe(1);
  });

  it('draws in proportion to the weights, and never a weight of nothing', () => {
    const weights = { rare: 1, never: 0, common: 3 };
    const dice = seededDice('weights');
    const seen = { rare: 0, never: 0, common: 0 };
    const items = ['rare', 'never', 'common'] as const;
    for (let times = 0; times < 8_000; times++) {
      const item = drawn(items, (each) => weights[each], dice);
      if (item) seen[item] += 1;
    }
    expect(seen.never).toBe(0);
    expect(Math.abs(seen.rare - 2_000)).toBeLessThan(200);
  });
});
