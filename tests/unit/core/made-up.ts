import fc from 'fast-check';
import type { ChoiceCard, SeveralCard, SingleCard, TrueFalseCard } from '../../../src/core/card.ts';
import { type CardId, cardId, deckId, roundId, topicId } from '../../../src/core/ids.ts';

/**
 * Checks a property often enough to be believed and fast enough to be run; a failure prints its seed.
 * Where runs are set for all properties (by the tests of mutants), those count.
 */
export function always<Inputs>(property: fc.IProperty<Inputs>): void {
  const { numRuns = 300 } = fc.readConfigureGlobal();
  fc.assert(property, { numRuns });
}

const base = {
  id: cardId.of('card'),
  formerly: [] as readonly CardId[],
  deck: deckId.of('deck'),
  topic: topicId.of('topic'),
  topicTitle: 'A topic',
  difficulty: 1,
  prompt: 'Which one?',
  explanation: 'Because.',
  source: 'A book',
  hint: null,
  picture: null,
  seed: null,
  revision: 'r1',
} as const;

const lettersOf = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `option ${at}`);

const reasons = (count: number, key: readonly number[]): (string | null)[] =>
  Array.from({ length: count }, (_, at) => (key.includes(at) ? null : `why not ${at}`));

export function singleCard(count: number, key: number): SingleCard {
  return { ...base, kind: 'single', options: lettersOf(count), why: reasons(count, [key]), key };
}

/** @param key indexes, ascending */
export function severalCard(count: number, key: readonly number[]): SeveralCard {
  return { ...base, kind: 'several', options: lettersOf(count), why: reasons(count, key), key };
}

export function statement(key: boolean): TrueFalseCard {
  return { ...base, kind: 'true-false', key, correction: key ? null : 'The other way round.' };
}

const anySingle = fc
  .integer({ min: 2, max: 8 })
  .chain((count) => fc.nat({ max: count - 1 }).map((key) => singleCard(count, key)));

export const anySeveral = fc
  .integer({ min: 2, max: 8 })
  .chain((count) =>
    fc
      .subarray([...lettersOf(count).keys()], { minLength: 1, maxLength: count - 1 })
      .map((key) => severalCard(count, key)),
  );

export const anyCard: fc.Arbitrary<ChoiceCard> = fc
  .tuple(
    fc.oneof(anySingle, anySeveral, fc.boolean().map(statement)),
    fc.constantFrom(1, 2, 3) as fc.Arbitrary<1 | 2 | 3>,
  )
  .map(([card, difficulty]) => ({ ...card, difficulty }));

/** A round's id as the store makes them. */
export const anyRoundId = fc
  .string({
    unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'),
    minLength: 12,
    maxLength: 12,
  })
  .map((text) => roundId.of(text));
