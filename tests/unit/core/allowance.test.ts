import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take, UNTOUCHED } from '../../../src/core/allowance.ts';

const allowances = fc.record({
  atOnce: fc.integer({ min: 1, max: 20 }),
  pause: fc.integer({ min: 1, max: 1_000 }),
});

/** The instants at which somebody who tries at all of these may. */
function admitted(allowance: { atOnce: number; pause: number }, tries: readonly number[]) {
  let wholeAt = UNTOUCHED;
  return tries.filter((now) => {
    const taken = take(allowance, wholeAt, now);
    wholeAt = taken.wholeAt;
    return taken.wait === 0;
  });
}

const inOrder = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b);
const times = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 200 }).map(inOrder);

describe('X7 an allowance', () => {
  it('is never exceeded in any stretch of time', () => {
    fc.assert(
      fc.property(allowances, times, (allowance, tries) => {
        const went = admitted(allowance, tries);
        for (const [at, from] of went.entries()) {
          for (const [later, to] of went.entries()) {
            if (later < at) continue;
            const most = allowance.atOnce + Math.floor((to - from) / allowance.pause);
            expect(later - at + 1).toBeLessThanOrEqual(most);
          }
        }
      }),
    );
  });

  it('never stops whoever keeps to its pauses', () => {
    fc.assert(
      fc.property(allowances, fc.array(fc.nat(1_000)), (allowance, more) => {
        let now = 0;
        const tries = more.map((extra) => (now += allowance.pause + extra));
        expect(admitted(allowance, tries)).toEqual(tries);
      }),
    );
  });

  it('names the wait after which it may happen, and no shorter one', () => {
    fc.assert(
      fc.property(allowances, times, fc.nat(1_000), (allowance, tries, after) => {
        let wholeAt = UNTOUCHED;
        for (const now of tries) ({ wholeAt } = take(allowance, wholeAt, now));
        const now = (tries.at(-1) ?? 0) + after;
        const { wait } = take(allowance, wholeAt, now);
        expect(take(allowance, wholeAt, now + wait).wait).toBe(0);
        if (wait > 0) expect(take(allowance, wholeAt, now + wait - 1).wait).toBeGreaterThan(0);
      }),
    );
  });

  it('makes nobody wait for a clock that was set back', () => {
    const allowance = { atOnce: 3, pause: 100 };
    let wholeAt = UNTOUCHED;
    for (const now of [90_000, 90_000, 90_000]) ({ wholeAt } = take(allowance, wholeAt, now));
    expect(take(allowance, wholeAt, 0)).toEqual({ wait: 0, wholeAt: 100 });
  });
});
