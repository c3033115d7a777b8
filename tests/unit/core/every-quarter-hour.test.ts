import { describe, expect, it } from 'vitest';
import { type Day, HOUR, type Instant, weekOf } from '../../../src/core/day.ts';
import { seededDice } from '../../../src/core/dice.ts';
import {
  EVERY_DAY,
  momentOf,
  nextDue,
  type Schedule,
  type TimeOfDay,
  type Zone,
} from '../../../src/core/schedule.ts';
import { isNearChange, quarters, type Stretch, shownAt, stretchesOf } from '../../zones/sweep.ts';

const DAY = 24 * HOUR;
const ZONES = Intl.supportedValuesOf('timeZone');
const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2031, 0, 1);

const at = (time: string, zone: string): Schedule => ({
  time: time as TimeOfDay,
  days: EVERY_DAY,
  dates: null,
  months: null,
  zone: zone as Zone,
});

/** Where the moment is not the one that a walk through all moments meets first, or is earlier than the last. */
function faultsIn(zone: string, stretches: readonly Stretch[]): string[] {
  const faults: string[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { wall, at: expected } of quarters(stretches)) {
    const { day, time } = shownAt(wall);
    const found = momentOf(at(time, zone), day as Day);
    if (found !== expected || found < last) faults.push(`${zone} ${day} ${time}: ${found}`);
    last = found;
  }
  return faults;
}

/** Two days before each change of the clocks to two days after it; changes nearer than that belong together. */
function nearChanges(stretches: readonly Stretch[]): Stretch[][] {
  const parts: Stretch[][] = [];
  for (const [index, { start, offset }] of stretches.entries()) {
    const before = stretches[index - 1];
    if (!before) continue;
    parts.push([
      { ...before, start: Math.max(before.start, start - 2 * DAY) },
      { start, offset, end: Math.min(stretches[index]?.end ?? start, start + 2 * DAY) },
    ]);
  }
  return parts;
}

describe('Q11 every quarter of an hour has one due time', () => {
  it('within two days of every change of the clocks from 2024 to 2030, in every zone', {
    timeout: 120_000,
  }, () => {
    let changes = 0;
    const faults = ZONES.flatMap((zone) => {
      const parts = nearChanges(stretchesOf(zone, FROM, TO, 4 * DAY));
      changes += parts.length;
      return parts.flatMap((part) => faultsIn(zone, part));
    });
    expect(changes).toBeGreaterThan(1_500);
    expect(faults).toEqual([]);
  });

  it('on some days of every zone without a change', () => {
    const dice = seededDice('quarters of an hour');
    const faults = ZONES.flatMap((zone) => {
      const stretches = stretchesOf(zone, FROM, TO, 4 * DAY);
      const start = FROM + Math.floor(dice() * (TO - FROM - 3 * DAY));
      if (isNearChange(stretches, start)) return [];
      const around = stretches.find((one) => one.start <= start && one.end > start) as Stretch;
      return faultsIn(zone, [{ ...around, start, end: Math.min(around.end, start + DAY) }]);
    });
    expect(faults).toEqual([]);
  });

  it('in some zones around every change from 1970 to 2099', () => {
    const dice = seededDice('old and new changes');
    const some = ZONES.filter(() => dice() < 0.04);
    const faults = some.flatMap((zone) =>
      nearChanges(stretchesOf(zone, 0, Date.UTC(2099, 0, 1), 4 * DAY)).flatMap((part) =>
        faultsIn(zone, part),
      ),
    );
    expect(some.length).toBeGreaterThan(8);
    expect(faults).toEqual([]);
  });

  it.each([
    ['Pacific/Apia', Date.UTC(2011, 11, 20), Date.UTC(2012, 0, 10)],
    ['Pacific/Kwajalein', Date.UTC(1993, 7, 10), Date.UTC(1993, 8, 1)],
    ['Africa/Cairo', Date.UTC(2010, 0, 1), Date.UTC(2015, 0, 1)],
    ['America/Sao_Paulo', Date.UTC(2017, 0, 1), Date.UTC(2020, 0, 1)],
    ['Antarctica/Troll', Date.UTC(2025, 0, 1), Date.UTC(2026, 0, 1)],
  ])('in %s, which skipped or doubled more than others', (zone, from, to) => {
    expect(faultsIn(zone, stretchesOf(zone, from, to, 6 * HOUR))).toEqual([]);
  });

  it('comes in the same order whatever was asked before', () => {
    const dice = seededDice('any order');
    const zone = 'Africa/Casablanca';
    const days = [
      '2026-03-22',
      '1975-01-01',
      '2099-06-01',
      '2026-02-15',
      '1970-01-02',
      '2050-10-01',
    ];
    const first = days.map((day) => momentOf(at('02:30', zone), day as Day));
    const shuffled = [...days.entries()].sort(() => dice() - 0.5);
    for (const [index, day] of shuffled) {
      expect(momentOf(at('02:30', zone), day as Day)).toBe(first[index]);
    }
  });
});

describe('Q11 the calendar', () => {
  const firstDays = (schedule: Schedule, after: Instant, count: number): string[] =>
    nextDue(schedule, after, count).map(({ day }) => day);

  it('has 29 February once in four years', () => {
    const leap = { ...at('09:00', 'Europe/Zurich'), dates: [29], months: [2] };
    expect(firstDays(leap, Date.UTC(2026, 0, 1), 3)).toEqual([
      '2028-02-29',
      '2032-02-29',
      '2036-02-29',
    ]);
    expect(firstDays(leap, Date.UTC(2097, 0, 1), 1)).toEqual(['2104-02-29']);
  });

  it('has a 31st in seven months', () => {
    const last = { ...at('09:00', 'UTC'), dates: [31] };
    expect(firstDays(last, Date.UTC(2026, 0, 1), 7).map((day) => day.slice(5))).toEqual([
      '01-31',
      '03-31',
      '05-31',
      '07-31',
      '08-31',
      '10-31',
      '12-31',
    ]);
  });

  it('has a week 53 that ends in the next year', () => {
    const week = nextDue(at('09:00', 'UTC'), Date.UTC(2026, 11, 28), 7);
    expect(new Set(week.map(({ day }) => weekOf(day)))).toEqual(new Set(['2026-W53']));
  });
});
