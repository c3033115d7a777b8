import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsFor } from '../../../src/core/grading.ts';
import type { MemberId } from '../../../src/core/ids.ts';
import type { QuizPlan } from '../../../src/core/quiz.ts';
import {
  type AskedQuestion,
  earnedAt,
  passes,
  quizTable,
  teamTable,
} from '../../../src/core/quiz-scoring.ts';
import { always } from './made-up.ts';
import { anyPlan, anyQuestions, players, quizAnswer, quizPlan } from './made-up-quizzes.ts';

const [ada, bob, cem] = players(3) as [ReturnType<typeof players>[0], never, never];

const anyGame = anyPlan.chain((plan) =>
  fc.record({ plan: fc.constant(plan), questions: anyQuestions(plan) }),
);

function earned(
  mode: 'race' | 'exam' | 'relaxed',
  answers: ReturnType<typeof quizAnswer>[],
  penalty = 0,
) {
  const plan = quizPlan({ mode, penalty });
  const [card] = plan.cards;
  if (!card) throw new Error('no card');
  return [...earnedAt(plan, { number: 1, card, answers, hinted: new Set() }).values()];
}

function expectFairHints(plan: QuizPlan, question: AskedQuestion): void {
  const without = earnedAt(plan, { ...question, hinted: new Set() });
  for (const [member, value] of earnedAt(plan, question)) {
    const free = without.get(member) ?? 0;
    expect(free).toBeLessThanOrEqual(pointsFor(question.card.difficulty, 1));
    if (question.hinted.has(member) && free > 0) expect(value).toBeLessThan(free);
    else expect(value).toBe(free);
  }
}

describe('what an answer earns', () => {
  it('in a race fades to half from the first right answer to the end of the question', () => {
    const answers = [
      quizAnswer(ada, 1, 5_000),
      quizAnswer(bob, 1, 20_000),
      quizAnswer(cem, 1, 35_000),
    ];
    expect(earned('race', answers)).toEqual([10, 8, 5]);
  });

  it('in a race is not faded by wrong or half right answers before', () => {
    const answers = [
      quizAnswer(ada, 0, 0),
      quizAnswer(bob, 0.5, 1_000),
      quizAnswer(cem, 1, 29_000),
    ];
    expect(earned('race', answers)).toEqual([0, 5, 10]);
  });

  it('in an exam is less than nothing for a wrong answer, where that is set', () => {
    expect(earned('exam', [quizAnswer(ada, 0, 0), quizAnswer(bob, 1, 0)], 0.25)).toEqual([-3, 10]);
    expect(earned('relaxed', [quizAnswer(ada, 0, 0)], 0.25)).toEqual([0]);
  });

  it('is never more than the question is worth, and less with a hint', () => {
    always(
      fc.property(anyGame, ({ plan, questions }) => {
        for (const question of questions) expectFairHints(plan, question);
      }),
    );
  });
});

/** For how many questions the member stayed in. */
function lasted(questions: readonly AskedQuestion[], member: MemberId): number {
  const passed = questions.map(({ answers }) =>
    answers.some((answer) => answer.member === member && passes(answer)),
  );
  return [...passed, false].indexOf(false);
}

describe('the table of a quiz', () => {
  it('does not depend on the order in which answers are read', () => {
    always(
      fc.property(anyGame, ({ plan, questions }) => {
        const turned = questions.map((question) => ({
          ...question,
          answers: [...question.answers].reverse(),
        }));
        expect(quizTable(plan, turned, players(8).reverse())).toEqual(
          quizTable(plan, questions, players(8)),
        );
      }),
    );
  });

  it('has a row for everybody who joined or answered, best first', () => {
    always(
      fc.property(anyGame, ({ plan, questions }) => {
        const table = quizTable(plan, questions, players(8));
        expect(table.map(({ member }) => member).sort()).toEqual(players(8));
        const values = table.map(({ value }) => value);
        expect(values).toEqual([...values].sort((a, b) => b - a));
      }),
    );
  });

  it('of survival counts the questions passed before the first that was not', () => {
    always(
      fc.property(anyGame, ({ plan, questions }) => {
        const table = quizTable({ ...plan, mode: 'survival' }, questions, players(8));
        for (const { member, value } of table) expect(value).toBe(lasted(questions, member));
      }),
    );
  });

  it('of teams counts the average, so that a member more is no advantage', () => {
    const table = [ada, bob, cem].map((member) => ({ member, value: 10, rank: 1 }));
    const teams = { [ada]: 0, [bob]: 0, [cem]: 1 };
    expect(teamTable(table, teams)).toEqual([
      { team: 0, rank: 1, value: 10, members: [ada, bob] },
      { team: 1, rank: 1, value: 10, members: [cem] },
    ]);
  });
});
