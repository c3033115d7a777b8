import { dayNumbered, inUtc } from '../core/day.ts';
import type { EarlierAnswer, OwnQuestion } from '../core/own-session.ts';
import type { CardMemory } from '../core/review.ts';
import type { Kept } from '../ports/members.ts';

/** How much of a member's review, solo quizzes among it, is kept. */
export function reviewRows({ review, ownSessions }: Pick<Kept, 'review' | 'ownSessions'>): number {
  const sessions = [ownSessions.solo, ownSessions.review].filter((each) => each !== null);
  return review.cards.size + review.learned.length + sessions.length;
}

/**
 * A member's review in their export.
 *
 * @param isSecret tells of an answer, by its name, whether its verdict is held back
 */
export function reviewCopy(
  { review, ownSessions }: Pick<Kept, 'review' | 'ownSessions'>,
  isSecret: (event: string) => boolean,
) {
  const cards = [...review.cards].flatMap(([card, { memory, before, event }]) => {
    const known = isSecret(event) ? before : memory;
    return known ? [{ card, ...memoryCopy(known) }] : [];
  });
  const learned = review.learned.flatMap(({ deck, card, rating, at, event }) =>
    isSecret(event) ? [] : [{ card: `${deck}/${card}`, rating, at: inUtc(at) }],
  );
  const { solo, review: session } = ownSessions;
  return {
    review: { cards, learned, ...(session ? { asked: questionCopy(session.now) } : {}) },
    soloQuiz: solo && { deck: solo.deck, asked: questionCopy(solo.now), answers: solo.done },
    answersByYourself: [solo, session].flatMap((each) => each?.earlier?.map(answerCopy) ?? []),
  };
}

function memoryCopy({ stability, difficulty, ratings, lapses, last, due }: CardMemory) {
  return {
    lastSeen: dayNumbered(last),
    due: dayNumbered(due),
    stabilityInDays: stability,
    difficulty,
    ratings,
    lapses,
  };
}

const answerCopy = ({ deck, card, response, at }: EarlierAnswer) => ({
  card: `${deck}/${card}`,
  response,
  at: inUtc(at),
});

const questionCopy = ({ card, answer }: OwnQuestion) => ({
  card: card.id,
  prompt: card.prompt,
  response: answer?.response ?? null,
});
