import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Course,
  type DaySpan,
  daysToExam,
  isFree,
  merged,
  NO_COURSE,
} from '../../../src/core/course.ts';
import {
  holidayParts,
  holidaysInWords,
  parseDate,
  parseSpan,
  parseTerm,
  termInWords,
} from '../../../src/core/course-words.ts';
import { comingQuestions, dueNext, givesWayAt, tooLate } from '../../../src/core/daily.ts';
import { type Day, dayNumber, dayNumbered, HOUR } from '../../../src/core/day.ts';
import { dueAfter, momentOf } from '../../../src/core/schedule.ts';
import { replayStreak } from '../../../src/core/streak.ts';
import { always } from './made-up.ts';
import { anyDaily, NOVEMBER } from './made-up-dailies.ts';

const day = (text: string): Day => text as Day;
const span = (first: string, last = first): DaySpan => ({ first: day(first), last: day(last) });

const FIRST = dayNumber(day('2026-11-01'));
const anyDay = fc.nat({ max: 60 }).map((after) => dayNumbered(FIRST + after));
const anySpan = fc
  .tuple(anyDay, fc.nat({ max: 6 }))
  .map(([first, more]) => ({ first, last: dayNumbered(dayNumber(first) + more) }));

const anyCourse: fc.Arbitrary<Course> = fc
  .record({
    starts: fc.option(anyDay, { nil: null }),
    ends: fc.option(anyDay, { nil: null }),
    holidays: fc.array(anySpan, { maxLength: 6 }).map(merged),
    exam: fc.option(anyDay, { nil: null }),
  })
  .filter(({ starts, ends }) => starts === null || ends === null || starts <= ends);

/** Said once more, the long way. */
function isFreeByList({ starts, ends, holidays }: Course, at: Day): boolean {
  const off = holidays.some(({ first, last }) => at >= first && at <= last);
  return off || (starts !== null && at < starts) || (ends !== null && at > ends);
}

describe('a course', () => {
  it('is free on its holidays and outside its term', () => {
    always(
      fc.property(anyCourse, anyDay, (course, at) => {
        expect(isFree(course, at)).toBe(isFreeByList(course, at));
      }),
    );
  });

  it('makes no occurrence on a free day and leaves all others as they are', () => {
    always(
      fc.property(anyDaily, anyCourse, ({ schedule }, course) => {
        const within = (dues: Iterable<{ day: Day; at: number }>) => {
          const found = [];
          for (const due of dues) {
            if (due.day > '2027-01-31') break;
            found.push(due);
          }
          return found;
        };
        const all = within(dueAfter(schedule, NOVEMBER));
        const left = within(dueAfter(schedule, NOVEMBER, course));
        expect(left).toEqual(all.filter((due) => !isFree(course, due.day)));
      }),
    );
  });

  it('lets nothing on a free day change a streak (I6)', () => {
    always(
      fc.property(anyDaily, anyCourse, fc.integer({ min: 1, max: 20 }), (daily, course, count) => {
        const rounds = comingQuestions({ ...daily, course }, NOVEMBER, null, count);
        const free = comingQuestions(daily, NOVEMBER, null, count);
        const streakOver = (dues: readonly unknown[]) =>
          replayStreak(
            dues.map((_, at) => at + 1),
            new Set(),
          );
        expect(rounds.filter((due) => isFree(course, due.day))).toEqual([]);
        expect(streakOver(rounds).current).toBe(rounds.length);
        if (rounds.length === free.length) expect(streakOver(rounds)).toEqual(streakOver(free));
      }),
    );
  });

  it('ends its last question when the time comes round on the day after its end', () => {
    always(
      fc.property(anyDaily, anyCourse, (daily, course) => {
        const withCourse = { ...daily, course };
        for (const due of comingQuestions(withCourse, NOVEMBER, null, 80)) {
          const next = dueNext(withCourse, due);
          const ended =
            course.ends && momentOf(daily.schedule, dayNumbered(dayNumber(course.ends) + 1));
          expect(givesWayAt(withCourse, due)).toBe(next?.at ?? ended);
          const over = givesWayAt(withCourse, due);
          expect(tooLate(withCourse, due as never, (over ?? 0) - 1, 9_999 * HOUR)).toBe(false);
          if (over !== null)
            expect(tooLate(withCourse, due as never, over, 9_999 * HOUR)).toBe(true);
        }
      }),
    );
  });

  it('counts down to its exam and no further', () => {
    expect(daysToExam(day('2027-02-03'), day('2027-01-31'))).toBe(3);
    expect(daysToExam(day('2027-02-03'), day('2027-02-03'))).toBe(0);
    expect(daysToExam(day('2027-02-03'), day('2027-02-04'))).toBeNull();
    expect(daysToExam(null, day('2027-02-04'))).toBeNull();
  });
});

