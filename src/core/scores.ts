import type { MemberId } from './ids.ts';
import type { Answer } from './round.ts';
import type { Score } from './standings.ts';
import { type Streak, streakNow } from './streak.ts';

type Counted = Pick<Answer, 'member' | 'verdict' | 'points'>;

interface Tally {
  readonly points: number;
  readonly graded: number;
  readonly right: number;
}

/** Adds up the closed rounds of a span. */
export interface SpanScores {
  /** @param selfGraded whether members grade the round's card themselves */
  add(answers: readonly Counted[], selfGraded: boolean): void;
  points(): Score[];
  /** Whole percent of right answers, of members who answered at least half of the graded rounds. */
  accuracy(): Score[];
}

export function spanScores(): SpanScores {
  const tallies = new Map<MemberId, Tally>();
  let gradedRounds = 0;

  function count({ member, verdict, points }: Counted, graded: number): void {
    const had = tallies.get(member) ?? { points: 0, graded: 0, right: 0 };
    tallies.set(member, {
      points: had.points + points,
      graded: had.graded + graded,
      right: had.right + (graded && verdict.mark === 'right' ? 1 : 0),
    });
  }

  return {
    add(answers, selfGraded) {
      if (!selfGraded) gradedRounds += 1;
      for (const answer of answers) count(answer, selfGraded ? 0 : 1);
    },
    points: () => [...tallies].map(([member, { points }]) => ({ member, value: points })),
    accuracy: () =>
      [...tallies].flatMap(([member, { graded, right }]) =>
        graded > 0 && 2 * graded >= gradedRounds
          ? [{ member, value: Math.round((100 * right) / graded) }]
          : [],
      ),
  };
}

/**
 * The length of a streak as others may know it: what the rounds that are not closed yet added to it is left out,
 * because it would tell who was right.
 *
 * @param unclosed the numbers of those rounds
 */
export function shownStreak(
  streak: Streak,
  latestClosed: number,
  unclosed: readonly number[],
  forgiven: ReadonlySet<number>,
): number {
  const uncounted = unclosed.filter((number) => number > latestClosed && number <= streak.last);
  // An answer adds one to a run that stood, and makes one of a run that did not.
  if (uncounted.length > 0) return Math.max(0, streak.current - uncounted.length);
  return streakNow(streak, latestClosed, forgiven).current;
}

/** Each member's best; those with nothing are left out. */
export function bestOf(scores: Iterable<Score>): Score[] {
  const best = new Map<MemberId, number>();
  for (const { member, value } of scores) {
    if (value > (best.get(member) ?? 0)) best.set(member, value);
  }
  return [...best].map(([member, value]) => ({ member, value }));
}

/** How far those who had something before have risen; those who have not are left out. */
export function risesOf(before: readonly Score[], now: readonly Score[]): Score[] {
  const had = new Map(before.map(({ member, value }) => [member, value]));
  return now.flatMap(({ member, value }) => {
    const was = had.get(member) ?? 0;
    return was > 0 && value > was ? [{ member, value: value - was }] : [];
  });
}
