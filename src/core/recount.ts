import type { MemberId } from './ids.ts';
import type { Answer } from './round.ts';
import { creditsStreak, type Rules } from './rules.ts';
import { NO_STREAK, replayStreak, type Streak } from './streak.ts';

/** Which rounds of a daily each member was credited for. */
export type Credits = Map<MemberId, number[]>;

/** Notes what a round's answers credit. */
export function creditAll(
  credits: Credits,
  rules: Pick<Rules, 'streakCounts'>,
  number: number,
  answers: readonly Pick<Answer, 'member' | 'verdict'>[],
): void {
  for (const answer of answers) {
    if (!creditsStreak(rules, answer)) continue;
    const credited = credits.get(answer.member);
    if (credited) credited.push(number);
    else credits.set(answer.member, [number]);
  }
}

/** A streak that is not what the log makes of it. */
export interface StreakDifference {
  readonly member: MemberId;
  readonly before: Streak;
  readonly after: Streak;
}

/** Every member's streak that differs from what the credits make. */
export function streakDifferences(
  stored: ReadonlyMap<MemberId, Streak>,
  credits: ReadonlyMap<MemberId, readonly number[]>,
  forgiven: ReadonlySet<number>,
): StreakDifference[] {
  const members = new Set([...stored.keys(), ...credits.keys()]);
  return [...members].flatMap((member) => {
    const before = stored.get(member) ?? NO_STREAK;
    const after = replayStreak(credits.get(member) ?? [], forgiven);
    return isSame(before, after) ? [] : [{ member, before, after }];
  });
}

function isSame(one: Streak, other: Streak): boolean {
  return (
    one.current === other.current &&
    one.longest === other.longest &&
    one.last === other.last &&
    one.credited === other.credited &&
    one.freezes === other.freezes &&
    one.covered.join() === other.covered.join()
  );
}
