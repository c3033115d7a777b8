import type { JobHandlers } from '../ports/queue.ts';
import { recordAnswers } from './answer.ts';
import { inItsTime } from './astray.ts';
import { settleBelonging } from './belonging.ts';
import { closeRound } from './close.ts';
import { countAnswers } from './count-answers.ts';
import type { Parts } from './parts.ts';
import { postOccurrence } from './post.ts';
import { lookMembersUp } from './presence.ts';
import { runQuiz } from './quiz-run.ts';
import { recountJob } from './recount.ts';
import { createReminding } from './remind.ts';
import { createSettling } from './settle-ruling.ts';
import { verifyJob } from './verify.ts';

/** What the workers do, by the kind of job. */
export function createJobHandlers(parts: Parts): JobHandlers {
  return {
    'record-answers': (data) => recordAnswers(parts, data),
    'post-occurrence': (data) => postOccurrence(parts, data),
    'close-round': inItsTime(
      parts,
      ({ community, round }) => `closing ${community} ${round}`,
      (data) => closeRound(parts, data),
    ),
    'recount-daily': (data) => recountJob(parts, data),
    'count-answers': (data) => countAnswers(parts, data),
    'remind-round': inItsTime(
      parts,
      ({ community, round }) => `reminding of ${community} ${round}`,
      createReminding(parts),
    ),
    'settle-ruling': createSettling(parts),
    'run-quiz': inItsTime(
      parts,
      ({ community, quiz }) => `going on with the quiz ${quiz} of ${community}`,
      (data) => runQuiz(parts, data),
    ),
    'verify-community': (data) => verifyJob(parts, data),
    'attend-community': ({ community, about }) =>
      about === 'belonging' ? settleBelonging(parts, community) : lookMembersUp(parts, community),
  };
}
