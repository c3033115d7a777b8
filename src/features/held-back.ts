import type { CommunityId } from '../core/ids.ts';
import { roundOf } from '../core/quiz.ts';
import type { KeptAnswer } from '../ports/members.ts';
import { askedInExam, isAmong, type NamedCard } from './open-cards.ts';
import type { Parts } from './parts.ts';

/** What of a member's answers may tell no verdict yet, not even to the member. */
export interface HeldBack {
  /** By the round that was answered. */
  readonly hasRound: (round: string) => boolean;
  readonly hasCard: (card: NamedCard) => boolean;
}

/** Where verdicts wait for the reveal, an open round tells none. */
export function isSecret({ rules }: Pick<Parts, 'rules'>, { round }: Pick<KeptAnswer, 'round'>) {
  return rules.verdict === 'at-the-reveal' && !round.closed;
}

/** The answers to rounds of dailies whose verdicts wait for the reveal, and all to exams that go on. */
export async function heldBack(
  parts: Pick<Parts, 'store' | 'rules'>,
  community: CommunityId,
  answers: readonly KeptAnswer[],
): Promise<HeldBack> {
  const open = answers.filter((each) => isSecret(parts, each)).map(({ round }) => round);
  const running = await parts.store.quizzes.running(community);
  const exams = running.filter(({ plan }) => plan.mode === 'exam');
  const asked = exams.flatMap(({ plan }) => plan.cards.map((_, at) => roundOf(plan.id, at + 1)));
  const rounds = new Set<string>([...open.map(({ id }) => id), ...asked]);
  const cards = [...open.map(({ card }) => card), ...exams.flatMap(askedInExam)];
  return { hasRound: (round) => rounds.has(round), hasCard: isAmong(cards) };
}
