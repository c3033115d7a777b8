import { textsFor } from '../chat/texts/index.ts';
import { ruledNotice } from '../chat/views/appeal.ts';
import { type Instant, MINUTE } from '../core/day.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import { type Platform, PlatformFault, platformOf } from '../ports/platform.ts';
import type { JobHandlers, SettleRuling } from '../ports/queue.ts';
import type { Appeal } from '../ports/rulings.ts';
import { appealedIn } from './disputed.ts';
import { PACE, type Pace, paceOf } from './pace.ts';
import type { Parts } from './parts.ts';
import { rescore } from './rescore.ts';

/** How many messages in a row may fail before the others are given up: the network takes them for a nuisance. */
const MOST_FAILED = 3;
/** The wait where the network asks for one and names none (milliseconds). */
const REST = MINUTE;

/** How far this process is with an appeal whose answers it has seen to be graded again. */
interface UnderWay {
  /** Messages that failed in a row. */
  readonly failed: number;
  /** The wait that the network asked for, in milliseconds, and since when. */
  readonly rest: { readonly since: Instant; readonly ms: number } | null;
}

const BEGUN: UnderWay = { failed: 0, rest: null };

/** What follows a run; null where nothing does any more. */
type Next = { readonly underWay: UnderWay; readonly afterMs: number } | null;

/**
 * The job for a decided appeal. The first run of a process sees to it that everyone is graded again, in case the
 * decider's process did not get there; each run then tells one member and comes again. One who takes no messages keeps
 * them from nobody else; where the network asks to wait, all wait; several other failures in a row end it.
 */
export function createSettling(parts: Parts): JobHandlers['settle-ruling'] {
  const pace = paceOf();
  const underWay = new Map<string, UnderWay>();
  return async ({ community, number }) => {
    const name = `${community} ${number}`;
    const next = await settle(parts, pace, { community, number }, underWay.get(name) ?? null);
    if (next) {
      underWay.set(name, next.underWay);
      return { kind: 'again', afterMs: next.afterMs };
    }
    underWay.delete(name);
    await parts.store.rulings.settled(community, number);
    return { kind: 'done' };
  };
}

async function settle(
  parts: Parts,
  pace: Pace,
  { community, number }: SettleRuling,
  before: UnderWay | null,
): Promise<Next> {
  const { rulings } = parts.store;
  const appeal = await rulings.get(community, number);
  if (!appeal || appeal.state === 'open') return null;
  if (appeal.state === 'accepted' && before === null) await rescore(parts, community, appeal);
  const underWay = before ?? BEGUN;
  const platform = platformOf(parts.platforms, community);
  const now = parts.clock.now();
  const wait = restLeft(underWay, now) || pace.take(platform.name, now);
  if (wait > 0) return { underWay, afterMs: wait };
  const member = await rulings.nextToTell(community, number);
  if (member === null) return null;
  const fault = await tell(parts, platform, community, appeal, member);
  if (fault?.repeat === 'later') await rulings.tellAgain(community, number, member);
  return after(fault, underWay, now);
}

/** A tick wakes the job before its time. */
function restLeft({ rest }: UnderWay, now: Instant): number {
  const left = rest === null ? 0 : rest.since + rest.ms - now;
  // More than the whole: the clock was set back.
  return rest !== null && left > 0 && left <= rest.ms ? left : 0;
}

function after(fault: PlatformFault | null, { failed }: UnderWay, now: Instant): Next {
  switch (fault?.repeat) {
    case undefined:
    case 'never':
      return { underWay: BEGUN, afterMs: PACE };
    case 'later': {
      const ms = Math.max(PACE, fault?.afterMs ?? REST);
      return { underWay: { failed, rest: { since: now, ms } }, afterMs: ms };
    }
    case 'gone':
    case 'unknown':
      if (failed + 1 >= MOST_FAILED) return null;
      return { underWay: { failed: failed + 1, rest: null }, afterMs: PACE };
  }
}

/** The fault that kept the member from being told; null for none. */
async function tell(
  parts: Parts,
  platform: Platform,
  community: CommunityId,
  appeal: Appeal,
  member: MemberId,
): Promise<PlatformFault | null> {
  const { number, words, state } = appeal;
  const { card, daily } = await appealedIn(parts, community, appeal);
  try {
    const texts = textsFor(parts.language);
    const view = ruledNotice(card, words, state === 'accepted', daily !== null, texts);
    await platform.tell(community, member, view);
    return null;
  } catch (cause) {
    if (!(cause instanceof PlatformFault)) throw cause;
    parts.report(`telling a member of ${community} of appeal ${number}`, cause);
    return cause;
  }
}
