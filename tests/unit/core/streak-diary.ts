import { NO_STREAK, type Streak } from '../../../src/core/streak.ts';
import { roundsUpTo, type StreakHistory } from './streak-history.ts';

/** The rules once more, told as a diary: one page per round, whatever happened on it. */
export function diary({ credited, voided }: StreakHistory): Streak {
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
