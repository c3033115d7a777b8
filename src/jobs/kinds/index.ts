import type { JobKind } from '../../ports/queue.ts';
import { attendCommunity } from './attend-community.ts';
import { closeRound } from './close-round.ts';
import { countAnswers } from './count-answers.ts';
import type { Kind } from './kind.ts';
import { postOccurrence } from './post-occurrence.ts';
import { recordAnswers } from './record-answers.ts';
import { recountDaily } from './recount-daily.ts';
import { remindRound } from './remind-round.ts';
import { runQuiz } from './run-quiz.ts';
import { settleRuling } from './settle-ruling.ts';
import { verifyCommunity } from './verify-community.ts';

/** Every kind of job. */
export const kinds: { readonly [Name in JobKind]: Kind<Name> } = {
  'record-answers': recordAnswers,
  'post-occurrence': postOccurrence,
  'close-round': closeRound,
  'recount-daily': recountDaily,
  'count-answers': countAnswers,
  'remind-round': remindRound,
  'settle-ruling': settleRuling,
  'verify-community': verifyCommunity,
  'attend-community': attendCommunity,
  'run-quiz': runQuiz,
};

export const kindNames = Object.keys(kinds) as readonly JobKind[];
