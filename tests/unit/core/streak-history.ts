import fc from 'fast-check';

/** The rounds of a daily that a member answered, ascending, and those that were declared void. */
export interface StreakHistory {
  readonly credited: readonly number[];
  readonly voided: ReadonlySet<number>;
}

export const noVoid: ReadonlySet<number> = new Set();

export function roundsUpTo(last: number): number[] {
  return Array.from({ length: last }, (_, at) => at + 1);
}

/** How a member met each round; mostly answered, so that freezes are earned and spent. */
const fates = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.constant('answered') },
    { weight: 2, arbitrary: fc.constant('missed') },
    { weight: 1, arbitrary: fc.constant('void') },
    { weight: 1, arbitrary: fc.constant('answered, then void') },
  ),
  { minLength: 1, maxLength: 60 },
);

/** At least one round is credited. */
export const anyHistory: fc.Arbitrary<StreakHistory> = fates
  .map((met) => {
    const numbered = met.map((fate, at) => ({ fate, number: at + 1 }));
    const those = (word: string): number[] =>
      numbered.filter(({ fate }) => fate.includes(word)).map(({ number }) => number);
    return { credited: those('answered'), voided: new Set(those('void')) };
  })
  .filter(({ credited }) => credited.length > 0);
