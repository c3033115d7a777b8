import type { CommunityId } from '../core/ids.ts';
import type { GivenAnswer } from '../ports/queue.ts';
import type { Parts } from './parts.ts';
import { takeQuizAnswers } from './quiz-answers.ts';

/**
 * Takes the answers to rounds of its own: commits and replies. Returns the answers to rounds that are not its own; one
 * that throws is called again with the same answers.
 */
type Taker = (
  parts: Parts,
  community: CommunityId,
  answers: readonly GivenAnswer[],
) => Promise<readonly GivenAnswer[]>;

/** Whoever asks questions beside the dailies. */
const TAKERS: readonly Taker[] = [takeQuizAnswers];

/** Answers to rounds that no daily asked go to whoever asked them; returns those that nobody asked for. */
export async function recordElsewhere(
  parts: Parts,
  community: CommunityId,
  answers: readonly GivenAnswer[],
): Promise<readonly GivenAnswer[]> {
  let left = answers;
  for (const take of TAKERS) if (left.length > 0) left = await take(parts, community, left);
  return left;
}
