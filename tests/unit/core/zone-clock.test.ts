import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/core/day.ts';
import { zoneClock } from '../../../src/core/zone-clock.ts';
import { wallClock } from './wall-clock.ts';

const YEAR = 365 * 24 * HOUR;
const START_OF_2026 = Date.UTC(2026, 0, 1);

/** Every change of three years, the millisecond before and the one after it. */
function momentsAround(zone: string): number[] {
  const changes = wallClock(zone).jumpsBetween(START_OF_2026 - YEAR, START_OF_2026 + 2 * YEAR);
  return changes.flatMap((change) => [change - 1, change, change + 1]);
}

describe('the clock of a zone', () => {
  it.each([
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kathmandu',
  ])('shows what the clocks of %s show, whatever was asked before', (zone) => {
    const moments = [...momentsAround(zone), START_OF_2026];
    const [clock, other] = [zoneClock(zone), wallClock(zone)];
    for (const at of [...moments.toReversed(), ...moments, ...moments.toReversed()]) {
      // Intl shows whole seconds.
      const second = Math.floor(at / 1_000) * 1_000;
      expect(clock.wallAt(at) - at, new Date(at).toISOString()).toBe(other.offsetAt(second));
    }
  });

  it('finds the first moment that shows a time, and still does after a look back by fifty years', () => {
    const { firstShowing } = zoneClock('Europe/Paris');
    expect(firstShowing(Date.UTC(2026, 9, 25, 3))).toBe(Date.UTC(2026, 9, 25, 2));
    expect(firstShowing(Date.UTC(1976, 6, 1, 12))).toBe(Date.UTC(1976, 6, 1, 10));
    expect(firstShowing(Date.UTC(2026, 2, 29, 2, 30))).toBe(Date.UTC(2026, 2, 29, 1));
    expect(firstShowing(Date.UTC(2026, 9, 25, 2, 30))).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  it('is made once', () => {
    expect(zoneClock('Europe/Oslo')).toBe(zoneClock('Europe/Oslo'));
  });
});
