import { type Instant, SECOND } from './day.ts';
import type { QuizPlan, QuizState } from './quiz.ts';

/** No person has read a question and chosen any sooner than this (milliseconds). */
export const READING_TIME = SECOND;

/**
 * The moment by which an answer in time counts in a race: whoever answers sooner than a person reads, such as a program,
 * has no advantage over those who read. How soon one answers counts nowhere else.
 */
export function countedAt(
  { mode, seconds }: Pick<QuizPlan, 'mode' | 'seconds'>,
  { phase }: Pick<QuizState, 'phase'>,
  receivedAt: Instant,
): Instant {
  if (mode !== 'race') return receivedAt;
  if ('closesAt' in phase) {
    return Math.max(receivedAt, phase.closesAt - seconds * SECOND + READING_TIME);
  }
  // It stands and is not known to stand: it is no older than the send.
  const sent = phase.kind === 'posting' ? phase.claim?.since : undefined;
  return sent === undefined ? receivedAt : Math.max(receivedAt, sent + READING_TIME);
}
