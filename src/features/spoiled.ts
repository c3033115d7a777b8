import type { CommunityId, DailyId } from '../core/ids.ts';
import { isSpoiled } from '../core/outage.ts';
import type { Round } from '../core/round.ts';
import { forgiveRounds } from './forgive.ts';
import type { Parts } from './parts.ts';

const WHY = 'members could not reach the bot before the close';

/** Forgives the misses of rounds that an outage spoiled; twice is once. */
export async function forgiveSpoiled(
  parts: Parts,
  community: CommunityId,
  daily: DailyId,
  rounds: readonly Pick<Round, 'number'>[],
): Promise<void> {
  if (rounds.length === 0) return;
  const numbers = rounds.map(({ number }) => number);
  await forgiveRounds(parts, community, daily, numbers, WHY);
}

/** At a round's close: true where an outage cost members their chance, which then costs nobody a streak. */
export async function forgiveIfSpoiled(parts: Parts, round: Round): Promise<boolean> {
  const { community, daily, openedAt } = round;
  const platform = community.slice(0, community.indexOf(':'));
  const outages = await parts.store.outages.since(platform, openedAt);
  if (!isSpoiled(round, outages)) return false;
  await forgiveSpoiled(parts, community, daily, [round]);
  return true;
}
