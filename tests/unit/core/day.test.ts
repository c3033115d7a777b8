import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Day,
  dayIn,
  dayNumber,
  dayNumbered,
  inUtc,
  monthOf,
  parseDay,
  plusDays,
  weekOf,
} from '../../../src/core/day.ts';
import { always } from './made-up.ts';

const DAY_MS = 86_400_000;

/** Any date from 1970 to 2099, and its days since 1970. */
const anyDate = fc.nat({ max: 47_480 }).map((sinceEpoch) => ({
  sinceEpoch,
  day: new Date(sinceEpoch * DAY_MS).toISOString().slice(0, 10) as Day,
}));

describe('parseDay', () => {
  it.each(['2026-11-22', '2024-02-29', '2000-02-29', '2026-12-31'])('takes %s', (text) => {
    expect(parseDay(text)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '20261122',
    '2026-11-22T09:00',
    ' 2026-11-22',
    '+002026-11-22',
    '2026-11-22\n',
    '2026-W47-7',
    '',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('takes every date of the calendar', () => {
    always(
      fc.property(anyDate, ({ day }) => {
        expect(parseDay(day)).toBe(day);
      }),
    );
  });
});

describe('the number of a day', () => {
  const aroundLeapDays = [1600, 1900, 1972, 1999, 2000, 2026, 2028, 2100, 2400].flatMap((year) =>
    ['02-27', '02-28', '03-01', '03-02', '12-31', '01-01'].map((date) => `${year}-${date}` as Day),
  );

  it.each(aroundLeapDays)('is read back, and so is the one behind it: %s', (day) => {
    const number = dayNumber(day);
    expect(dayNumbered(number)).toBe(day);
    expect(dayNumbered(number + 1)).toBe(plusDays(day, 1));
  });

  it('counts from 1970-01-01', () => {
    expect(dayNumber('1970-01-01' as Day)).toBe(0);
    expect(dayNumber('2000-02-29' as Day)).toBe(11_016);
    expect(dayNumbered(-1)).toBe('1969-12-31');
  });
});

describe('plusDays', () => {
  it('goes as many days along the calendar as asked, both ways', () => {
    always(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(plusDays(from.day, to.sinceEpoch - from.sinceEpoch)).toBe(to.day);
      }),
    );
  });
});

describe('dayIn', () => {
  it.each([
    { zone: 'UTC', at: '2026-11-22T23:59:59.999Z', day: '2026-11-22' },
    { zone: 'Europe/Zurich', at: '2026-11-22T23:00:00Z', day: '2026-11-23' },
    { zone: 'Pacific/Kiritimati', at: '2026-11-22T10:00:00Z', day: '2026-11-23' },
    { zone: 'Pacific/Pago_Pago', at: '2026-11-22T10:59:00Z', day: '2026-11-21' },
    { zone: 'Asia/Kathmandu', at: '2026-11-22T18:15:00Z', day: '2026-11-23' },
    { zone: 'Pacific/Apia', at: '2011-12-30T09:59:59Z', day: '2011-12-29' },
    { zone: 'Pacific/Apia', at: '2011-12-30T10:00:00Z', day: '2011-12-31' },
  ])('shows $day on the wall calendar of $zone at $at', ({ zone, at, day }) => {
    expect(dayIn(zone, Date.parse(at))).toBe(day);
  });
});

describe('inUtc', () => {
  it('is a moment as other programs read it', () => {
    expect(inUtc(Date.UTC(2026, 10, 23, 9))).toBe('2026-11-23T09:00:00Z');
  });
});

describe('weekOf', () => {
  it.each([
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2026-01-01', '2026-W01'],
    ['2026-11-22', '2026-W47'],
    ['2026-11-23', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
  ])('puts %s in %s', (day, week) => {
    expect(weekOf(day as Day)).toBe(week);
  });

  it('changes from Sunday to Monday and on no other night', () => {
    always(
      fc.property(anyDate, ({ day, sinceEpoch }) => {
        const isSunday = new Date(sinceEpoch * DAY_MS).getUTCDay() === 0;
        expect(weekOf(plusDays(day, 1)) !== weekOf(day)).toBe(isSunday);
      }),
    );
  });

  it('names weeks so that their names sort by time', () => {
    always(
      fc.property(anyDate, anyDate, (one, other) => {
        const [early, late] = one.sinceEpoch < other.sinceEpoch ? [one, other] : [other, one];
        expect(weekOf(early.day) <= weekOf(late.day)).toBe(true);
      }),
    );
  });
});

describe('monthOf', () => {
  it('is the calendar month, whatever the week', () => {
    expect(monthOf('2027-01-01' as Day)).toBe('2027-01');
    expect(monthOf('2026-12-31' as Day)).toBe('2026-12');
  });
});
