import type { Card } from '../core/card.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import { currentQuestion, roundOf } from '../core/quiz.ts';
import type { LiveQuiz } from '../ports/quizzes.ts';
import type { Parts } from './parts.ts';

export type NamedCard = Pick<Card, 'deck' | 'id' | 'formerly'>;

/**
 * Tells of a card whether it is in an open question of the community that the member may not learn about yet: because
 * they have not answered it, or because verdicts wait for the reveal.
 */
export async function openCards(
  parts: Pick<Parts, 'store' | 'clock' | 'rules'>,
  community: CommunityId,
  member: MemberId,
): Promise<(card: NamedCard) => boolean> {
  const [inDailies, inQuizzes] = await Promise.all([
    cardsOfDailies(parts, community, member),
    cardsOfQuizzes(parts, community, member),
  ]);
  return isAmong([...inDailies, ...inQuizzes]);
}

/** As {@link openCards} of live quizzes alone. */
export async function openInQuizzes(
  parts: Pick<Parts, 'store'>,
  community: CommunityId,
  member: MemberId,
): Promise<(card: NamedCard) => boolean> {
  return isAmong(await cardsOfQuizzes(parts, community, member));
}

/** Tells of a card whether it is one of these, under whatever name they had. */
export function isAmong(cards: readonly NamedCard[]): (card: NamedCard) => boolean {
  const namesOf = ({ deck, id, formerly }: NamedCard): string[] =>
    [id, ...formerly].map((name) => `${deck}/${name}`);
  const open = new Set(cards.flatMap(namesOf));
  return (card) => namesOf(card).some((name) => open.has(name));
}

async function cardsOfDailies(
  { store, clock, rules }: Pick<Parts, 'store' | 'clock' | 'rules'>,
  community: CommunityId,
  member: MemberId,
): Promise<readonly Card[]> {
  const dailies = await store.dailies.list(community);
  const cards = await Promise.all(
    dailies.map(async ({ id }) => {
      const round = await store.rounds.open(community, id, clock.now());
      if (!round) return [];
      const mayKnow =
        rules.verdict === 'at-once' && (await store.answers.get(community, round.id, member));
      return mayKnow ? [] : [round.card];
    }),
  );
  return cards.flat();
}

async function cardsOfQuizzes(
  { store }: Pick<Parts, 'store'>,
  community: CommunityId,
  member: MemberId,
): Promise<readonly Card[]> {
  const running = await store.quizzes.running(community);
  const cards = await Promise.all(
    running.map(async (quiz) => {
      if (quiz.plan.mode === 'exam') return askedInExam(quiz);
      const open = isBeforeMembers(quiz) ? currentQuestion(quiz.state) : 0;
      const card = quiz.plan.cards[open - 1];
      if (!card) return [];
      const round = roundOf(quiz.plan.id, open);
      return (await store.quizzes.answerOf(community, round, member)) ? [] : [card];
    }),
  );
  return cards.flat();
}

/** From its claim to its reveal. */
const isBeforeMembers = ({ state: { phase } }: LiveQuiz): boolean =>
  phase.kind === 'posting' || phase.kind === 'asking' || phase.kind === 'closing';

/** What an exam has asked so far: it keeps all of it to its end. */
export function askedInExam({ plan, state }: LiveQuiz): readonly Card[] {
  return plan.cards.slice(0, Math.max(state.closed, currentQuestion(state)));
}
