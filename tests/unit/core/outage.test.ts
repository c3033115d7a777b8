import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../src/core/day.ts';
import { isSpoiled, outageBetween } from '../../../src/core/outage.ts';

const round = { openedAt: 9 * HOUR, closesAt: 33 * HOUR };

describe('I6 an outage', () => {
  it('is a silence of more than five minutes', () => {
    expect(outageBetween(0, 5 * MINUTE)).toBeNull();
    expect(outageBetween(0, 5 * MINUTE + 1)).toEqual({ from: 0, to: 5 * MINUTE + 1 });
    expect(outageBetween(HOUR, 0)).toBeNull();
  });

  it('spoils a round that closed during it, however short', () => {
    expect(isSpoiled(round, [{ from: 33 * HOUR - 1, to: 33 * HOUR }])).toBe(true);
    expect(isSpoiled(round, [{ from: 32 * HOUR, to: 40 * HOUR }])).toBe(true);
  });

  it('leaves a round alone that closed before it or as it began', () => {
    expect(isSpoiled(round, [{ from: 33 * HOUR, to: 40 * HOUR }])).toBe(false);
    expect(isSpoiled(round, [{ from: 34 * HOUR, to: 40 * HOUR }])).toBe(false);
    expect(isSpoiled(round, [{ from: 0, to: 9 * HOUR }])).toBe(false);
    expect(isSpoiled(round, [])).toBe(false);
    expect(isSpoiled({ openedAt: 9 * HOUR, closesAt: 9 * HOUR }, [])).toBe(false);
  });

  it('spoils a round of whose time outages took half together', () => {
    const six = [
      { from: 10 * HOUR, to: 16 * HOUR },
      { from: 20 * HOUR, to: 26 * HOUR },
    ];
    expect(isSpoiled(round, six)).toBe(true);
    expect(isSpoiled(round, six.slice(0, 1))).toBe(false);
    expect(isSpoiled(round, [{ from: 0, to: 21 * HOUR }])).toBe(true);
    expect(isSpoiled(round, [{ from: 0, to: 21 * HOUR - 1 }])).toBe(false);
  });

  it('never spoils less by being longer', () => {
    const hours = fc.integer({ min: 0, max: 40 * HOUR });
    fc.assert(
      fc.property(hours, hours, hours, (a, b, more) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        if (!isSpoiled(round, [{ from, to }])) return;
        expect(isSpoiled(round, [{ from: from - more, to: to + more }])).toBe(true);
      }),
    );
  });
});
