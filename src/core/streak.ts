/** Rounds credited for one freeze, and how many freezes can be held. */
export const ROUNDS_PER_FREEZE = 7;
export const MOST_FREEZES = 2;

/** A member's run of credited rounds in one daily. */
export interface Streak {
  /** Length of the run at its last credited round. */
  readonly current: number;
  readonly longest: number;
  /** Number of the last credited round; 0 before the first. */
  readonly last: number;
  /** Credited rounds in all. */
  readonly credited: number;
  /** Spare days held. */
  readonly freezes: number;
  /** The missed rounds that freezes covered when the last round was credited. */
  readonly covered: readonly number[];
}

export const NO_STREAK: Streak = {
  current: 0,
  longest: 0,
  last: 0,
  credited: 0,
  freezes: 0,
  covered: [],
};

/** The rounds strictly between two numbers that count as missed: forgiven rounds are left out. */
function missedBetween(last: number, next: number, forgiven: ReadonlySet<number>): number[] {
  const missed: number[] = [];
  for (let number = last + 1; number < next; number++) {
    if (!forgiven.has(number)) missed.push(number);
  }
  return missed;
}

/**
 * Credits a round later than the last one. Freezes cover the whole gap or none of it: they keep the number,
 * the answer raises it; a gap that is too wide breaks the run and leaves the freezes held.
 */
function creditNext(streak: Streak, round: number, forgiven: ReadonlySet<number>): Streak {
  const missed = streak.current === 0 ? [] : missedBetween(streak.last, round, forgiven);
  const kept = streak.current > 0 && missed.length <= streak.freezes;
  const current = kept ? streak.current + 1 : 1;
  const credited = streak.credited + 1;
  const earned = credited % ROUNDS_PER_FREEZE === 0 ? 1 : 0;
  const left = streak.freezes - (kept ? missed.length : 0);
  return {
    current,
    longest: Math.max(streak.longest, current),
    last: round,
    credited,
    freezes: Math.min(MOST_FREEZES, left + earned),
    covered: kept ? missed : [],
  };
}

/** The streak that a set of credited rounds makes, whatever order they came in, repeats counting once. */
export function replayStreak(rounds: Iterable<number>, forgiven: ReadonlySet<number>): Streak {
  const inOrder = [...new Set(rounds)].sort((a, b) => a - b);
  return inOrder.reduce((streak, round) => creditNext(streak, round, forgiven), NO_STREAK);
}

/**
 * Credits a round. Null where the round is not later than the last one credited: then only
 * {@link replayStreak} over the whole log can tell.
 */
export function creditRound(
  streak: Streak,
  round: number,
  forgiven: ReadonlySet<number>,
): Streak | null {
  return round > streak.last ? creditNext(streak, round, forgiven) : null;
}

/** A streak as it stands once rounds have closed without an answer. */
export interface StreakNow {
  readonly current: number;
  /** Closed rounds missed since the last credited one, that freezes will cover at the next answer. */
  readonly waiting: readonly number[];
  /** True where the misses cost the run; the next answer starts anew. */
  readonly broken: boolean;
}

export function streakNow(
  streak: Streak,
  latestClosed: number,
  forgiven: ReadonlySet<number>,
): StreakNow {
  const missed = streak.current === 0 ? [] : missedBetween(streak.last, latestClosed + 1, forgiven);
  if (missed.length > streak.freezes) return { current: 0, waiting: [], broken: true };
  return { current: streak.current, waiting: missed, broken: false };
}
