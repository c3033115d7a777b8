import type { Card, Response } from '../core/card.ts';
import { grade } from '../core/grading.ts';
import type { CommunityId, MemberId, RoundId } from '../core/ids.ts';
import { questionIn } from '../core/own-session.ts';
import { questionOf } from '../core/quiz.ts';
import type { Answer } from '../core/round.ts';
import type { OwnSessions } from '../ports/own-sessions.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Appeal } from '../ports/rulings.ts';
import type { Parts } from './parts.ts';
import { cardNamed } from './review-book.ts';

/** A question that a member can have something to say about, wherever they were asked it. */
export interface DisputedQuestion {
  readonly round: RoundId;
  readonly card: Card;
  /** The member's; null where they have not answered. */
  readonly answer: Pick<Answer, 'response' | 'verdict'> | null;
  /** Null for one of a quiz, a solo quiz or a review. */
  readonly daily: PostedRound | null;
  /** True where nobody may know the verdict yet. */
  readonly isHeldBack: boolean;
}

/** The question of a round, as the member knows it; null for one of which nothing is known. */
export async function disputedBy(
  parts: Parts,
  community: CommunityId,
  member: MemberId,
  round: RoundId,
): Promise<DisputedQuestion | null> {
  return (
    (await inDaily(parts, community, member, round)) ??
    (await inQuiz(parts, community, member, round)) ??
    (await inOwn(parts, community, member, round))
  );
}

async function inDaily(
  { store, rules }: Parts,
  community: CommunityId,
  member: MemberId,
  id: RoundId,
): Promise<DisputedQuestion | null> {
  const [round, answer] = await Promise.all([
    store.rounds.get(community, id),
    store.answers.get(community, id, member),
  ]);
  const isHeldBack = rules.verdict === 'at-the-reveal' && !round?.closed;
  return round && { round: id, card: round.card, answer, daily: round, isHeldBack };
}

async function inQuiz(
  { store: { quizzes } }: Pick<Parts, 'store'>,
  community: CommunityId,
  member: MemberId,
  round: RoundId,
): Promise<DisputedQuestion | null> {
  const asked = questionOf(round);
  const quiz = asked && (await quizzes.get(community, asked.quiz));
  const card = quiz?.plan.cards[asked ? asked.question - 1 : 0];
  if (!quiz || !card) return null;
  const answer = await quizzes.answerOf(community, round, member);
  const isHeldBack = quiz.plan.mode === 'exam' && quiz.state.phase.kind !== 'over';
  return { round, card, answer, daily: null, isHeldBack };
}

async function inOwn(
  { store, decks }: Parts,
  community: CommunityId,
  member: MemberId,
  round: RoundId,
): Promise<DisputedQuestion | null> {
  const [sessions] = await store.ownSessions.read(community, [member]);
  const found = sessions && answeredIn(sessions, round);
  if (!found) return null;
  const card = found.shown ?? cardNamed(decks, found.deck, found.card);
  if (!card) return null;
  const answer = found.response && {
    response: found.response,
    verdict: grade(card, found.response),
  };
  return { round, card, answer, daily: null, isHeldBack: false };
}

interface OwnFound extends Pick<Appeal, 'deck' | 'card'> {
  /** The card as it is before the member. */
  readonly shown: Card | null;
  readonly response: Response | null;
}

function answeredIn({ solo, review }: OwnSessions, round: RoundId): OwnFound | null {
  for (const session of [solo, review]) {
    const now = session && questionIn(session, round);
    if (now) {
      const { deck, id: card } = now.card;
      return { deck, card, shown: now.card, response: now.answer?.response ?? null };
    }
    const earlier = session?.earlier?.find((each) => each.round === round);
    if (earlier) return { ...earlier, shown: null };
  }
  return null;
}

/** What an appeal was made on. */
export interface Appealed {
  /** As it was asked, else as its deck has it; null where it is gone from both. */
  readonly card: Card | null;
  readonly daily: PostedRound | null;
}

export async function appealedIn(
  { store, decks }: Pick<Parts, 'store' | 'decks'>,
  community: CommunityId,
  { round, deck, card }: Pick<Appeal, 'round' | 'deck' | 'card'>,
): Promise<Appealed> {
  const daily = await store.rounds.get(community, round);
  if (daily) return { card: daily.card, daily };
  const asked = questionOf(round);
  const quiz = asked && (await store.quizzes.get(community, asked.quiz));
  const drawn = quiz?.plan.cards[asked ? asked.question - 1 : 0];
  return { card: drawn ?? cardNamed(decks, deck, card), daily: null };
}
