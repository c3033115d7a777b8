import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  creditRound,
  MOST_FREEZES,
  NO_STREAK,
  ROUNDS_PER_FREEZE,
  replayStreak,
  type Streak,
} from '../../../src/core/streak.ts';
import { always } from './made-up.ts';
import { anyHistory, noVoid, roundsUpTo } from './streak-history.ts';

const held = (...rounds: number[]): Streak => replayStreak(rounds, noVoid);

/** Credits rounds one by one, as answers come in; the streak after each. */
function stepwise(rounds: readonly number[], voided: ReadonlySet<number>): Streak[] {
  const steps = [NO_STREAK];
  for (const round of rounds) {
    const next = creditRound(steps.at(-1) as Streak, round, voided);
    if (next) steps.push(next);
  }
  return steps;
}

describe('a streak', () => {
  it('starts at 1 with the first answer, whichever round that is', () => {
    expect(held(12)).toEqual({ ...NO_STREAK, current: 1, longest: 1, last: 12, credited: 1 });
  });

  it('cannot be credited for its last round again, nor for an earlier one', () => {
    const streak = held(3, 4);
    expect(creditRound(streak, 4, noVoid)).toBeNull();
    expect(creditRound(streak, 3, noVoid)).toBeNull();
    expect(creditRound(streak, 5, noVoid)).toEqual(held(3, 4, 5));
  });

  it('rises by exactly 1 with each consecutive round', () => {
    always(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 60 }), (first, n) => {
        const steps = stepwise(
          Array.from({ length: n }, (_, at) => first + at),
          noVoid,
        );
        expect(steps.map(({ current }) => current)).toEqual([...steps.keys()]);
      }),
    );
  });

  it('starts anew at 1 after a gap without a freeze', () => {
    expect(held(1, 2, 3, 5)).toMatchObject({ current: 1, longest: 3, covered: [] });
  });

  it('is the same whatever order the answers came in, and however often', () => {
    const scrambled = anyHistory.chain((history) =>
      fc.record({
        history: fc.constant(history),
        replayed: fc
          .array(fc.constantFrom(...history.credited), { maxLength: 20 })
          .chain((repeats) => {
            const all = [...history.credited, ...repeats];
            return fc.shuffledSubarray(all, { minLength: all.length });
          }),
      }),
    );
    always(
      fc.property(scrambled, ({ history, replayed }) => {
        const inOrder = replayStreak(history.credited, history.voided);
        expect(replayStreak(replayed, history.voided)).toEqual(inOrder);
      }),
    );
  });

  it('credited round by round equals a replay of the whole log, at every step', () => {
    always(
      fc.property(anyHistory, ({ credited, voided }) => {
        const steps = stepwise(credited, voided);
        for (const [at, step] of steps.entries()) {
          expect(step).toEqual(replayStreak(credited.slice(0, at), voided));
        }
      }),
    );
  });

  it('leaves rounds up to the last credited one to a replay', () => {
    always(
      fc.property(anyHistory, fc.nat({ max: 70 }), ({ credited, voided }, round) => {
        const streak = replayStreak(credited, voided);
        expect(creditRound(streak, round, voided) === null).toBe(round <= streak.last);
      }),
    );
  });

  it('keeps 0 ≤ current ≤ longest ≤ credited, and the longest never falls', () => {
    always(
      fc.property(anyHistory, ({ credited, voided }) => {
        let before = NO_STREAK;
        for (const streak of stepwise(credited, voided)) {
          expect(streak.current).toBeGreaterThanOrEqual(0);
          expect(streak.longest).toBeGreaterThanOrEqual(streak.current);
          expect(streak.credited).toBeGreaterThanOrEqual(streak.longest);
          expect(streak.longest).toBeGreaterThanOrEqual(before.longest);
          before = streak;
        }
        expect(before.credited).toBe(credited.length);
        expect(before.last).toBe(credited.at(-1) ?? 0);
      }),
    );
  });
});

describe('freezes', () => {
  it('come one per 7 credited rounds, and 2 are held at most', () => {
    const afterRounds = (n: number): number => held(...roundsUpTo(n)).freezes;
    expect([6, 7, 13, 14, 21, 70].map(afterRounds)).toEqual([0, 1, 1, 2, 2, 2]);
  });

  it('cover a miss: the number stands and the answer raises it', () => {
    const streak = held(...roundsUpTo(7), 9);
    expect(streak).toMatchObject({ current: 8, freezes: 0, covered: [8] });
  });

  it('cover the whole gap or none of it', () => {
    expect(held(...roundsUpTo(14), 17)).toMatchObject({ current: 15, freezes: 0 });
    expect(held(...roundsUpTo(14), 18)).toMatchObject({ current: 1, freezes: 2, covered: [] });
  });

  it('are not used by the answer that earns them', () => {
    expect(held(1, 2, 3, 4, 5, 6, 8)).toMatchObject({ current: 1, freezes: 1 });
  });

  it('are not used before there is a streak', () => {
    const spare: Streak = { ...NO_STREAK, freezes: 2 };
    expect(creditRound(spare, 3, noVoid)).toMatchObject({ current: 1, freezes: 2, covered: [] });
  });

  it('are used, held or lost to the limit, and never otherwise', () => {
    always(
      fc.property(anyHistory, ({ credited, voided }) => {
        let [granted, used, lost] = [0, 0, 0];
        let before = NO_STREAK;
        for (const after of stepwise(credited, voided).slice(1)) {
          const grant = after.credited % ROUNDS_PER_FREEZE === 0 ? 1 : 0;
          const spare = before.freezes - after.covered.length + grant - after.freezes;
          if (spare > 0) expect([spare, after.freezes]).toEqual([1, MOST_FREEZES]);
          granted += grant;
          used += after.covered.length;
          lost += spare;
          before = after;
        }
        expect(used + before.freezes + lost).toBe(granted);
        expect(granted).toBe(Math.floor(credited.length / ROUNDS_PER_FREEZE));
        expect([0, 1, 2]).toContain(before.freezes);
      }),
    );
  });
});

describe('void rounds', () => {
  it('are forgiven: with every miss void, the run is as long as the log', () => {
    always(
      fc.property(anyHistory, ({ credited }) => {
        const missed = roundsUpTo(credited.at(-1) ?? 0).filter((n) => !credited.includes(n));
        const streak = replayStreak(credited, new Set(missed));
        expect(streak).toMatchObject({ current: credited.length, longest: credited.length });
        expect(streak.covered).toEqual([]);
      }),
    );
  });

  it('give back the freeze that covered them', () => {
    const rounds = [...roundsUpTo(7), 9];
    expect(replayStreak(rounds, new Set([8]))).toMatchObject({ current: 8, freezes: 1 });
  });

  it('keep the credit of all who answered them', () => {
    always(
      fc.property(anyHistory, ({ credited }) => {
        expect(replayStreak(credited, new Set(credited))).toEqual(replayStreak(credited, noVoid));
      }),
    );
  });
});
