import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_COURSE } from '../../../src/core/course.ts';
import {
  comingQuestions,
  type Daily,
  dueNext,
  dueToPlan,
  givesWayAt,
  type Occurrence,
  PLAN_AHEAD,
  tooLate,
} from '../../../src/core/daily.ts';
import { type Day, HOUR, type Instant, MINUTE } from '../../../src/core/day.ts';
import { channelId, communityId, dailyId, deckId } from '../../../src/core/ids.ts';
import type { TimeOfDay, Zone } from '../../../src/core/schedule.ts';
import { always } from './made-up.ts';

const moment = (iso: string): Instant => Date.parse(iso);

const daily: Daily = {
  id: dailyId.of('d1'),
  community: communityId.of('terminal:local'),
  channel: channelId.of('here'),
  deck: deckId.of('virtualization'),
  schedule: {
    time: '09:00' as TimeOfDay,
    days: [1, 2, 3, 4, 5],
    dates: null,
    months: null,
    zone: 'UTC' as Zone,
  },
  course: NO_COURSE,
  organiser: null,
  named: null,
  since: moment('2026-11-01T12:00Z'),
  paused: false,
  revision: 1,
};

const paused: Daily = { ...daily, paused: true };

/** A moment of November 2026, a quarter of an hour exactly or a little beside it. */
const anyMoment = fc
  .tuple(fc.nat({ max: 30 * 24 * 4 }), fc.constantFrom(-1, 0, 1))
  .map(([quarters, beside]) => moment('2026-11-01T00:00Z') + quarters * 15 * MINUTE + beside);

describe('what a daily asks next', () => {
  it('is as many due times as wanted, on its days', () => {
    // 2026-11-20 is a Friday.
    const dues = comingQuestions(daily, moment('2026-11-20T08:00Z'), null, 3);
    expect(dues.map((due) => due.day)).toEqual(['2026-11-20', '2026-11-23', '2026-11-24']);
  });

  it('is nothing while it is paused', () => {
    expect(comingQuestions(paused, daily.since, null, 5)).toEqual([]);
    expect(dueToPlan(paused, daily.since, daily.since, null)).toEqual([]);
  });

  it('is nothing from before its creation, resume or edit', () => {
    const since = moment('2026-11-18T09:00:01Z');
    const [first] = comingQuestions({ ...daily, since }, moment('2026-11-09T00:00Z'), null, 1);
    expect(first?.day).toBe('2026-11-19');
    const planned = dueToPlan({ ...daily, since }, moment('2026-11-09T00:00Z'), since, null);
    expect(planned.map((due) => due.day)).toEqual(['2026-11-19', '2026-11-20']);
  });
});

describe('what the ledger should hold', () => {
  it('is every due time after the last one planned, up to the horizon', () => {
    always(
      fc.property(anyMoment, anyMoment, (after, now) => {
        const from = Math.max(after, daily.since);
        const within = comingQuestions(daily, after, null, 26).filter(
          (due) => due.at > from && due.at <= now + PLAN_AHEAD,
        );
        expect(dueToPlan(daily, after, now, null)).toEqual(within);
      }),
    );
  });

  it('holds what falls on the horizon, and nothing beyond it', () => {
    const due = moment('2026-11-18T09:00Z');
    const last = (now: Instant): Instant | undefined =>
      dueToPlan(daily, due - HOUR, now, null).at(-1)?.at;
    expect(last(due - PLAN_AHEAD)).toBe(due);
    expect(last(due - PLAN_AHEAD - 1)).toBeUndefined();
  });

  it('goes on where it left off, without a gap and without a repeat', () => {
    always(
      fc.property(anyMoment, anyMoment, anyMoment, (after, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const first = dueToPlan(daily, after, early, null);
        const then = dueToPlan(daily, first.at(-1)?.at ?? after, late, null);
        expect([...first, ...then]).toEqual(dueToPlan(daily, after, late, null));
      }),
    );
  });
});

describe('an occurrence', () => {
  const catchUp = 6 * HOUR;

  const occurrence: Occurrence = {
    daily: daily.id,
    day: '2026-11-18' as Day,
    at: moment('2026-11-18T09:00Z'),
    state: { kind: 'pending' },
  };

  it.each([
    { when: 'before it is due', after: -MINUTE, late: false },
    { when: 'as it falls due', after: 0, late: false },
    { when: 'at the catch-up limit', after: catchUp, late: false },
    { when: 'a millisecond later', after: catchUp + 1, late: true },
    { when: 'ten days later', after: 240 * HOUR, late: true },
  ])('$when is too late: $late', ({ after, late }) => {
    expect(tooLate(daily, occurrence, occurrence.at + after, catchUp)).toBe(late);
  });

  it('is too late once the next one is due, however long the limit', () => {
    const next = occurrence.at + 24 * HOUR;
    expect(tooLate(daily, occurrence, next - 1, 100 * HOUR)).toBe(false);
    expect(tooLate(daily, occurrence, next, 100 * HOUR)).toBe(true);
  });

  it('waits for Monday on a Friday', () => {
    const friday = { ...occurrence, day: '2026-11-20' as Day, at: moment('2026-11-20T09:00Z') };
    expect(tooLate(daily, friday, moment('2026-11-22T09:00Z'), 100 * HOUR)).toBe(false);
    expect(tooLate(daily, friday, moment('2026-11-23T09:00Z'), 100 * HOUR)).toBe(true);
  });

  it('of a paused daily has no next one, only the limit', () => {
    expect(tooLate(paused, occurrence, occurrence.at + 99 * HOUR, 100 * HOUR)).toBe(false);
    expect(tooLate(paused, occurrence, occurrence.at + 101 * HOUR, 100 * HOUR)).toBe(true);
  });

  it('called forward is not too late when its own time of day comes', () => {
    const calledForward = { ...occurrence, at: moment('2026-11-18T08:59:50Z') };
    expect(tooLate(daily, calledForward, moment('2026-11-18T09:00:05Z'), catchUp)).toBe(false);
    expect(dueNext(daily, calledForward)?.day).toBe('2026-11-19');
  });

  it('called late is followed by the next study day', () => {
    const calledLate = { ...occurrence, at: moment('2026-11-20T18:00Z'), day: '2026-11-20' as Day };
    expect(dueNext(daily, calledLate)).toEqual({
      day: '2026-11-23',
      at: moment('2026-11-23T09:00Z'),
    });
    expect(dueNext(paused, calledLate)).toBeNull();
  });

  it('of a paused daily gives way to nothing, not even after the end of its term', () => {
    const course = { ...NO_COURSE, ends: '2026-11-18' as Day };
    expect(givesWayAt({ ...daily, course }, occurrence)).toBe(moment('2026-11-19T09:00Z'));
    expect(givesWayAt({ ...paused, course }, occurrence)).toBeNull();
  });
});
