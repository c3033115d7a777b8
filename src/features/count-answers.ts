import { textsFor } from '../chat/texts/index.ts';
import { questionView } from '../chat/views/question.ts';
import { nextCount } from '../core/counting.ts';
import type { CommunityId } from '../core/ids.ts';
import { PlatformFault, platformOf, runningPlatform } from '../ports/platform.ts';
import type { CountAnswers, JobResult } from '../ports/queue.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Parts } from './parts.ts';

const DONE: JobResult = { kind: 'done' };

/** Has the open questions that were just answered show it as their next minute is over. Never fails an answer. */
export async function countLater(
  parts: Parts,
  community: CommunityId,
  rounds: Iterable<PostedRound>,
): Promise<void> {
  if (!runningPlatform(parts.platforms, community)?.editsQuietly) return;
  for (const round of rounds) {
    const at = nextCount(round, parts.clock.now());
    if (at === null || round.message === null) continue;
    try {
      await parts.store.counts.due(community, round.id, at);
    } catch (cause) {
      parts.report(`counting the answers of ${community} ${round.id}`, cause);
    }
  }
}

/** The job for an open question whose count is due: its message says how many have answered, and nothing else new. */
export async function countAnswers(
  parts: Parts,
  { community, round: id }: CountAnswers,
): Promise<JobResult> {
  const round = await parts.store.rounds.get(community, id);
  if (!round) return { kind: 'drop', because: 'the round is gone' };
  const answers = await parts.store.counts.begin(round);
  if (answers === null) return DONE;
  const now = parts.clock.now();
  if (now < round.closesAt) await show(parts, round, answers);
  const end = await parts.store.counts.end(round, answers, nextCount(round, now));
  if (end === 'overtaken') await parts.queue.closeRound({ community, round: id }, 0);
  return DONE;
}

/** One count that is not shown is no loss: the next one says it all. */
async function show(parts: Parts, round: PostedRound, answers: number): Promise<void> {
  if (round.message === null || answers === 0) return;
  try {
    const platform = platformOf(parts.platforms, round.community);
    await platform.edit(round.message, questionView(round, textsFor(parts.language), answers));
  } catch (cause) {
    if (!(cause instanceof PlatformFault)) throw cause;
    parts.report(`showing how many answered ${round.community} ${round.id}`, cause);
  }
}
