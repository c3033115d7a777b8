import { describe, expect, it } from 'vitest';
import {
  type AskedBoard,
  type AskedSpan,
  boardFor,
  improvedIn,
  parseDates,
  termOf,
} from '../../../src/core/asked-board.ts';
import { NO_COURSE } from '../../../src/core/course.ts';
import type { Day } from '../../../src/core/day.ts';
import { channelId } from '../../../src/core/ids.ts';

const [study, lab] = [channelId.of('study'), channelId.of('lab')];
const day = (text: string): Day => text as Day;
const EVER = { first: null, last: null };

const week: AskedSpan = { kind: 'week', day: day('2026-11-26') };
const dates: AskedSpan = { kind: 'dates', first: day('2026-10-01'), last: day('2026-12-20') };

function asked(span: AskedSpan, rest: Partial<AskedBoard> = {}): AskedBoard {
  return { span, by: 'points', scope: 'community', ...rest };
}

describe('dates', () => {
  it.each([
    ['2026-10-01..2026-12-20', { first: '2026-10-01', last: '2026-12-20' }],
    [' 2026-10-01 .. 2026-10-01 ', { first: '2026-10-01', last: '2026-10-01' }],
    ['2026-12-20..2026-10-01', 'backwards'],
    ['2026-10-01', 'no dates'],
    ['2026-10-01..', 'no dates'],
    ['..2026-10-01', 'no dates'],
    ['2026-02-29..2026-03-01', 'no dates'],
    ['2026-10-01..2026-10-02..2026-10-03', 'no dates'],
    ['2026-10-01-2026-12-20', 'no dates'],
    ['', 'no dates'],
  ])('written %j', (text, expected) => {
    expect(parseDates(text)).toEqual(expected);
  });
});

describe('the term', () => {
  const course = (starts: string | null, ends: string | null) => ({
    ...NO_COURSE,
    starts: starts as Day | null,
    ends: ends as Day | null,
  });
  const daily = (channel: typeof study, starts: string | null, ends: string | null) => ({
    channel,
    course: course(starts, ends),
  });

  it('is none where no daily has one', () => {
    expect(termOf([], study)).toBeNull();
    expect(termOf([daily(study, null, null)], study)).toBeNull();
  });

  it('is that of the dailies of the channel', () => {
    const dailies = [
      daily(lab, '2026-01-01', '2026-02-01'),
      daily(study, '2026-10-01', '2026-12-20'),
    ];
    expect(termOf(dailies, study)).toEqual({ first: '2026-10-01', last: '2026-12-20' });
    expect(termOf(dailies, lab)).toEqual({ first: '2026-01-01', last: '2026-02-01' });
  });

  it('is that of the community where the channel has none, from the earliest begin to the latest end', () => {
    const dailies = [
      daily(study, null, null),
      daily(lab, '2026-10-01', '2026-11-30'),
      daily(lab, '2026-09-15', '2026-12-20'),
    ];
    const term = { first: '2026-09-15', last: '2026-12-20' };
    expect(termOf(dailies, study)).toEqual(term);
    expect(termOf(dailies.toReversed(), study)).toEqual(term);
  });

  it('is open on the side where one of them is', () => {
    const dailies = [daily(lab, null, '2026-11-30'), daily(lab, '2026-09-15', null)];
    expect(termOf(dailies, lab)).toEqual(EVER);
    expect(termOf(dailies.slice(0, 1), lab)).toEqual({ first: null, last: '2026-11-30' });
  });
});

describe('the board that was asked for', () => {
  it.each([
    [week, 'week:2026-W48'],
    [{ kind: 'month', day: day('2026-11-26') }, 'month:2026-11'],
    [{ kind: 'all' }, 'all'],
  ] as const)('is kept for the points of the community: %o', (span, name) => {
    expect(boardFor(asked(span), study, EVER)).toEqual({ kind: 'kept', name });
  });

  it('is worked out for all others, from the days of the span', () => {
    expect(boardFor(asked(week, { by: 'accuracy' }), study, EVER)).toEqual({
      kind: 'derived',
      name: 'derived:accuracy:*:2026-11-23..2026-11-29',
      by: 'accuracy',
      span: { first: '2026-11-23', last: '2026-11-29' },
      channel: null,
    });
    expect(
      boardFor(asked({ kind: 'month', day: day('2028-02-10') }, { scope: 'channel' }), lab, EVER),
    ).toMatchObject({
      name: 'derived:points:lab:2028-02-01..2028-02-29',
      span: { first: '2028-02-01', last: '2028-02-29' },
      channel: lab,
    });
    expect(boardFor(asked(dates), study, EVER)).toMatchObject({
      name: 'derived:points:*:2026-10-01..2026-12-20',
    });
    const term = { first: null, last: day('2026-12-20') };
    expect(boardFor(asked({ kind: 'term' }), study, term)).toMatchObject({
      name: 'derived:points:*:..2026-12-20',
      span: term,
    });
  });

  it('is the same for streaks whatever the span', () => {
    const streaks = [week, dates].map((span) => boardFor(asked(span, { by: 'streak' }), lab, EVER));
    expect(streaks[0]).toEqual(streaks[1]);
    expect(streaks[0]).toMatchObject({ name: 'derived:streak:*:..', span: EVER });
  });

  it('of the improved begins on the Monday of its week', () => {
    const sunday = improvedIn(day('2027-01-03'));
    expect(sunday).toEqual({
      kind: 'improved',
      name: 'derived:improved:2026-12-28',
      week: '2026-12-28',
    });
    expect(improvedIn(day('2026-12-28'))).toEqual(sunday);
  });
});
