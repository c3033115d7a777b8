import type { Daily, Occurrence } from '../core/daily.ts';
import type { CommunityId } from '../core/ids.ts';
import type { Round } from '../core/round.ts';
import type { ClaimedOccurrence } from '../ports/ledger.ts';
import type { JobResult } from '../ports/queue.ts';
import { noticeSkipped, noticeUnknown } from './notices.ts';
import type { Parts } from './parts.ts';

const DONE: JobResult = { kind: 'done' };

/** An organiser's own order is the reason. */
export async function skipQuietly(
  parts: Parts,
  community: CommunityId,
  occurrence: Occurrence,
  reason: string,
): Promise<JobResult> {
  await parts.store.ledger.skip(occurrence, community, reason);
  parts.report(`skipping ${community} ${occurrence.daily} ${occurrence.day}`, reason);
  return DONE;
}

/** Ends an occurrence without a post and tells the organiser. */
export async function skip(
  parts: Parts,
  daily: Daily,
  occurrence: Occurrence,
  reason: string,
): Promise<JobResult> {
  const { community } = daily;
  if (await parts.store.ledger.skip(occurrence, community, reason)) {
    parts.report(`skipping ${community} ${occurrence.daily} ${occurrence.day}`, reason);
    await noticeSkipped(parts, daily, occurrence, reason);
  }
  return DONE;
}

/** Nobody knows whether it stands, and nobody will send it again by himself. */
export async function leaveUnknown(
  parts: Parts,
  claimed: ClaimedOccurrence,
  daily: Daily | null,
  round: Round,
  reason: string,
): Promise<JobResult> {
  if (await parts.store.ledger.unknown(claimed, round, reason)) {
    parts.report(`posting ${round.community} ${claimed.daily} ${claimed.day}`, reason);
    if (daily) await noticeUnknown(parts, daily, claimed, reason);
  }
  return DONE;
}
