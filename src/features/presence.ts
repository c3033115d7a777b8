import { HOUR, type Instant, MINUTE } from '../core/day.ts';
import { seededDice } from '../core/dice.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import { type Platform, runningPlatform } from '../ports/platform.ts';
import type { Listed } from '../ports/presence.ts';
import type { JobResult } from '../ports/queue.ts';
import type { Parts } from './parts.ts';

const DAY = 24 * HOUR;
/** Between two look-ups of a member. */
const EVERY = 7 * DAY;
/** Look-ups of a community in one minute: they must hold up nobody's question. */
const A_MINUTE = 10;

const DONE: JobResult = { kind: 'done' };

/** Plans the first look-up of a community; not all of them in the same night. */
export async function planLookUps(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  community: CommunityId,
): Promise<void> {
  const soon = Math.floor(seededDice(`presence ${community}`)() * EVERY);
  await store.presence.plan(community, clock.now() + soon);
}

/**
 * Asks the platform of some members on the leaderboards whether they are still there: nobody tells us when they leave.
 * It asks of the bot itself too, in case it was removed while no process listened.
 */
export async function lookMembersUp(parts: Parts, community: CommunityId): Promise<JobResult> {
  const { presence, belonging } = parts.store;
  const now = parts.clock.now();
  const platform = runningPlatform(parts.platforms, community);
  const bot = platform ? await platform.knows(community, null) : 'cannot tell';
  if (!platform || bot === 'cannot tell') {
    await presence.dueAgain(community, now + DAY);
    return DONE;
  }
  if (bot === 'gone') {
    await belonging.removed(community, now, now + parts.retention.forgetAfter);
    await presence.dueAgain(community, null);
    return DONE;
  }
  for (const listed of await presence.due(community, now, A_MINUTE)) {
    await lookUp(parts, platform, community, listed, now);
  }
  const next = await presence.next(community);
  await presence.dueAgain(community, next === null ? null : Math.max(next, now + MINUTE));
  return DONE;
}

async function lookUp(
  { store: { presence }, retention }: Parts,
  platform: Platform,
  community: CommunityId,
  { member, goneSince }: Listed,
  now: Instant,
): Promise<void> {
  switch (await platform.knows(community, member)) {
    case 'here':
      await presence.found(community, member);
      break;
    case 'gone':
      await presence.missed(
        community,
        member,
        now,
        now - (goneSince ?? now) >= retention.hideAfter,
      );
      break;
    case 'cannot tell':
  }
  await presence.postpone(community, member, now + EVERY);
}

/** Whoever answered after they were gone is back, and need not wait for the next look-up. */
export async function noticeReturns(
  { store: { presence } }: Pick<Parts, 'store'>,
  community: CommunityId,
  answers: readonly { readonly member: MemberId; readonly receivedAt: Instant }[],
): Promise<void> {
  const members = answers.map(({ member }) => member);
  const gone = await presence.goneAmong(community, members);
  for (const { member, receivedAt } of answers) {
    if (receivedAt > (gone.get(member) ?? Number.POSITIVE_INFINITY)) {
      await presence.found(community, member);
    }
  }
}
