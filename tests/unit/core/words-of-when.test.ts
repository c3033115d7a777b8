import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_DAY, type Schedule, type TimeOfDay } from '../../../src/core/schedule.ts';
import { isWhenWord, readWhen, whenInWords } from '../../../src/core/when.ts';
import { always } from './made-up.ts';

describe('the words of a schedule', () => {
  const days = fc.subarray([...EVERY_DAY], { minLength: 1 });
  const dates = fc.option(fc.subarray([1, 7, 15, 29], { minLength: 1 }), { nil: null });
  const months = fc.option(fc.subarray([1, 2, 10, 12], { minLength: 1 }), { nil: null });
  const time = fc
    .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':') as TimeOfDay);

  it('are read back as the same schedule', () => {
    always(
      fc.property(time, days, dates, months, (at, on, inMonth, inYear) => {
        const schedule = { time: at, days: on, dates: inMonth, months: inYear } as Omit<
          Schedule,
          'zone'
        >;
        const { time: again, days: study } = readWhen(whenInWords(schedule)) as {
          time: unknown;
          days: unknown;
        };
        expect({ time: again, ...(study as object) }).toEqual(schedule);
      }),
    );
  });

  it('are each known for one', () => {
    always(
      fc.property(time, days, dates, months, (at, on, inMonth, inYear) => {
        const words = whenInWords({ time: at, days: on as never, dates: inMonth, months: inYear });
        expect(
          words
            .replace(/, /g, ',')
            .split(' ')
            .filter((word) => !isWhenWord(word)),
        ).toEqual([]);
      }),
    );
  });

  it.each(
    'weekdays daily Mondays tuesday,thursday sundays, noon 9am am p.m. 9.30 at & @daily H */5'.split(
      ' ',
    ),
  )('are known: %s', (word) => {
    expect(isWhenWord(word)).toBe(true);
  });

  it.each(
    'UTC Europe/Zurich virtualization d1 none 2026-10-01.. xam amx m x@ mondays,x'.split(' '),
  )('are not all words: %s', (word) => {
    expect(isWhenWord(word)).toBe(false);
  });

  it('are plain ones where no date and no month is named', () => {
    const schedule = { time: '09:05' as TimeOfDay, days: EVERY_DAY, dates: null, months: null };
    expect(whenInWords(schedule)).toBe('daily at 09:05');
    expect(whenInWords({ ...schedule, dates: [1, 15] })).toBe('5 9 1,15 * *');
    expect(whenInWords({ ...schedule, days: [1, 7], months: [2] })).toBe('5 9 * 2 1,7');
  });
});
