import type { CommunityId, DailyId, MemberId } from '../core/ids.ts';
import { type Credits, creditAll, streakDifferences } from '../core/recount.ts';
import type { JobResult, RecountDaily } from '../ports/queue.ts';
import type { Parts } from './parts.ts';

/** How often the log is read again because answers came in meanwhile. */
const MOST_READS = 20;

type Counting = Pick<Parts, 'store' | 'rules'>;

/**
 * Counts every streak of a daily anew from the answer log, while answers come in: each is written only where it
 * stands as it did before the log was read, and the rest is read again. Resolves to the number of streaks changed.
 */
export async function recountDaily(
  parts: Counting,
  community: CommunityId,
  daily: DailyId,
): Promise<number> {
  const changed = new Set<MemberId>();
  for (let reads = 0; reads < MOST_READS; reads++) {
    if (await recountOnce(parts, community, daily, changed)) return changed.size;
  }
  throw new Error(`the log of ${community} ${daily} changed each time it was read`);
}

/** The job behind a correction whose own process did not get there. */
export async function recountJob(
  parts: Counting,
  { community, daily }: RecountDaily,
): Promise<JobResult> {
  await recountDaily(parts, community, daily);
  return { kind: 'done' };
}

async function recountOnce(
  { store, rules }: Counting,
  community: CommunityId,
  daily: DailyId,
  changed: Set<MemberId>,
): Promise<boolean> {
  const { corrections } = store;
  // Before the log: an answer that comes in between changes the streak that it is compared with.
  const read = await corrections.streaks(community, daily);
  const credits: Credits = new Map();
  for await (const { round, answers } of store.log.ofDaily(community, daily)) {
    creditAll(credits, rules, round.number, answers);
  }
  const changes = streakDifferences(read.streaks, credits, read.forgiven);
  for (const { member } of changes) changed.add(member);
  if (!(await corrections.replaceStreaks(community, daily, read.version, changes))) return false;
  await corrections.recounted(community, daily, read.version);
  return true;
}
