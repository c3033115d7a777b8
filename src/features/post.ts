import { tooLate } from '../core/daily.ts';
import { SECOND } from '../core/day.ts';
import type { CommunityId } from '../core/ids.ts';
import type { Situation } from '../ports/ledger.ts';
import { runningPlatform } from '../ports/platform.ts';
import type { JobResult, PostOccurrence } from '../ports/queue.ts';
import { astray } from './astray.ts';
import { draftRound } from './draft.ts';
import { examine } from './examine.ts';
import type { Parts } from './parts.ts';
import { ruledCardFor } from './ruled-card.ts';
import { send } from './send.ts';
import { skip, skipQuietly } from './unposted.ts';

/** The wait where another process has the platform of the community. */
const ELSEWHERE = SECOND;

const DONE: JobResult = { kind: 'done' };

/** The job for a due occurrence. The ledger decides; running it twice posts once. */
export async function postOccurrence(parts: Parts, due: PostOccurrence): Promise<JobResult> {
  const { community, daily, day } = due;
  const now = parts.clock.now();
  const found = await parts.store.ledger.situation(community, daily, day);
  if (!found) return { kind: 'drop', because: 'the occurrence is no longer planned' };
  const wrong = astray(parts, `asking ${community} ${daily} ${day}`, now, found.asOf);
  if (wrong) return wrong;
  const { state } = found.occurrence;
  switch (state.kind) {
    case 'pending':
      return postPending(parts, community, found);
    case 'sending':
      return examine(parts, community, found, state);
    case 'posted':
    case 'skipped':
    case 'unknown':
      return DONE;
  }
}

async function postPending(
  parts: Parts,
  community: CommunityId,
  found: Situation,
): Promise<JobResult> {
  const { occurrence, daily } = found;
  const now = parts.clock.now();
  if (occurrence.at > now) return { kind: 'drop', because: 'it is not due yet' };
  if (!daily) return skipQuietly(parts, community, occurrence, 'the daily was removed');
  // Paused while an earlier attempt had the claim, or in the moment of `/daily now`.
  if (daily.paused) return skipQuietly(parts, community, occurrence, 'the daily is paused');
  if (tooLate(daily, occurrence, now, parts.rules.catchUp)) {
    return skip(parts, daily, occurrence, 'it was too late to catch up');
  }
  const platform = runningPlatform(parts.platforms, community);
  if (!platform) return { kind: 'again', afterMs: ELSEWHERE };
  const round = draftRound(parts, daily, found, now);
  if (typeof round === 'string') return skip(parts, daily, occurrence, round);
  const card = await ruledCardFor(parts, community, round.card);
  return send(parts, platform, found, { ...round, card }, { attempt: 1, firstSent: now });
}
