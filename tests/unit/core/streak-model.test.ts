import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditRound, NO_STREAK, replayStreak, streakNow } from '../../../src/core/streak.ts';
import { always } from './made-up.ts';
import { diary } from './streak-diary.ts';
import { anyHistory, noVoid, roundsUpTo } from './streak-history.ts';

describe('replayed streaks', () => {
  it('are what a diary of the rounds says', () => {
    always(
      fc.property(anyHistory, (history) => {
        expect(replayStreak(history.credited, history.voided)).toEqual(diary(history));
      }),
    );
  });

  it('are nothing for no answers', () => {
    expect(replayStreak([], noVoid)).toEqual(NO_STREAK);
  });
});

describe('a streak as it stands now', () => {
  const later = fc.record({ history: anyHistory, closedSince: fc.nat({ max: 5 }) });

  it('says what the next answer will do', () => {
    always(
      fc.property(later, ({ history: { credited, voided }, closedSince }) => {
        const streak = replayStreak(credited, voided);
        const latestClosed = streak.last + closedSince;
        const now = streakNow(streak, latestClosed, voided);
        const next = creditRound(streak, latestClosed + 1, voided);
        expect(next?.current).toBe(now.broken ? 1 : now.current + 1);
        expect(next?.covered).toEqual(now.waiting);
        expect(now.current).toBe(now.broken ? 0 : streak.current);
      }),
    );
  });

  it('does not count the open round as missed', () => {
    const streak = replayStreak([1, 2, 3], noVoid);
    expect(streakNow(streak, 3, noVoid)).toEqual({ current: 3, waiting: [], broken: false });
  });

  it('stands while its last answer is to the round still open', () => {
    const streak = replayStreak([1, 2, 3], noVoid);
    expect(streakNow(streak, 2, noVoid)).toEqual({ current: 3, waiting: [], broken: false });
  });

  it('shows the closed rounds that freezes will cover, and breaks at one more', () => {
    const streak = replayStreak(roundsUpTo(14), noVoid);
    expect(streakNow(streak, 16, noVoid)).toEqual({
      current: 14,
      waiting: [15, 16],
      broken: false,
    });
    expect(streakNow(streak, 17, noVoid)).toEqual({ current: 0, waiting: [], broken: true });
    expect(streakNow(streak, 17, new Set([16])).waiting).toEqual([15, 17]);
  });

  it('is 0 and whole for somebody who never answered', () => {
    expect(streakNow(NO_STREAK, 40, noVoid)).toEqual({ current: 0, waiting: [], broken: false });
  });
});
