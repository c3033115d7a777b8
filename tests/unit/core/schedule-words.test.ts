import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysInWords,
  parseDays,
  parseTime,
  parseZone,
  type Weekday,
} from '../../../src/core/schedule.ts';
import { always } from './made-up.ts';

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

describe('parseTime', () => {
  it.each([
    ['9:00', '09:00'],
    ['09:00', '09:00'],
    ['9.00', '09:00'],
    ['0:00', '00:00'],
    ['23:59', '23:59'],
    ['  18:30 ', '18:30'],
  ])('reads %j as %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each([
    '24:00',
    '23:60',
    '9',
    '9:5',
    '9:000',
    '009:00',
    '-1:00',
    '9:00 pm',
    '9h00',
    '09:00:00',
    '',
    ':',
    'noon',
    '٠٩:٠٠',
    '* * * * *',
  ])('refuses %j', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('reads back every minute of the day', () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const digits = [Math.floor(minute / 60), minute % 60].map((n) => String(n).padStart(2, '0'));
      expect(parseTime(digits.join('.'))).toBe(digits.join(':'));
    }
  });
});

describe('parseDays', () => {
  it.each([
    ['daily', EVERY_DAY],
    ['every day', EVERY_DAY],
    ['weekdays', [1, 2, 3, 4, 5]],
    ['weekends', [6, 7]],
    [' Weekdays ', [1, 2, 3, 4, 5]],
    ['mon, wed fri', [1, 3, 5]],
    ['mon,wed,fri', [1, 3, 5]],
    ['fri mon wed mon', [1, 3, 5]],
    ['Tuesday and Thursday', [2, 4]],
    ['tues thurs', [2, 4]],
    ['sunday', [7]],
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['fri-mon', [1, 5, 6, 7]],
    ['mon-mon', [1]],
    ['mon,  fri,', [1, 5]],
    ['weekdays and sat', [1, 2, 3, 4, 5, 6]],
  ])('reads %j as %j', (text, days) => {
    expect(parseDays(text)).toEqual(days);
  });

  it.each([
    '',
    ' ',
    ',',
    'and',
    'someday',
    'mo',
    '1,2,3',
    'mon, today',
    'mon-',
    'mon-wed-fri',
    'mon-today',
    '* * * * *',
  ])('refuses %j', (text) => {
    expect(parseDays(text)).toBeNull();
  });

  it.each(['monkey', 'sunny', 'wedding, fri'])(
    'refuses %j, which only begins like a day',
    (text) => {
      expect(parseDays(text)).toBeNull();
    },
  );

  it.each(['constructor', '__proto__'])('refuses %j, which every object knows', (text) => {
    expect(parseDays(text)).toBeNull();
  });

  it('gives days in order and once each, or null, for whatever is typed', () => {
    const word = fc.constantFrom('mon', 'TUE', 'wednesday', 'thu', 'sun', 'and', 'x', 'daily', '');
    const typed = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join(' ')),
    );
    always(
      fc.property(typed, (text) => {
        const days = parseDays(text);
        if (days === null) return;
        expect(days).toEqual(EVERY_DAY.filter((day) => days.includes(day)));
        expect(days.length).toBeGreaterThan(0);
      }),
    );
  });

  it('reads back what daysInWords says, for every set of days', () => {
    for (let set = 1; set < 128; set++) {
      const days = EVERY_DAY.filter((_, at) => set & (1 << at));
      expect(parseDays(daysInWords(days))).toEqual(days);
    }
  });
});

describe('daysInWords', () => {
  it.each([
    [EVERY_DAY, 'daily'],
    [[1, 2, 3, 4, 5] as const, 'weekdays'],
    [[6, 7] as const, 'weekends'],
    [[1, 3, 5] as const, 'mon, wed, fri'],
    [[7] as const, 'sun'],
  ])('calls %j %s', (days, words) => {
    expect(daysInWords(days)).toBe(words);
  });
});

describe('parseZone', () => {
  it.each([
    ['Europe/Zurich', 'Europe/Zurich'],
    ['europe/zurich', 'Europe/Zurich'],
    ['EUROPE/BERLIN', 'Europe/Berlin'],
    [' America/New_York ', 'America/New_York'],
    ['america/los_angeles', 'America/Los_Angeles'],
    ['utc', 'UTC'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
  ])('reads %j as %s', (text, zone) => {
    expect(parseZone(text)).toBe(zone);
  });

  it.each(['Europe/Kyiv', 'Asia/Kolkata', 'US/Eastern'])(
    'keeps the name %s, an alias to some',
    (zone) => {
      expect(parseZone(zone)).toBe(zone);
    },
  );

  it.each([
    ['asia/kolkata', 'Asia/Kolkata'],
    ['us/eastern', 'US/Eastern'],
  ])('spells %s as the database does: %s', (text, zone) => {
    expect(parseZone(text)).toBe(zone);
  });

  it.each([
    '',
    ' ',
    'Mars/Olympus',
    'Zurich',
    'CEST',
    '+01:00',
    '-0500',
    '−01:00',
    'UTC+1',
    'Z',
    'Europe/Zurich\u0000',
    '../etc/passwd',
    'constructor',
    '2026-11-23T09:00+05:30',
    '2026-11-23T09:00Z',
    '2026-11-23T09:00[Europe/Zurich]',
  ])('refuses %j', (text) => {
    expect(parseZone(text)).toBeNull();
  });

  it('takes every zone that this machine knows, as it is', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) expect(parseZone(zone)).toBe(zone);
  });
});
