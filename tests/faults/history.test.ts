import { describe, expect, inject, it } from 'vitest';
import { MINUTE } from '../../src/core/day.ts';
import { figuresOf, storyOf } from './history/report.ts';
import { type Outcome, playHistory } from './history/run.ts';
import { ALL_TROUBLES, REQUEST_TROUBLES, type TroubleName } from './history/trouble.ts';

const SEED = '1';
/** A busy machine takes its time over a dozen processes. */
const PATIENCE = 180_000;

const HELD_UP = ['stop', 'stop any', 'block', 'block any'] as const;
const CLOCKS_AND_REDIS = ALL_TROUBLES.filter((kind) => /^(clock|redis) /.test(kind));

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
    ['Q2 Q7 processes killed at every step', ['kill', 'kill any']],
    ['Q2 Q8 answers of the platform lost, late or refused', REQUEST_TROUBLES],
    ['Q2 Q9 processes stopped or hung for longer than a claim', HELD_UP],
    ['Q2 Q10 clocks that step and differ, a Redis that ends and hangs', CLOCKS_AND_REDIS],
  ] as const)(
    '%s: each question once or accounted for, each answer once',
    async (_, kinds) => {
      const outcome = await morning(...kinds);
      expect(findings(outcome)).toEqual([]);
      expect(outcome.history.messages.length).toBeGreaterThan(0);
    },
    PATIENCE,
  );
});
