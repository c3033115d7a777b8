import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../src/chat/texts/index.ts';
import { readKey, typedKeyOf } from '../../../src/chat/typed-key.ts';
import type { Card } from '../../../src/core/card.ts';
import { roundId } from '../../../src/core/ids.ts';
import { rekeyed } from '../../../src/core/rekey.ts';
import { otherKinds, several, smallDeck, statement } from '../../conversations/small-deck.ts';

const single = smallDeck[0] as Card;
const read = (card: Card, typed: string) =>
  readKey(card, roundId.of('AbCdEfGh0123'), typed, textsFor('en'));
const why = (card: Card, typed: string): string => {
  const result = read(card, typed);
  return result.kind === 'misread' ? result.why : JSON.stringify(result.key);
};

describe('a typed key', () => {
  it.each([
    [single, 'c', { kind: 'choice', picks: [2] }],
    [several, 'D, A', { kind: 'choice', picks: [0, 3] }],
    [statement, 'true', { kind: 'choice', picks: [0] }],
    [otherKinds.kprime, 'T F t t', { kind: 'marks', marks: [true, false, true, true] }],
    [otherKinds.order, 'DCBA', { kind: 'places', places: [3, 2, 1, 0] }],
    [otherKinds.match, '1B 2A 3C 4D', { kind: 'places', places: [1, 0, 2, 3] }],
    [otherKinds.numeric, ' 31,5 ', { kind: 'number', value: 31.5 }],
    [otherKinds.numeric, '-2e3', { kind: 'number', value: -2000 }],
    [otherKinds.typed, 'also  the VMCB ', { kind: 'also', gap: 0, words: 'the VMCB' }],
    [otherKinds.gap, 'Also 2: host kernel', { kind: 'also', gap: 1, words: 'host kernel' }],
  ] as const)('of %o is read from %j', (card, typed, key) => {
    expect(read(card, typed)).toEqual({ kind: 'key', key });
  });

  it.each([
    [single, 'A C', 'This question takes one letter.'],
    [single, 'Z', '"Z" is not one of the choices: type A, B, C or D.'],
    [several, 'ABCD', 'At least one option has to stay wrong: make the question void instead.'],
    [otherKinds.numeric, '31 ms', '"31 ms" is no number: write one such as 31.5, in ms.'],
    [otherKinds.typed, 'VMCB', 'Write also and the words to accept too, such as: also VMCB.'],
    [
      otherKinds.gap,
      'also guest',
      'Write also, the number of the gap (1 to 2) and the words to accept too, such as: also 2: guest.',
    ],
    [
      otherKinds.gap,
      'also 3: guest',
      'Write also, the number of the gap (1 to 2) and the words to accept too, such as: also 2: guest.',
    ],
    [
      otherKinds.keyPoints,
      'A',
      'A question of this kind has no key to put right: make it void instead.',
    ],
    [
      otherKinds.flash,
      'look',
      'A question of this kind has no key to put right: make it void instead.',
    ],
  ] as const)('of %o is refused for %j', (card, typed, sentence) => {
    expect(why(card, typed)).toBe(sentence);
  });

  it('is written as it is read', () => {
    for (const card of [...smallDeck, several, statement, ...Object.values(otherKinds)]) {
      const typed = typedKeyOf(card);
      if (typed === null) continue;
      const result = read(card, typed);
      if (result.kind === 'misread') throw new Error(result.why);
      expect(rekeyed(card, result.key, 1)).toBeNull();
    }
  });
});
