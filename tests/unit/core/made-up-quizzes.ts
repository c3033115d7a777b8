import fc from 'fast-check';
import type { Card } from '../../../src/core/card.ts';
import { SECOND } from '../../../src/core/day.ts';
import {
  cardId,
  channelId,
  communityId,
  type MemberId,
  memberId,
  quizId,
} from '../../../src/core/ids.ts';
import { QUIZ_MODES, type QuizAnswer, type QuizPlan } from '../../../src/core/quiz.ts';
import type { AskedQuestion } from '../../../src/core/quiz-scoring.ts';
import type { Zone } from '../../../src/core/schedule.ts';
import { singleCard } from './made-up.ts';

export const START = Date.UTC(2026, 10, 23, 8);

export const players = (count: number): MemberId[] =>
  Array.from({ length: count }, (_, at) => memberId.of(`m${at}`));

const cards = (count: number): Card[] =>
  Array.from({ length: count }, (_, at) => ({
    ...singleCard(4, 0),
    id: cardId.of(`card-${at}`),
    difficulty: ((at % 3) + 1) as 1 | 2 | 3,
  }));

export function quizPlan(more: Partial<QuizPlan> = {}, questions = 3): QuizPlan {
  return {
    id: quizId.of('AbCdEfGh01'),
    community: communityId.of('terminal:local'),
    channel: channelId.of('study'),
    mode: 'relaxed',
    seconds: 30,
    cards: cards(questions),
    subject: 'Everything',
    zone: 'UTC' as Zone,
    penalty: 0,
    startedAt: START,
    ...more,
  };
}

export const anyPlan: fc.Arbitrary<QuizPlan> = fc
  .record({
    mode: fc.constantFrom(...QUIZ_MODES),
    seconds: fc.integer({ min: 10, max: 300 }),
    penalty: fc.constantFrom(0, 0.25, 1),
    questions: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ questions, ...more }) => quizPlan(more, questions));

const MARKS = { 0: 'wrong', 0.5: 'partly', 1: 'right' } as const;

export function quizAnswer(member: MemberId, credit: 0 | 0.5 | 1, afterMs: number): QuizAnswer {
  return {
    member,
    event: `event of ${member}`,
    response: { kind: 'choice', picks: [0] },
    receivedAt: START + afterMs,
    verdict: { mark: MARKS[credit], credit },
  };
}

/** Questions of a plan that any of eight members answered as they liked, some with a hint. */
export const anyQuestions = (plan: QuizPlan): fc.Arbitrary<AskedQuestion[]> => {
  const all = players(8);
  const question = (card: Card, at: number): fc.Arbitrary<AskedQuestion> =>
    fc
      .tuple(
        fc.subarray(all),
        fc.array(fc.constantFrom(0, 0.5, 1) as fc.Arbitrary<0 | 0.5 | 1>, {
          minLength: 8,
          maxLength: 8,
        }),
        fc.array(fc.nat({ max: plan.seconds * SECOND }), { minLength: 8, maxLength: 8 }),
        fc.subarray(all),
      )
      .map(([who, credits, times, hinted]) => ({
        number: at + 1,
        card,
        answers: who.map((member, place) =>
          quizAnswer(member, credits[place] ?? 0, times[place] ?? 0),
        ),
        hinted: new Set(hinted),
      }));
  return fc.tuple(...plan.cards.map(question));
};
