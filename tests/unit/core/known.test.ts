import fc from 'fast-check';
import { forgetting_curve, generatorParameters } from 'ts-fsrs';
import { expect, it } from 'vitest';
import { createSchedule, isKnown, RATINGS } from '../../../src/core/review.ts';

const { w } = generatorParameters();

it('a card is known while FSRS gives nine in ten chances to remember it', () => {
  const schedule = createSchedule({ retention: 0.9, weights: null });
  const ratings = fc.array(fc.constantFrom(...RATINGS), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(ratings, fc.nat(400), (given, elapsed) => {
      let memory = null;
      for (const [at, rating] of given.entries())
        memory = schedule(memory, rating, 20_000 + 9 * at);
      if (memory === null || memory.stability < 1) return;
      const chance = forgetting_curve(w, elapsed, memory.stability);
      fc.pre(Math.abs(chance - 0.9) > 1e-6);
      expect(isKnown(memory, memory.last + elapsed)).toBe(chance >= 0.9);
    }),
  );
});

it('a card that was missed at first sight is not known on that day', () => {
  const memory = createSchedule({ retention: 0.9, weights: null })(null, 'again', 20_000);
  expect(isKnown(memory, 20_000)).toBe(false);
});
