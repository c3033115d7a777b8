import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  creditRound,
  NO_STREAK,
  replayStreak,
  type Streak,
  streakNow,
} from '../../../src/core/streak.ts';
import { always } from './made-up.ts';
import { anyHistory, noVoid, roundsUpTo, type StreakHistory } from './streak-history.ts';

/** The rules once more, told as a diary: one page per round, whatever happened on it. */
function diary({ credited, voided }: StreakHistory): Streak {
  let streak = NO_STREAK;
  let gap: number[] = [];
  for (const page of roundsUpTo(Math.max(...credited))) {
    if (credited.includes(page)) {
      streak = { ...answeredAfter(gap, streak), last: page };
      gap = [];
    } else if (streak.last > 0 && !voided.has(page)) {
      gap.push(page);
    }
  }
  return streak;
}

function answeredAfter(gap: readonly number[], before: Streak): Streak {
  const broken = gap.length > before.freezes;
  const current = broken ? 1 : before.current + 1;
  const credited = before.credited + 1;
  const left = broken ? before.freezes : before.freezes - gap.length;
  return {
    ...before,
    current,
    longest: current > before.longest ? current : before.longest,
    credited,
    freezes: credited % 7 === 0 && left < 2 ? left + 1 : left,
    covered: broken ? [] : gap,
  };
}

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
