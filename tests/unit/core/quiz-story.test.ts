import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always } from './made-up.ts';
import { anyDeed, realQuiz } from './quiz-deeds.ts';
import { quizModel } from './quiz-model.ts';

const anyStory = fc.array(anyDeed, { minLength: 10, maxLength: 60, size: 'max' });

describe('a whole quiz beside its model', () => {
  it('T9 has the model’s table after every deed, and asks each question once', () => {
    always(
      fc.property(anyStory, (deeds) => {
        const [real, model] = [realQuiz(), quizModel()];
        for (const deed of deeds) {
          for (const quiz of [real, model]) quiz.does(deed);
          expect([real.isOver(), real.asked, real.table()]).toEqual([
            model.isOver(),
            model.asked,
            model.table(),
          ]);
          expect(new Set(real.asked).size).toBe(real.asked.length);
        }
      }),
    );
  });

  it('T9 lets nobody score after the close', () => {
    always(
      fc.property(anyStory, fc.array(anyDeed, { maxLength: 10 }), (deeds, later) => {
        const quiz = realQuiz();
        for (const deed of [...deeds, { kind: 'stop' } as const]) quiz.does(deed);
        quiz.does({ kind: 'wait', ms: 30_000 });
        fc.pre(quiz.isOver());
        const before = quiz.table();
        for (const deed of later) quiz.does(deed);
        expect([quiz.isOver(), quiz.table()]).toEqual([true, before]);
      }),
    );
  });
});
