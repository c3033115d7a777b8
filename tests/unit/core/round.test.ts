import { describe, expect, it } from 'vitest';
import type { Response } from '../../../src/core/card.ts';
import { type Day, HOUR } from '../../../src/core/day.ts';
import { channelId, communityId, dailyId, memberId, roundId } from '../../../src/core/ids.ts';
import { answerTo, closingTime, type Round, tallyOf } from '../../../src/core/round.ts';
import type { Zone } from '../../../src/core/schedule.ts';
import { severalCard, singleCard } from './made-up.ts';

const opened = Date.parse('2026-11-22T08:00:00Z');

const round: Round = {
  id: roundId.of('AbCdEfGh0123'),
  community: communityId.of('terminal:local'),
  channel: channelId.of('here'),
  daily: dailyId.of('d1'),
  number: 3,
  day: '2026-11-22' as Day,
  zone: 'Europe/Zurich' as Zone,
  card: { ...singleCard(4, 1), difficulty: 2, revision: 'r7' },
  exam: null,
  openedAt: opened,
  closesAt: opened + 24 * HOUR,
  closed: false,
};

const picks = (...chosen: number[]): Response => ({ kind: 'choice', picks: chosen });

const given = (response: Response, receivedAt = opened + HOUR) => ({
  member: memberId.of('ada'),
  event: 'e1',
  response,
  receivedAt,
});

describe('answerTo', () => {
  it('grades, gives points and remembers which card it was', () => {
    expect(answerTo(round, given(picks(1)))).toEqual({
      ...given(picks(1)),
      verdict: { mark: 'right', credit: 1 },
      points: 15,
      cardRevision: 'r7',
    });
    expect(answerTo(round, given(picks(0)))).toMatchObject({
      verdict: { mark: 'wrong', credit: 0 },
      points: 0,
    });
  });

  it('gives a share of the points for a share of the key', () => {
    const several = { ...round, card: severalCard(4, [0, 1]) };
    expect(answerTo(several, given(picks(0)))).toMatchObject({ points: 5 });
  });

  it('counts to the last millisecond and not one more', () => {
    expect(answerTo(round, given(picks(1), round.closesAt - 1))).toMatchObject({ points: 15 });
    expect(answerTo(round, given(picks(1), round.closesAt))).toBe('closed');
    expect(answerTo(round, given(picks(1), round.closesAt + 1))).toBe('closed');
  });

  it('goes by the time of receipt, even once the round is closed', () => {
    const closed = { ...round, closed: true };
    expect(answerTo(closed, given(picks(1), round.closesAt - 1))).toMatchObject({ points: 15 });
  });

  it('refuses what is no choice of this card', () => {
    for (const response of [picks(), picks(4), picks(0, 1), picks(Number.NaN)]) {
      expect(answerTo(round, given(response))).toBe('not a choice');
    }
  });

  it('calls a late answer closed, whatever it picks', () => {
    expect(answerTo(round, given(picks(9), round.closesAt))).toBe('closed');
  });
});

describe('closingTime', () => {
  it('is the next due time of the daily, or the longest that a round may stand', () => {
    expect(closingTime(opened, opened + 24 * HOUR, 168 * HOUR)).toBe(opened + 24 * HOUR);
    expect(closingTime(opened, opened + 200 * HOUR, 168 * HOUR)).toBe(opened + 168 * HOUR);
    expect(closingTime(opened, null, 168 * HOUR)).toBe(opened + 168 * HOUR);
  });
});

describe('tallyOf', () => {
  const right = { verdict: { mark: 'right', credit: 1 } } as const;
  const partly = { verdict: { mark: 'partly', credit: 0.5 } } as const;
  const wrong = { verdict: { mark: 'wrong', credit: 0 } } as const;

  it('counts nobody', () => {
    expect(tallyOf([])).toEqual({ answered: 0, right: 0, partly: 0 });
  });

  it('counts answers by mark', () => {
    expect(tallyOf([right, partly, partly, wrong])).toEqual({ answered: 4, right: 1, partly: 2 });
  });
});
