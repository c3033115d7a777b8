import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replayStreak } from '../../../src/core/streak.ts';
import { runOf } from '../../faults/history/streak-model.ts';

describe('the streak model of the fault history', () => {
  it('agrees with the rules', () => {
    const rounds = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 50 });
    fc.assert(
      fc.property(rounds, rounds, (credited, spared) => {
        const { covered: _covered, ...streak } = replayStreak(credited, new Set(spared));
        expect(runOf(new Set(credited), new Set(spared))).toEqual(streak);
      }),
    );
  });
});
