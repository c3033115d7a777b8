import { type Sending, tooLate } from '../core/daily.ts';
import { MINUTE } from '../core/day.ts';
import type { CommunityId } from '../core/ids.ts';
import { remindAt } from '../core/reminder.ts';
import { heldFor, isRemembered, LEASE, SEND_LIMIT } from '../core/sending.ts';
import type { ClaimedOccurrence, Situation } from '../ports/ledger.ts';
import { type Found, type Platform, PlatformFault, runningPlatform } from '../ports/platform.ts';
import type { JobResult } from '../ports/queue.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Parts } from './parts.ts';
import { send } from './send.ts';
import { leaveUnknown } from './unposted.ts';

const DONE: JobResult = { kind: 'done' };
const SILENT = 'the sender never heard whether the question stands';

/**
 * A claim that outlived its lease: its sender died, or the platform never said what became of the message. It is
 * sent again only where that cannot make a second message; else it is looked up; else its fate stays unknown.
 */
export async function examine(
  parts: Parts,
  community: CommunityId,
  found: Situation,
  state: Sending,
): Promise<JobResult> {
  const now = parts.clock.now();
  const held = heldFor(state, now);
  if (held > 0) return { kind: 'again', afterMs: Math.min(held, LEASE) };
  const claimed: ClaimedOccurrence = { ...found.occurrence, state };
  const { draft, daily } = found;
  if (!draft) return dropped(parts, claimed, community, daily, 'its round was lost');
  if (draft.message !== null) return recordPosted(parts, claimed, draft, draft.message);
  const platform = runningPlatform(parts.platforms, community);
  if (!platform) {
    if (now < draft.closesAt) return { kind: 'again', afterMs: MINUTE };
    return leaveUnknown(parts, claimed, daily, draft, SILENT);
  }
  if (now < draft.closesAt && isRemembered(state, platform.remembersKeysFor, now)) {
    return send(parts, platform, found, draft, next(state, state.firstSent));
  }
  return lookUp(parts, platform, claimed, found, draft);
}

const next = ({ attempt }: Sending, firstSent: number) => ({ attempt: attempt + 1, firstSent });

async function lookUp(
  parts: Parts,
  platform: Platform,
  claimed: ClaimedOccurrence,
  found: Situation,
  draft: PostedRound,
): Promise<JobResult> {
  const seen = await searched(platform, draft);
  switch (seen.kind) {
    case 'found':
      return recordPosted(parts, claimed, draft, seen.message);
    case 'cannot tell':
      return leaveUnknown(parts, claimed, found.daily, draft, SILENT);
    case 'none':
      return missing(parts, platform, claimed, draft);
  }
}

async function searched(platform: Platform, draft: PostedRound): Promise<Found> {
  try {
    return await platform.find(draft, draft.id, AbortSignal.timeout(SEND_LIMIT));
  } catch (cause) {
    if (!(cause instanceof PlatformFault) || cause.repeat === 'later') throw cause;
    return { kind: 'cannot tell' };
  }
}

/** The search took its time: an order may have changed the daily since, or ended the round. */
async function missing(
  parts: Parts,
  platform: Platform,
  claimed: ClaimedOccurrence,
  { id, community }: PostedRound,
): Promise<JobResult> {
  const { daily, day, fence } = claimed;
  const found = await parts.store.ledger.situation(community, daily, day);
  const draft = found?.draft;
  const isSame = found?.occurrence.fence === fence && draft?.id === id && draft.message === null;
  if (!found || !draft || !isSame) return { kind: 'again', afterMs: 0 };
  return postMissing(parts, platform, claimed, found, draft);
}

/** It does not stand. A platform that remembers keys would catch a first send that is still under way. */
async function postMissing(
  parts: Parts,
  platform: Platform,
  claimed: ClaimedOccurrence,
  found: Situation,
  draft: PostedRound,
): Promise<JobResult> {
  const { daily } = found;
  const now = parts.clock.now();
  if (platform.remembersKeysFor === 0) {
    return leaveUnknown(parts, claimed, daily, draft, SILENT);
  }
  const isWanted =
    daily !== null && !daily.paused && !tooLate(daily, claimed, now, parts.rules.catchUp);
  if (isWanted && now < draft.closesAt) {
    return send(parts, platform, found, draft, next(claimed.state, now));
  }
  return dropped(parts, claimed, draft.community, daily, 'its send failed and it was too late');
}

/** Nothing stands, unless somebody has answered it. */
async function dropped(
  parts: Parts,
  claimed: ClaimedOccurrence,
  community: CommunityId,
  daily: Situation['daily'],
  reason: string,
): Promise<JobResult> {
  const { ledger, rounds } = parts.store;
  if (await ledger.skip(claimed, community, reason)) return DONE;
  const round = await rounds.get(community, claimed.state.round);
  return round ? leaveUnknown(parts, claimed, daily, round, SILENT) : DONE;
}

async function recordPosted(
  parts: Parts,
  claimed: ClaimedOccurrence,
  draft: PostedRound,
  message: NonNullable<PostedRound['message']>,
): Promise<JobResult> {
  const remind = remindAt(draft, parts.rules.remindBefore);
  await parts.store.ledger.posted(claimed, draft, message, remind);
  return DONE;
}
