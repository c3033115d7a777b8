import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayNumber, dayNumbered } from '../../../src/core/day.ts';
import {
  calendarOf,
  type KnownAnswer,
  monthTallies,
  percentRight,
  tallyOf,
  topicTallies,
  topPercent,
} from '../../../src/core/statistics.ts';
import { always } from './made-up.ts';

const FIRST = dayNumber('2026-09-01' as Day);
const anyDay = fc.integer({ min: 0, max: 120 }).map((days) => dayNumbered(FIRST + days));
const anyAnswer: fc.Arbitrary<KnownAnswer> = fc.record({
  day: anyDay,
  topic: fc.constantFrom('Paging', 'Traps', 'Migration'),
  mark: fc.constantFrom('right', 'partly', 'wrong', null),
});
const anyAnswers = fc.array(anyAnswer, { maxLength: 60 });

const on = (day: string, ...marks: KnownAnswer['mark'][]): KnownAnswer[] =>
  marks.map((mark) => ({ day: day as Day, topic: 'Paging', mark }));
const markOf = (...marks: KnownAnswer['mark'][]) =>
  calendarOf(on('2026-11-23', ...marks), '2026-11-23' as Day, 1)[0]?.days[0];

describe('a calendar', () => {
  it('begins each row on a Monday and ends with the day up to which it is made', () => {
    const weeks = calendarOf(on('2026-11-24', 'right'), '2026-11-25' as Day, 2);
    expect(weeks).toEqual([
      { monday: '2026-11-16', days: Array.from({ length: 7 }, () => 'none') },
      { monday: '2026-11-23', days: ['none', 'right', 'none'] },
    ]);
  });

  it('says of a day with several questions whether all were right, some, or none', () => {
    expect(markOf()).toBe('none');
    expect(markOf(null, null)).toBe('answered');
    expect(markOf('right', null, 'right')).toBe('right');
    expect(markOf('wrong', 'wrong')).toBe('wrong');
    expect(markOf('wrong', 'right')).toBe('partly');
    expect(markOf('partly')).toBe('partly');
  });

  it('shows an answer on each day that has one, and on no other', () => {
    always(
      fc.property(anyAnswers, anyDay, fc.integer({ min: 1, max: 20 }), (answers, until, weeks) => {
        const days = new Set<Day>(answers.map(({ day }) => day));
        const rows = calendarOf(answers, until, weeks);
        expect(rows).toHaveLength(weeks);
        for (const { monday, days: marks } of rows) {
          for (const [at, mark] of marks.entries()) {
            expect(mark !== 'none').toBe(days.has(dayNumbered(dayNumber(monday) + at)));
          }
        }
        expect(rows.slice(0, -1).every((row) => row.days.length === 7)).toBe(true);
      }),
    );
  });
});

describe('tallies', () => {
  it('by topic and by month add up to that of all answers', () => {
    always(
      fc.property(anyAnswers, (answers) => {
        const all = tallyOf(answers);
        const sum = (rows: readonly { graded: number; right: number }[]) => ({
          graded: rows.reduce((total, row) => total + row.graded, 0),
          right: rows.reduce((total, row) => total + row.right, 0),
        });
        expect(sum(topicTallies(answers))).toEqual(all);
        expect(sum(monthTallies(answers))).toEqual(all);
        const answered = monthTallies(answers).map((month) => month.answered);
        expect(answered.reduce((total, count) => total + count, 0)).toBe(answers.length);
      }),
    );
  });

  it('by topic begin with the weakest, and with more answers among equals', () => {
    const of = (topic: string, right: number, wrong: number): KnownAnswer[] => [
      ...on('2026-11-23', ...Array<'right'>(right).fill('right')).map((a) => ({ ...a, topic })),
      ...on('2026-11-23', ...Array<'wrong'>(wrong).fill('wrong')).map((a) => ({ ...a, topic })),
    ];
    const answers = [
      ...of('Traps', 1, 1),
      ...of('Paging', 2, 2),
      ...of('IO', 0, 1),
      ...of('VM', 3, 0),
    ];
    expect(topicTallies(answers).map(({ topic }) => topic)).toEqual([
      'IO',
      'Paging',
      'Traps',
      'VM',
    ]);
  });

  it('have no percent where nothing was graded', () => {
    expect(percentRight(tallyOf(on('2026-11-23', null)))).toBeNull();
    expect(percentRight({ graded: 3, right: 2 })).toBe(67);
  });
});

describe('the top percent of a rank', () => {
  it('is 1 to 100, never better for a later rank', () => {
    expect([topPercent(1, 1), topPercent(1, 200), topPercent(3, 12), topPercent(12, 12)]).toEqual([
      100, 1, 25, 100,
    ]);
    always(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [rank, total] = [Math.min(a, b), Math.max(a, b)];
        const top = topPercent(rank, total);
        expect(top).toBeGreaterThanOrEqual(1);
        expect(top).toBeLessThanOrEqual(topPercent(Math.min(rank + 1, total), total));
      }),
    );
  });
});
