import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../src/core/day.ts';
import { isNight, remindAt } from '../../../src/core/reminder.ts';
import type { Zone } from '../../../src/core/schedule.ts';
import { always } from './made-up.ts';
import { wallClock } from './wall-clock.ts';

const BEFORE = 3 * HOUR;
const DAY = 24 * HOUR;
const at = (moment: string): number => Date.parse(`2026-${moment}:00Z`);

function shown(opened: string, closes: string, zone = 'UTC', before = BEFORE): string | null {
  const round = { openedAt: at(opened), closesAt: at(closes), zone: zone as Zone };
  const reminded = remindAt(round, before);
  return reminded === null ? null : new Date(reminded).toISOString().slice(5, 16);
}

describe('when reminders go out', () => {
  it.each([
    ['three hours before the close', '11-23T17:00', '11-24T17:00', '11-24T14:00'],
    ['at 08:00, when the night has just ended', '11-23T11:00', '11-24T11:00', '11-24T08:00'],
    [
      'on the evening before, for a close in the morning',
      '11-23T09:00',
      '11-24T09:00',
      '11-23T20:00',
    ],
    ['on the same evening, for a close at midnight', '11-23T00:00', '11-24T00:00', '11-23T20:00'],
    ['before the night begins', '11-22T23:59', '11-23T23:59', '11-23T20:59'],
    ['after a weekend, on Sunday evening', '11-20T09:00', '11-23T09:00', '11-22T20:00'],
  ])('%s', (_, opened, closes, expected) => {
    expect(shown(opened, closes)).toBe(expected);
  });

  it('by the clocks of the zone', () => {
    expect(shown('11-23T08:00', '11-24T08:00', 'Europe/Zurich')).toBe('11-23T19:00');
    expect(shown('11-23T14:00', '11-24T14:00', 'America/New_York')).toBe('11-24T01:00');
  });

  it('not at all where the round has not been open for an hour by then', () => {
    expect(shown('11-23T19:01', '11-24T09:00')).toBeNull();
    expect(shown('11-23T19:00', '11-24T09:00')).toBe('11-23T20:00');
    expect(shown('11-23T22:00', '11-24T09:00')).toBeNull();
    expect(shown('11-23T10:00', '11-23T13:30')).toBeNull();
    expect(shown('11-23T10:00', '11-23T14:00')).toBe('11-23T11:00');
  });
});

const zones = Intl.supportedValuesOf('timeZone');
const anyRound = fc.record({
  zone: fc.constantFrom(...zones) as fc.Arbitrary<Zone>,
  openedAt: fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2031, 0) }),
  lasts: fc.integer({ min: MINUTE, max: 7 * DAY }),
  before: fc.integer({ min: MINUTE, max: 12 * HOUR }),
});

describe('a reminder, in any zone', () => {
  it('never comes at night, nor in the first hour, nor later than asked for', () => {
    always(
      fc.property(anyRound, ({ zone, openedAt, lasts, before }) => {
        const closesAt = openedAt + lasts;
        const reminded = remindAt({ zone, openedAt, closesAt }, before);
        if (reminded === null) return;
        const wall = new Date(reminded + wallClock(zone).offsetAt(reminded));
        expect(wall.getUTCHours()).toBeGreaterThanOrEqual(8);
        expect(wall.getUTCHours()).toBeLessThan(21);
        expect(reminded).toBeGreaterThanOrEqual(openedAt + HOUR);
        expect(reminded).toBeLessThanOrEqual(closesAt - before);
      }),
    );
  });

  it('comes for every round that stays open for a day', () => {
    always(
      fc.property(anyRound, ({ zone, openedAt, before }) => {
        const closesAt = openedAt + DAY + HOUR;
        const reminded = remindAt({ zone, openedAt, closesAt }, Math.min(before, 4 * HOUR));
        expect(reminded).not.toBeNull();
      }),
    );
  });

  it('comes at the time asked for by day, and at 20:00 otherwise', () => {
    always(
      fc.property(anyRound, ({ zone, openedAt, lasts, before }) => {
        const closesAt = openedAt + lasts;
        const reminded = remindAt({ zone, openedAt, closesAt }, before);
        if (reminded === null || reminded === closesAt - before) return;
        expect(isNight(zone, closesAt - before)).toBe(true);
        const wall = new Date(reminded + wallClock(zone).offsetAt(reminded));
        expect(wall.toISOString().slice(11, 16)).toBe('20:00');
      }),
    );
  });
});
