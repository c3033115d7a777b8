import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, optionsOf, picksAllowed, withShuffledOptions } from '../../../src/core/card.ts';
import { seededDice } from '../../../src/core/dice.ts';
import { always, anyCard, severalCard, singleCard, statement } from './made-up.ts';

describe('a card', () => {
  it('names its key by place; of a statement, true comes first', () => {
    expect(keyOf(singleCard(4, 2))).toEqual([2]);
    expect(keyOf(severalCard(4, [1, 3]))).toEqual([1, 3]);
    expect(keyOf(statement(true))).toEqual([0]);
    expect(keyOf(statement(false))).toEqual([1]);
  });

  it('offers a statement’s two words in the reader’s language', () => {
    expect(optionsOf(statement(true), ['wahr', 'falsch'])).toEqual(['wahr', 'falsch']);
    expect(optionsOf(singleCard(2, 0), ['wahr', 'falsch'])).toEqual(['option 0', 'option 1']);
  });

  it('takes several picks only where several can be right', () => {
    const allowed = [singleCard(4, 0), severalCard(4, [0]), statement(true)].map(picksAllowed);
    expect(allowed).toEqual(['one', 'several', 'one']);
  });
});

describe('shuffled options', () => {
  const shuffles = fc.record({ card: anyCard, seed: fc.string() });

  it('are the same texts, each with its reason, and the key goes with them', () => {
    always(
      fc.property(shuffles, ({ card, seed }) => {
        const shown = withShuffledOptions(card, seededDice(seed));
        if (card.kind === 'true-false' || shown.kind === 'true-false') {
          expect(shown).toEqual(card);
          return;
        }
        const pairs = (of: typeof shown): string[] =>
          of.options.map((text, at) => `${text}: ${of.why[at]} ${keyOf(of).includes(at)}`).sort();
        expect(pairs(shown)).toEqual(pairs(card));
      }),
    );
  });

  it('keep the key ascending, and all else as it was', () => {
    always(
      fc.property(shuffles, ({ card, seed }) => {
        const shown = withShuffledOptions(card, seededDice(seed));
        expect(keyOf(shown)).toEqual([...keyOf(shown)].sort((a, b) => a - b));
        const { options, why, key } = card as typeof card & { options?: unknown; why?: unknown };
        expect({ ...shown, options, why, key }).toEqual({ ...card, options, why, key });
      }),
    );
  });

  it('leave the deck’s card untouched', () => {
    always(
      fc.property(shuffles, ({ card, seed }) => {
        const before = structuredClone(card);
        withShuffledOptions(card, seededDice(seed));
        expect(card).toEqual(before);
      }),
    );
  });

  it('put the key in every place about equally often', () => {
    const places = [0, 0, 0, 0];
    for (let throwNumber = 0; throwNumber < 4_000; throwNumber++) {
      const shown = withShuffledOptions(singleCard(4, 0), seededDice(`throw ${throwNumber}`));
      const place = keyOf(shown)[0] ?? -1;
      places[place] = (places[place] ?? 0) + 1;
    }
    for (const times of places) expect(Math.abs(times - 1_000)).toBeLessThan(120);
  });
});
