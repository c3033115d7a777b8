import type { Card } from '../core/card.ts';
import { fits, grade } from '../core/grading.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import type { EarlierAnswer } from '../core/own-session.ts';
import { type QuizAnswer, roundOf } from '../core/quiz.ts';
import { isOn, isTyped } from '../core/ruling.ts';
import type { LiveQuiz } from '../ports/quizzes.ts';
import type { Appeal } from '../ports/rulings.ts';
import { type Learned, noteLearned } from './learned.ts';
import type { Parts } from './parts.ts';
import { cardNamed } from './review-book.ts';
import { ruledCardFor } from './ruled-card.ts';

/**
 * Grades answers in the quizzes that are kept again by the community's rulings, and mends the reviews of those who gain
 * by it; how many do. A table that was posted stays, the next one counts anew.
 */
export async function regradeQuizzes(
  parts: Parts,
  community: CommunityId,
  appeal: Appeal,
): Promise<number> {
  let gained = 0;
  for (const quiz of await parts.store.quizzes.kept(community)) {
    for (const [at, card] of quiz.plan.cards.entries()) {
      if (isOn(appeal, card)) gained += await regradeQuestion(parts, quiz, at + 1, card, appeal);
    }
  }
  return gained;
}

async function regradeQuestion(
  parts: Parts,
  quiz: LiveQuiz,
  number: number,
  drawn: Card,
  appeal: Appeal,
): Promise<number> {
  const { plan, state } = quiz;
  const { quizzes, rulings } = parts.store;
  const [[question], card] = await Promise.all([
    quizzes.questions(quiz, [number]),
    ruledCardFor(parts, plan.community, drawn),
  ]);
  const changes = (question?.answers ?? []).flatMap((read) => {
    const now = { ...read, verdict: grade(card, read.response) };
    return now.verdict.credit > read.verdict.credit ? [{ read, now }] : [];
  });
  // The word would be the verdict.
  const isHeldBack = plan.mode === 'exam' && state.phase.kind !== 'over';
  const members = changes.map(({ read: { member } }) => member);
  if (!isHeldBack) await rulings.toTell(plan.community, appeal.number, members);
  // Before the answers change, so that a crash in between costs nobody's review anything.
  const learned = changes.map(({ now }) => learnedIn(quiz, number, card, now));
  await noteLearned(parts, plan.community, learned);
  await quizzes.regrade(quiz, number, changes);
  return changes.length;
}

function learnedIn(
  { plan }: LiveQuiz,
  number: number,
  { deck, id: card }: Card,
  { member, receivedAt: at, verdict: { mark } }: QuizAnswer,
): Learned {
  return { member, deck, card, mark, at, event: roundOf(plan.id, number) };
}

/**
 * Mends the reviews of those who appealed an answer that only they saw: in a solo quiz or a review, while that is kept;
 * how many answers.
 */
export async function regradeOwn(
  parts: Parts,
  community: CommunityId,
  appeal: Appeal,
  appellants: readonly MemberId[],
): Promise<number> {
  const { store, decks } = parts;
  const heard = await store.rulings.heard(community, appeal.number);
  const members = [...new Set([...heard, ...appellants])];
  if (members.length === 0) return 0;
  const plain = cardNamed(decks, appeal.deck, appeal.card);
  if (!plain || !isTyped(plain)) return 0;
  const ruled = await ruledCardFor(parts, community, plain);
  const sessions = await store.ownSessions.read(community, members);
  const learned = sessions.flatMap(({ solo, review }, at): Learned[] => {
    const earlier = [...(solo?.earlier ?? []), ...(review?.earlier ?? [])];
    const gaining = earlier.filter((each) => isOn(appeal, plain) && gains(plain, ruled, each));
    return gaining.map(({ round: event, response, at: receivedAt }) => ({
      member: members[at] as MemberId,
      deck: plain.deck,
      card: plain.id,
      mark: grade(ruled, response).mark,
      at: receivedAt,
      event,
    }));
  });
  await noteLearned(parts, community, learned);
  return learned.length;
}

function gains(plain: Card, ruled: Card, { deck, card, response }: EarlierAnswer): boolean {
  const isOfCard = deck === plain.deck && [plain.id, ...plain.formerly].includes(card);
  if (!isOfCard || !fits(plain, response)) return false;
  return grade(ruled, response).credit > grade(plain, response).credit;
}
