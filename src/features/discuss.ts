import { textsFor } from '../chat/texts/index.ts';
import { discussionView } from '../chat/views/discussion.ts';
import { HOUR } from '../core/day.ts';
import { PlatformFault, platformOf } from '../ports/platform.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Parts } from './parts.ts';

/** A correction of an old question opens no talk about it any more (milliseconds after its close). */
const FRESH = HOUR;

/**
 * Opens the talk about a question whose answer is shown: once, and rather not at all than twice. Nobody talks about a
 * question that nobody answered.
 *
 * @throws {PlatformFault} `later`, where it is to be tried again
 */
export async function discuss(parts: Parts, round: PostedRound, answered: number): Promise<void> {
  const { community, id, message, isVoid, closesAt } = round;
  const isFresh = parts.clock.now() < closesAt + FRESH;
  const isWanted = parts.rules.discussion === 'thread' && isFresh && !isVoid && answered > 0;
  if (!isWanted || message === null) return;
  const { rounds } = parts.store;
  if (!(await rounds.discuss(community, id))) return;
  try {
    const view = discussionView(round, textsFor(parts.language));
    await platformOf(parts.platforms, community).discuss(message, view);
  } catch (cause) {
    if (!(cause instanceof PlatformFault)) throw cause;
    if (cause.repeat === 'later') {
      await rounds.undiscuss(community, id);
      throw cause;
    }
    parts.report(`opening the talk about ${community} ${id}`, cause);
  }
}
