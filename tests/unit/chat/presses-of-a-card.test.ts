import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePress } from '../../../src/chat/press.ts';
import { optionsOf } from '../../../src/core/card.ts';
import { always, anyRoundId, singleCard, statement } from '../core/made-up.ts';

describe('the answer buttons of a card', () => {
  it('are the same whichever option is right', () => {
    const keys = fc.record({
      round: anyRoundId,
      one: fc.nat({ max: 5 }),
      other: fc.nat({ max: 5 }),
    });
    always(
      fc.property(keys, ({ round, one, other }) => {
        const buttons = (card: Parameters<typeof optionsOf>[0]): string[] =>
          optionsOf(card, ['true', 'false']).map((_, pick) =>
            encodePress({ kind: 'answer', round, picks: [pick] }),
          );
        expect(buttons(singleCard(6, one))).toEqual(buttons(singleCard(6, other)));
        expect(buttons(statement(true))).toEqual(buttons(statement(false)));
      }),
    );
  });

  it('differ in the place of the option and in nothing else, not even in length', () => {
    always(
      fc.property(anyRoundId, (round) => {
        const texts = [0, 1, 2, 3, 4, 5].map((pick) =>
          encodePress({ kind: 'answer', round, picks: [pick] }),
        );
        expect(new Set(texts).size).toBe(6);
        expect(new Set(texts.map((text) => text.slice(0, -1))).size).toBe(1);
      }),
    );
  });
});