describe('spans of days', () => {
  it('are merged where they touch, and hold the same days', () => {
    always(
      fc.property(fc.array(anySpan, { maxLength: 10 }), anyDay, (spans, at) => {
        const result = merged(spans);
        const holds = (some: readonly DaySpan[]): boolean =>
          some.some(({ first, last }) => at >= first && at <= last);
        expect(holds(result)).toBe(holds(spans));
        for (const [index, { first }] of result.entries()) {
          const before = result[index - 1];
          if (before) expect(dayNumber(first) - dayNumber(before.last)).toBeGreaterThan(1);
        }
      }),
    );
  });

  it.each([
    ['2026-12-24', span('2026-12-24')],
    ['2026-12-21..2027-01-03', span('2026-12-21', '2027-01-03')],
    ['2027-01-03..2026-12-21', null],
    ['2026-12-24..', null],
    ['2026-12-24..2026-12-25..2026-12-26', null],
    ['2026-02-29', null],
    ['24.12.2026', null],
    ['1999-12-31', null],
    ['2200-01-01', null],
    ['none', null],
  ])('%j is %j', (text, expected) => {
    expect(parseSpan(text)).toEqual(expected);
  });

  it('are listed with commas, spaces or both', () => {
    expect(holidayParts(' 2026-12-21 .. 2027-01-03,2027-04-02;  zurich ')).toEqual([
      '2026-12-21..2027-01-03',
      '2027-04-02',
      'zurich',
    ]);
  });

  it('are read back as they are said', () => {
    always(
      fc.property(fc.array(anySpan, { minLength: 1, maxLength: 9 }).map(merged), (holidays) => {
        expect(holidayParts(holidaysInWords(holidays)).map(parseSpan)).toEqual(holidays);
      }),
    );
  });
});

describe('a term', () => {
  it.each([
    ['2026-10-01..2027-01-31', '2026-10-01', '2027-01-31'],
    ['2026-10-01 .. ', '2026-10-01', null],
    ['..2027-01-31', null, '2027-01-31'],
    ['None', null, null],
    ['2026-10-01..2026-10-01', '2026-10-01', '2026-10-01'],
  ])('%j runs from %s to %s', (text, starts, ends) => {
    expect(parseTerm(text)).toEqual({ starts, ends });
  });

  it.each([
    '',
    '..',
    '2026-10-01',
    '2027-01-31..2026-10-01',
    'a..b',
    '2026-10-01..b',
    '..x',
    '1..2..3',
  ])('is not %j', (text) => {
    expect(parseTerm(text)).toBeNull();
  });

  it('is read back as it is said', () => {
    always(
      fc.property(anyCourse, ({ starts, ends }) => {
        expect(parseTerm(termInWords({ starts, ends }))).toEqual({ starts, ends });
      }),
    );
    expect(termInWords(NO_COURSE)).toBe('none');
    expect(parseDate('2026-12-24')).toBe('2026-12-24');
  });
});

describe('the number of a day', () => {
  it('names that day and no other', () => {
    const date = fc.date({
      min: new Date('0100-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    always(
      fc.property(date, (at) => {
        const text = at.toISOString().slice(0, 10);
        const number = Math.floor(at.getTime() / (24 * HOUR));
        expect(dayNumbered(number)).toBe(text);
        expect(dayNumber(day(text))).toBe(number);
      }),
    );
  });
});
