import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { cardId } from '../../../src/core/ids.ts';
import { normalForm } from '../../../src/core/normal-form.ts';
import {
  claimsOf,
  type Disputed,
  isRight,
  ruledAgain,
  ruledCard,
  standingOf,
} from '../../../src/core/ruling.ts';
import { otherKinds, smallDeck } from '../../conversations/small-deck.ts';
import { always } from './made-up.ts';

const { typed, gap, numeric, keyPoints } = otherKinds;
const typedKinds = [typed, gap, numeric, keyPoints] as const;

const answer = (...texts: string[]) => ({ response: { kind: 'texts', texts } }) as const;

/** What members type: words of the cards and others, written in many ways. */
const anyWords = fc.oneof(
  fc
    .array(fc.constantFrom('VMCS', 'vmcb', 'the', 'control', 'Block', 'guest', 'not', '31', '25'), {
      minLength: 1,
      maxLength: 4,
    })
    .chain((words) => fc.constantFrom(' ', '-', ', ', '  ').map((between) => words.join(between))),
  fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== ''),
);

const variantsOf = (words: string): string[] => [
  ` ${words} `,
  `${words}!`,
  `${words}s`,
  `the ${words}`,
  words.toUpperCase(),
  words.toLowerCase(),
  words.replaceAll(' ', ''),
  words.replaceAll(' ', '-'),
  words.replaceAll('-', ' '),
];

const rulingsOn = (card: Card, ...texts: string[]): Disputed[] =>
  claimsOf(card, answer(...texts)).map((claim) => ({ ...claim, deck: card.deck, card: card.id }));

describe('the normal form of an answer', () => {
  it.each([
    ['Control-Block', 'the control blocks'],
    ['hyper visor', 'Hypervisors!'],
    ['a  VMCB', 'vmcb.'],
  ])('is one for %j and %j', (one, other) => {
    expect(normalForm('typed', one)).toBe(normalForm('typed', other));
  });

  it('tells figures apart by every sign but spaces', () => {
    expect(normalForm('numeric', '31,25 MS')).toBe(normalForm('numeric', '31,25ms'));
    expect(normalForm('numeric', '-31.25')).not.toBe(normalForm('numeric', '31.25'));
    expect(normalForm('numeric', '31.25')).not.toBe(normalForm('numeric', '3125'));
  });

  it('is never empty where something was typed', () => {
    always(
      fc.property(anyWords, fc.constantFrom('typed', 'numeric'), (words, kind) => {
        expect(normalForm(kind, words)).not.toBe('');
      }),
    );
  });
});

describe('what can be claimed', () => {
  it('is each typed place that is wrong', () => {
    expect(claimsOf(typed, answer('VMCS'))).toEqual([]);
    expect(claimsOf(typed, answer('control block'))).toMatchObject([
      { place: 0, words: 'control block', normal: 'controlblock' },
    ]);
    expect(claimsOf(gap, answer('guest', 'kernel'))).toMatchObject([{ place: 1, words: 'kernel' }]);
    expect(claimsOf(typed, answer('?!'))).toEqual([]);
    expect(claimsOf(smallDeck[0] as Card, answer('VMCS'))).toEqual([]);
  });

  const typedIn = (card: Card, words: string): string[] =>
    card.kind === 'gap' ? [words, words] : [words];

  it('is right in the card that takes the ruling up', () => {
    always(
      fc.property(fc.constantFrom(...typedKinds), anyWords, (card: Card, words) => {
        for (const ruling of rulingsOn(card, ...typedIn(card, words))) {
          expect(standingOf(ruling, card)).toBe('applies');
          const ruled = ruledCard(card, [ruling]);
          expect(isRight(ruled, ruling.place, words)).toBe(true);
          expect(standingOf(ruling, ruled)).toBe('merged');
        }
      }),
    );
  });

  it('brings every equal answer with it', () => {
    always(
      fc.property(fc.constantFrom(...typedKinds), anyWords, (card: Card, words) => {
        const [ruling] = rulingsOn(card, ...typedIn(card, words));
        if (!ruling) return;
        const ruled = ruledCard(card, [ruling]);
        const isEqual = (text: string): boolean => normalForm(card.kind, text) === ruling.normal;
        const wrong = variantsOf(words)
          .filter(isEqual)
          .filter((text) => !isRight(ruled, ruling.place, text));
        expect(wrong).toEqual([]);
      }),
    );
  });

  it('takes nothing away that was right before', () => {
    always(
      fc.property(anyWords, anyWords, (words, other) => {
        const ruled = ruledCard(typed, rulingsOn(typed, words));
        if (isRight(typed, 0, other)) expect(isRight(ruled, 0, other)).toBe(true);
      }),
    );
  });

  it('changes the card once, however often it is taken up', () => {
    always(
      fc.property(fc.constantFrom(...typedKinds), anyWords, (card: Card, words) => {
        const [ruling] = rulingsOn(card, ...(card.kind === 'gap' ? [words, 'kernel'] : [words]));
        if (!ruling) return;
        const once = ruledAgain(card, ruling, 1);
        expect(once?.revision).toBe(`${card.revision}+k1`);
        expect(once && ruledAgain(once, ruling, 2)).toBeNull();
        expect(ruledCard(card, [ruling, ruling]).revision).toMatch(/\+r\d+$/);
        expect(ruledCard(card, [])).toBe(card);
      }),
    );
  });
});

describe('the standing of a ruling', () => {
  const [ruling] = rulingsOn(typed, 'control block') as [Disputed];
  const asking = (accept: readonly string[], reject: readonly string[] = []): Card => ({
    ...typed,
    wording: { accept, reject },
  });

  it('is stale where the usual wording is another one, or the author rejects the words since', () => {
    expect(standingOf(ruling, asking(['EPT']))).toBe('stale');
    expect(standingOf(ruling, asking(['VMCS'], ['control block']))).toBe('stale');
    expect(standingOf(ruling, asking(['VMCS', 'state area']))).toBe('applies');
    expect(ruledAgain(asking(['EPT']), ruling, 1)).toBeNull();
    expect(ruledCard(asking(['EPT']), [ruling]).revision).toBe(typed.revision);
  });

  it('applies against words that were rejected when it was made', () => {
    const [own] = rulingsOn(typed, 'VMCB') as [Disputed];
    expect(isRight(ruledCard(typed, [own]), 0, 'VMCB')).toBe(true);
  });

  it('is gone without a card, and goes with a card that is renamed', () => {
    const renamed = { ...typed, id: cardId.of('renamed') };
    expect(standingOf(ruling, null)).toBe('gone');
    expect(standingOf(ruling, renamed)).toBe('gone');
    expect(standingOf(ruling, { ...renamed, formerly: [typed.id] })).toBe('applies');
  });

  it('of a number stands for as long as key, tolerance and unit do', () => {
    const [own] = rulingsOn(numeric, '31.25 milli') as [Disputed];
    expect(standingOf(own, numeric)).toBe('applies');
    expect(standingOf(own, { ...numeric, key: 30 })).toBe('stale');
    expect(standingOf(own, { ...numeric, tolerance: 1 })).toBe('stale');
  });

  it('of whole sentences stands for as long as the points do', () => {
    const [own] = rulingsOn(keyPoints, 'same speed') as [Disputed];
    expect(standingOf(own, keyPoints)).toBe('applies');
    expect(standingOf(own, { ...keyPoints, needs: 2 })).toBe('stale');
    expect(isRight(ruledCard(keyPoints, [own]), 0, 'the same speed.')).toBe(true);
  });
});
