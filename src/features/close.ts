import { textsFor } from '../chat/texts/index.ts';
import { revealView } from '../chat/views/reveal.ts';
import { SECOND } from '../core/day.ts';
import { STRAGGLERS } from '../core/round.ts';
import { PlatformFault, platformOf } from '../ports/platform.ts';
import type { CloseRound, JobResult } from '../ports/queue.ts';
import type { PostedRound } from '../ports/rounds.ts';
import { discuss } from './discuss.ts';
import type { Parts } from './parts.ts';
import { noticeReturns } from './presence.ts';
import { forgiveIfSpoiled } from './spoiled.ts';
import { nextVerify } from './verify.ts';

/** What no second try of an edit would change. */
const NO_USE: readonly PlatformFault['repeat'][] = ['never', 'gone'];

/**
 * The job for a round that is due to close: points go to the boards, and the question becomes the reveal.
 * It comes again when an answer received in time arrives later, and then shows it too.
 */
export async function closeRound(parts: Parts, due: CloseRound): Promise<JobResult> {
  const { rounds } = parts.store;
  const read = await rounds.get(due.community, due.round);
  if (!read) return { kind: 'drop', because: 'the round is gone' };
  if (read.closed) return reveal(parts, read);
  if (read.isSending) return { kind: 'drop', because: 'it is still being sent' };
  const early = read.closesAt + STRAGGLERS - parts.clock.now();
  if (early > 0) return { kind: 'again', afterMs: early };
  await forgiveIfSpoiled(parts, read);
  await rounds.close(read);
  const tonight = nextVerify(parts.homeZone, due.community, parts.clock.now());
  await parts.store.books.planVerify(due.community, tonight);
  const closed = await rounds.get(due.community, due.round);
  // Still open where an organiser moved its closing time in this very moment.
  return closed?.closed ? reveal(parts, closed) : { kind: 'again', afterMs: SECOND };
}

async function reveal(parts: Parts, round: PostedRound): Promise<JobResult> {
  const answers = await parts.store.answers.ofRound(round.community, round.id);
  await noticeReturns(parts, round.community, answers);
  if (round.message !== null && round.revealed !== answers.length) {
    try {
      const platform = platformOf(parts.platforms, round.community);
      await platform.edit(round.message, revealView(round, answers, textsFor(parts.language)));
    } catch (cause) {
      if (!(cause instanceof PlatformFault && NO_USE.includes(cause.repeat))) throw cause;
      parts.report(`revealing ${round.community} ${round.id}`, cause);
    }
  }
  const noted = await parts.store.rounds.revealed(round, answers.length);
  if (!noted) return { kind: 'again', afterMs: 0 };
  await discuss(parts, round, answers.length);
  return { kind: 'done' };
}
