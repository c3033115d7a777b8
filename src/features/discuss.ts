import { textsFor } from '../chat/texts/index.ts';
import { discussionView } from '../chat/views/discussion.ts';
import { HOUR, SECOND } from '../core/day.ts';
import { PlatformFault, platformOf } from '../ports/platform.ts';
import type { JobResult } from '../ports/queue.ts';
import type { PostedRound } from '../ports/store.ts';
import type { Parts } from './parts.ts';

const DONE: JobResult = { kind: 'done' };

/** How long after its close a question gets a discussion (milliseconds): a later reveal is only put right. */
const WITHIN = HOUR;
const AGAIN = 10 * SECOND;

/** After the reveal: one discussion, where the platform lets us open it. */
export async function openDiscussion(parts: Parts, round: PostedRound): Promise<JobResult> {
  const { clock, rules, store } = parts;
  const isWanted = rules.discussion === 'thread' && !round.isVoid;
  if (!isWanted || clock.now() > round.closesAt + WITHIN) return DONE;
  if (!(await store.discussions.claim(round))) return DONE;
  try {
    await open(parts, round);
    return DONE;
  } catch (cause) {
    if (!(cause instanceof PlatformFault)) throw cause;
    return afterFault(parts, round, cause);
  }
}

async function open({ platforms }: Parts, round: PostedRound): Promise<void> {
  if (round.message === null) return;
  const view = discussionView(round, textsFor('en'));
  await platformOf(platforms, round.community).discuss(round.message, view);
}

/** A reveal without a discussion is whole; nobody is told that the bot may not open one. */
async function afterFault(
  { store, report }: Parts,
  round: PostedRound,
  fault: PlatformFault,
): Promise<JobResult> {
  switch (fault.repeat) {
    case 'gone':
      await store.discussions.refused(round);
      return DONE;
    case 'never':
      return DONE;
    case 'unknown':
      report(`opening the discussion of ${round.community} ${round.id}`, fault);
      return DONE;
    case 'later':
      await store.discussions.release(round);
      return { kind: 'again', afterMs: fault.afterMs ?? AGAIN };
  }
}
