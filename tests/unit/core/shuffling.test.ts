import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, type Response, withShuffledOptions } from '../../../src/core/card.ts';
import { seededDice, shuffled } from '../../../src/core/dice.ts';
import { grade } from '../../../src/core/grading.ts';
import { otherKinds } from '../../conversations/small-deck.ts';
import { always } from './made-up.ts';

const { kprime, order, match, flash, typed, keyPoints, numeric, gap } = otherKinds;

describe('shuffling', () => {
  it.each([typed, keyPoints, numeric, gap, flash])('leaves $kind as it is', (card) => {
    expect(withShuffledOptions(card, seededDice('any'))).toBe(card);
  });

  it('gives the partners of a match another order each time', () => {
    const seeds = Array.from({ length: 20 }, (_, at) => `match ${at}`);
    const keys = seeds.map((seed) => {
      const shown = withShuffledOptions(match, seededDice(seed));
      return shown.kind === 'match' ? shown.key.join() : '';
    });
    expect(new Set(keys).size).toBeGreaterThan(8);
  });

  it('changes what is shown, never what is right', () => {
    always(
      fc.property(fc.constantFrom<Card>(kprime, order, match), fc.string(), (card, seed) => {
        const shown = withShuffledOptions(card, seededDice(seed));
        expect(grade(shown, keyResponse(shown))).toEqual({ mark: 'right', credit: 1 });
        expect(textsInKeyOrder(shown)).toEqual(textsInKeyOrder(card));
      }),
    );
  });

  it('reaches every order', () => {
    const seen = new Set<string>();
    const dice = seededDice('every order');
    for (let turn = 0; turn < 400; turn++) seen.add(shuffled([1, 2, 3, 4], dice).join());
    expect(seen.size).toBe(24);
  });
});

function keyResponse(card: Card): Response {
  if (card.kind === 'kprime') return { kind: 'marks', marks: card.key };
  if (card.kind === 'order' || card.kind === 'match') return { kind: 'places', places: card.key };
  throw new Error(card.kind);
}

/** What the key says in words, whatever the order shown. */
function textsInKeyOrder(card: Card): unknown {
  switch (card.kind) {
    case 'order':
      return card.key.map((at) => card.items[at]);
    case 'match':
      return card.lefts.map((left, at) => [left, card.rights[card.key[at] ?? -1]]);
    case 'kprime':
      return card.statements
        .map((statement, at) => `${statement} ${card.key[at]} ${card.why[at]}`)
        .sort();
    default:
      return null;
  }
}
