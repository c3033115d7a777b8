import { describe, expect, it } from 'vitest';
import { type Day, HOUR, type Instant, MINUTE } from '../../../src/core/day.ts';
import { type Dice, seededDice } from '../../../src/core/dice.ts';
import {
  type Due,
  dueAfter,
  type Schedule,
  type TimeOfDay,
  type Weekday,
  type Zone,
} from '../../../src/core/schedule.ts';
import { type WallClock, wallClock } from './wall-clock.ts';

const DAY = 24 * HOUR;
const YEAR_BEGINS = Date.UTC(2026, 0, 1);
const YEAR_ENDS = Date.UTC(2027, 0, 1);

const ZONES = Intl.supportedValuesOf('timeZone').map(wallClock);

const iso = (wall: number): string => new Date(wall).toISOString();

/** Weekday of a date, Monday 1 to Sunday 7. */
const weekdayOf = (wall: number): Weekday =>
  (((new Date(wall).getUTCDay() + 6) % 7) + 1) as Weekday;

/** A schedule that asks on the wall time given, on that day of the week and some others. */
function scheduleAround(clock: WallClock, wall: number, dice: Dice): Schedule {
  const days = ([1, 2, 3, 4, 5, 6, 7] as const).filter(
    (day) => day === weekdayOf(wall) || dice() < 0.7,
  );
  return {
    time: iso(wall).slice(11, 16) as TimeOfDay,
    days,
    dates: null,
    months: null,
    zone: clock.zone as Zone,
  };
}

/** What is due in the days around a wall time, said without the code under test. */
function expectedDues(clock: WallClock, schedule: Schedule, wall: number, after: Instant): Due[] {
  const around = [-4, -3, -2, -1, 0, 1, 2, 3].map((days) => wall + days * DAY);
  return around
    .filter((each) => schedule.days.includes(weekdayOf(each)))
    .map((each) => ({ day: iso(each).slice(0, 10) as Day, at: clock.firstShowing(each) }))
    .filter((due) => due.at > after);
}

function firstDues(schedule: Schedule, after: Instant, count: number): Due[] {
  const dues: Due[] = [];
  for (const due of dueAfter(schedule, after)) {
    if (dues.length === count) break;
    dues.push(due);
  }
  return dues;
}

/** Where the answer is not one due time per nominal date asked, each later than the last. */
function faultsNear(clock: WallClock, wall: number, dice: Dice): string[] {
  const schedule = scheduleAround(clock, wall, dice);
  const after = wall - clock.offsetAt(wall) - Math.floor(dice() * 3 * DAY);
  const expected = expectedDues(clock, schedule, wall, after);
  const starts = [after, ...expected.flatMap(({ at }) => [at - 1, at])];
  return starts.flatMap((start) => {
    const wanted = expected.filter(({ at }) => at > start);
    const found = firstDues(schedule, start, wanted.length);
    const same = JSON.stringify(found) === JSON.stringify(wanted);
    return same ? [] : [JSON.stringify({ schedule, start: iso(start), found, wanted })];
  });
}

describe('due times in every zone of this machine', () => {
  it('are one per nominal date around every change of the clocks in 2026', () => {
    const dice = seededDice('every change of 2026');
    const jumps = ZONES.flatMap((clock) =>
      clock.jumpsBetween(YEAR_BEGINS, YEAR_ENDS).map((jump) => ({ clock, jump })),
    );
    expect(jumps.length).toBeGreaterThan(200);
    const faults = jumps.flatMap(({ clock, jump }) => {
      const wall = jump + clock.offsetAt(jump - MINUTE);
      const near = [-60, -15, -1, 0, 15, 59].map((minutes) => wall + minutes * MINUTE);
      return near.flatMap((each) => faultsNear(clock, each, dice));
    });
    expect(faults).toEqual([]);
  });

  it('are one per nominal date on any other day', () => {
    const dice = seededDice('any other day');
    const faults = ZONES.flatMap((clock) => {
      const wall = YEAR_BEGINS + Math.floor(dice() * 365 * 24 * 4) * 15 * MINUTE;
      return faultsNear(clock, wall, dice);
    });
    expect(faults).toEqual([]);
  });
});
