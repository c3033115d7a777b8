import { textsFor } from '../chat/texts/index.ts';
import { ruledNotice } from '../chat/views/appeal.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import { PlatformFault, platformOf } from '../ports/platform.ts';
import type { JobHandlers, JobResult, SettleRuling } from '../ports/queue.ts';
import type { Appeal } from '../ports/rulings.ts';
import { appealedIn } from './disputed.ts';
import { PACE, paceOf } from './pace.ts';
import type { Parts } from './parts.ts';
import { rescore } from './rescore.ts';

const DONE: JobResult = { kind: 'done' };

/**
 * The job for a decided appeal. The first run of a process sees to it that everyone is graded again, in case the
 * decider's process did not get there; each run then tells one member and comes again. The first message that does
 * not arrive ends the others.
 */
export function createSettling(parts: Parts): JobHandlers['settle-ruling'] {
  const pace = paceOf();
  const rescored = new Set<string>();
  return async (due) => {
    const { community, number } = due;
    const appeal = await parts.store.rulings.get(community, number);
    if (!appeal || appeal.state === 'open') return settled(parts, due);
    const name = `${community} ${number}`;
    if (appeal.state === 'accepted' && !rescored.has(name)) {
      await rescore(parts, community, appeal);
      rescored.add(name);
    }
    const platform = platformOf(parts.platforms, community);
    const wait = pace.take(platform.name, parts.clock.now());
    if (wait > 0) return { kind: 'again', afterMs: wait };
    const member = await parts.store.rulings.nextToTell(community, number);
    if (member !== null) return tell(parts, community, appeal, member);
    rescored.delete(name);
    return settled(parts, due);
  };
}

async function settled({ store }: Parts, { community, number }: SettleRuling): Promise<JobResult> {
  await store.rulings.settled(community, number);
  return DONE;
}

async function tell(
  parts: Parts,
  community: CommunityId,
  appeal: Appeal,
  member: MemberId,
): Promise<JobResult> {
  const { number, words, state } = appeal;
  const { card, daily } = await appealedIn(parts, community, appeal);
  try {
    const texts = textsFor(parts.language);
    const view = ruledNotice(card, words, state === 'accepted', daily !== null, texts);
    await platformOf(parts.platforms, community).tell(community, member, view);
    return { kind: 'again', afterMs: PACE };
  } catch (cause) {
    if (!(cause instanceof PlatformFault)) throw cause;
    // A network that refuses one message may take the next ones for a nuisance.
    parts.report(`telling the members of ${community} of appeal ${number}`, cause);
    return settled(parts, { community, number });
  }
}
