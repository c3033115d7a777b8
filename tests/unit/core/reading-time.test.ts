import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newQuiz, QUIZ_MODES, type QuizPhase, takesAnswer } from '../../../src/core/quiz.ts';
import { countedAt, READING_TIME } from '../../../src/core/reading-time.ts';
import { quizPlan, START } from './made-up-quizzes.ts';

const plan = quizPlan({ mode: 'race', seconds: 30 });
const asking: QuizPhase = {
  kind: 'asking',
  question: 1,
  closesAt: START + 30_000,
  shown: 0,
  stands: true,
};

describe('X8 an answer in a race', () => {
  it.each([
    [-200, READING_TIME],
    [0, READING_TIME],
    [999, READING_TIME],
    [1_000, 1_000],
    [5_000, 5_000],
  ])('%i ms after the question counts as one of %i ms', (after, counts) => {
    expect(countedAt(plan, { phase: asking }, START + after)).toBe(START + counts);
  });

  it('to a question that is not known to stand yet counts from its send on', () => {
    const claim = { owner: 'a', since: START, firstSent: START };
    const posting: QuizPhase = { kind: 'posting', question: 1, claim, tries: 0, at: START };
    expect(countedAt(plan, { phase: posting }, START + 100)).toBe(START + READING_TIME);
    expect(countedAt(plan, { phase: { ...posting, claim: null } }, START + 100)).toBe(START + 100);
  });

  it('that was in time stays in time, and no other mode knows of it', () => {
    const modes = fc.constantFrom(...QUIZ_MODES);
    const seconds = fc.integer({ min: 10, max: 300 });
    fc.assert(
      fc.property(modes, seconds, fc.nat(300_000), (mode, length, after) => {
        const phase = { ...asking, closesAt: START + length * 1_000 };
        const state = { ...newQuiz(plan), phase };
        fc.pre(takesAnswer(state, 1, START + after));
        const at = countedAt({ mode, seconds: length }, state, START + after);
        expect(takesAnswer(state, 1, at)).toBe(true);
        expect(at).toBeGreaterThanOrEqual(START + after);
        if (mode !== 'race') expect(at).toBe(START + after);
      }),
    );
  });
});
