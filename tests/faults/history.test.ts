import { describe, expect, inject, it } from 'vitest';
import { MINUTE } from '../../src/core/day.ts';
import { figuresOf, storyOf } from './history/report.ts';
import { type Outcome, playHistory } from './history/run.ts';
import { ALL_TROUBLES, REQUEST_TROUBLES, type TroubleName } from './history/trouble.ts';

/** One whose plan holds nearly every fault of the world on its first morning. */
const SEED = '5756';
/** A busy machine takes its time over a dozen processes. */
const PATIENCE = 180_000;

const HELD_UP = ['stop', 'stop any', 'block', 'block any'] as const;
const KILLS = ['kill', 'kill any'] as const;
const AMBIGUOUS = ['drop after', 'hang after'] as const;
const CLOCKS = ALL_TROUBLES.filter((kind) => kind.startsWith('clock'));
const REDIS = ['redis restart', 'redis kill', 'redis hang'] as const;

/** A morning of 24 questions, with faults of the kinds given. */
function morning(...kinds: readonly TroubleName[]): Promise<Outcome> {
  return playHistory({
    seed: SEED,
    minutes: 5,
    halfDays: 1,
    communities: 8,
    members: 4,
    processes: 2,
    pace: 20,
    width: 1,
    calm: 20 * MINUTE,
    kinds: new Set(kinds),
    binaries: inject('redisBinaries'),
    say: () => {},
  });
}

/** What was found, with the story of each, so that a failure can be understood. */
function findings(outcome: Outcome): string[] {
  return outcome.violations.flatMap(({ kind, what, target }) => [
    `${kind}: ${what}`,
    ...(target ? storyOf(target, outcome) : []),
  ]);
}

describe('a morning of real processes, Redis and platforms (T3)', () => {
  it(
    'without faults asks every question once, and skips none',
    async () => {
      const outcome = await morning();
      expect(findings(outcome)).toEqual([]);
      expect(figuresOf(outcome, SEED, 0)).toMatchObject({
        occurrences: 24,
        skipped: 0,
        unknown: 0,
      });
      expect(outcome.history.messages).toHaveLength(24);
    },
    PATIENCE,
  );

  it.each([
    ['Q2 Q7 processes killed at every step', KILLS, ['kill any']],
    ['Q2 Q8 answers of the platform lost, late or refused', REQUEST_TROUBLES, AMBIGUOUS],
    ['Q2 Q9 processes stopped or hung for longer than a claim', HELD_UP, ['stop any', 'block any']],
    ['Q2 Q10 clocks that step and differ', CLOCKS, ['clock -1 h', 'clock +1 day', 'clock skew']],
    ['Q2 a Redis that ends and hangs', REDIS, ['redis restart', 'redis kill', 'redis hang']],
  ] as const)(
    '%s: each question once or accounted for, each answer once',
    async (...row) => {
      const [, kinds, happened] = row;
      const outcome = await morning(...kinds);
      expect(findings(outcome)).toEqual([]);
      expect(outcome.history.messages.length).toBeGreaterThan(0);
      expect(outcome.history.faults.map(({ kind }) => kind)).toEqual(
        expect.arrayContaining([...happened]),
      );
    },
    PATIENCE,
  );
});
