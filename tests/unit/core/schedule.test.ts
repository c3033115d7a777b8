import { describe, expect, it } from 'vitest';
import { type Day, HOUR, type Instant } from '../../../src/core/day.ts';
import {
  asksOn,
  type Due,
  momentOf,
  nextDue,
  type Schedule,
  type TimeOfDay,
  type Weekday,
  type Zone,
} from '../../../src/core/schedule.ts';

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const at = (time: string, zone: string, days = EVERY_DAY): Schedule => ({
  time: time as TimeOfDay,
  days,
  dates: null,
  months: null,
  zone: zone as Zone,
});

const moment = (iso: string): Instant => Date.parse(iso);

const shown = (dues: readonly Due[]): string[] =>
  dues.map((due) => `${due.day} ${new Date(due.at).toISOString().slice(0, 16)}`);

describe('momentOf', () => {
  it.each([
    ['Europe/Zurich', '2026-11-22', '09:00', '2026-11-22T08:00Z'],
    ['Asia/Kathmandu', '2026-11-22', '09:00', '2026-11-22T03:15Z'],
    ['Pacific/Kiritimati', '2026-11-22', '00:00', '2026-11-21T10:00Z'],
    ['UTC', '2028-02-29', '23:59', '2028-02-29T23:59Z'],
  ])('in %s on %s at %s is %s', (zone, day, time, expected) => {
    expect(momentOf(at(time, zone), day as Day)).toBe(moment(expected));
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', '02:00', '2026-03-29T01:00Z'],
    ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00Z'],
    ['Europe/Berlin', '2026-03-29', '02:59', '2026-03-29T01:00Z'],
    ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00Z'],
    ['America/Santiago', '2026-09-06', '00:00', '2026-09-06T04:00Z'],
    ['America/Santiago', '2026-09-06', '00:30', '2026-09-06T04:00Z'],
    ['America/Sao_Paulo', '2018-11-04', '00:15', '2018-11-04T03:00Z'],
    ['Africa/Cairo', '2026-04-24', '00:30', '2026-04-23T22:00Z'],
    ['Africa/Casablanca', '2026-03-22', '02:30', '2026-03-22T02:00Z'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30Z'],
    ['America/Nuuk', '2026-03-28', '23:30', '2026-03-29T01:00Z'],
    ['Pacific/Apia', '2011-12-30', '10:00', '2011-12-30T10:00Z'],
    ['Pacific/Kwajalein', '1993-08-21', '12:00', '1993-08-21T12:00Z'],
  ])('in %s on %s at %s, which no clock shows, is the end of the gap', (zone, day, time, end) => {
    expect(momentOf(at(time, zone), day as Day)).toBe(moment(end));
  });

  it.each([
    ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30Z'],
    ['Europe/Berlin', '2026-10-25', '02:00', '2026-10-25T00:00Z'],
    ['America/Santiago', '2026-04-04', '23:30', '2026-04-05T02:30Z'],
    ['Africa/Casablanca', '2026-02-15', '02:30', '2026-02-15T01:30Z'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45Z'],
    ['America/Havana', '2026-11-01', '00:30', '2026-11-01T04:30Z'],
    // The end of what is shown twice is shown once, after it.
    ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00Z'],
  ])('in %s on %s at %s, which clocks show twice, is the first', (zone, day, time, first) => {
    expect(momentOf(at(time, zone), day as Day)).toBe(moment(first));
  });
});

describe('the days of a schedule', () => {
  const days = EVERY_DAY;
  // 2026-11-13 is a Friday.
  it.each([
    [{ days, dates: [13], months: null }, '2026-11-13', true],
    [{ days, dates: [13], months: null }, '2026-11-14', false],
    [{ days: [5], dates: [14], months: null }, '2026-11-13', true],
    [{ days: [5], dates: [14], months: null }, '2026-11-14', true],
    [{ days: [5], dates: [14], months: null }, '2026-11-15', false],
    [{ days, dates: null, months: [11] }, '2026-11-15', true],
    [{ days, dates: null, months: [1, 12] }, '2026-11-15', false],
    [{ days: [4], dates: null, months: null }, '1970-01-01', true],
    [{ days: [7], dates: null, months: null }, '1969-12-28', true],
  ] as const)('%j has %s: %s', (study, day, expected) => {
    expect(asksOn(study, day as Day)).toBe(expected);
  });
});

describe('nextDue', () => {
  it('gives due times later than the moment asked, never that moment itself', () => {
    const schedule = at('09:00', 'UTC');
    const due = moment('2026-11-22T09:00Z');
    expect(shown(nextDue(schedule, due - 1, 1))).toEqual(['2026-11-22 2026-11-22T09:00']);
    expect(shown(nextDue(schedule, due, 1))).toEqual(['2026-11-23 2026-11-23T09:00']);
  });

  it('asks on its days only, as the zone’s calendar has them', () => {
    const mondays = at('00:30', 'Pacific/Auckland', [1]);
    expect(shown(nextDue(mondays, moment('2026-11-20T00:00Z'), 2))).toEqual([
      '2026-11-23 2026-11-22T11:30',
      '2026-11-30 2026-11-29T11:30',
    ]);
  });

  it('goes over leap days, month ends and week 53', () => {
    const schedule = at('12:00', 'UTC');
    const days = (after: string): string[] =>
      nextDue(schedule, moment(after), 3).map((due) => due.day);
    expect(days('2028-02-28T00:00Z')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01']);
    expect(days('2027-02-28T00:00Z')).toEqual(['2027-02-28', '2027-03-01', '2027-03-02']);
    expect(days('2026-12-31T00:00Z')).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
  });

  it('keeps the hour on the wall when the clocks change', () => {
    const schedule = at('09:00', 'Europe/Zurich');
    const [before, after] = nextDue(schedule, moment('2026-10-24T00:00Z'), 2);
    expect((after?.at ?? 0) - (before?.at ?? 0)).toBe(25 * HOUR);
  });

  it('names a due time by its nominal date, even where the gap ends on the next', () => {
    const schedule = at('10:00', 'Pacific/Apia');
    expect(shown(nextDue(schedule, moment('2011-12-29T12:00Z'), 3))).toEqual([
      '2011-12-29 2011-12-29T20:00',
      '2011-12-30 2011-12-30T10:00',
      '2011-12-31 2011-12-30T20:00',
    ]);
  });

  it('still finds a late time that the gap moved past midnight', () => {
    const schedule = at('23:30', 'America/Nuuk');
    const gapEnd = moment('2026-03-29T01:00Z');
    expect(shown(nextDue(schedule, gapEnd - 1, 2))).toEqual([
      '2026-03-28 2026-03-29T01:00',
      '2026-03-29 2026-03-30T00:30',
    ]);
  });
});
