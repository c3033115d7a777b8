import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCount } from '../../../src/core/counting.ts';
import { HOUR, MINUTE } from '../../../src/core/day.ts';
import type { Round } from '../../../src/core/round.ts';

const openedAt = 1_795_424_400_000;
const at = (closesAfter: number, after: number): number | null => {
  const due = nextCount({ openedAt, closesAt: openedAt + closesAfter } as Round, openedAt + after);
  return due === null ? null : due - openedAt;
};

describe('when an open question next shows its count', () => {
  it('is as a minute since its post is over', () => {
    expect(at(24 * HOUR, 0)).toBe(MINUTE);
    expect(at(24 * HOUR, MINUTE - 1)).toBe(MINUTE);
    expect(at(24 * HOUR, MINUTE)).toBe(2 * MINUTE);
    // A clock that is behind the one that posted.
    expect(at(24 * HOUR, -5_000)).toBe(MINUTE);
  });

  it('is never after the first hour or after the close', () => {
    expect(at(24 * HOUR, HOUR - 1)).toBe(HOUR);
    expect(at(24 * HOUR, HOUR)).toBeNull();
    expect(at(5 * MINUTE, 4 * MINUTE)).toBeNull();
  });

  it('comes at most sixty times, each later than now', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 2 * HOUR }), { maxLength: 300 });
    fc.assert(
      fc.property(moments, (afters) => {
        const dues = afters.flatMap((after) => at(24 * HOUR, after) ?? []);
        expect(new Set(dues).size).toBeLessThanOrEqual(60);
        for (const after of afters)
          expect(at(24 * HOUR, after) ?? after + 1).toBeGreaterThan(after);
      }),
    );
  });
});
