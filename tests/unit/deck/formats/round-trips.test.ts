import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, Deck } from '../../../../src/core/card.ts';
import type { Format } from '../../../../src/deck/formats/format.ts';
import { surveyFolder } from '../../../../src/deck/load-decks.ts';
import { type Content, contentOf, deckOf, deckWith, roundTrip } from './decks.ts';
import { ALL_CARDS } from './every-kind.ts';
import { anyCard } from './made-up-cards.ts';

const WHOLE = ['csv', 'anki-text', 'apkg'] as const satisfies readonly Format[];
/** What Moodle has questions for. */
const IN_GIFT: readonly Card['kind'][] = [
  'single',
  'several',
  'true-false',
  'typed',
  'numeric',
  'match',
];
const QUICK = { numRuns: 60 };

async function realDeck(): Promise<Deck> {
  const [deck] = (await surveyFolder('content/virtualization')).decks;
  if (!deck) throw new Error('no deck');
  return deck;
}

/** What Moodle keeps of a card. */
function inGift(card: Content): Content {
  const kept = {
    ...card,
    hint: null,
    picture: null,
    formerly: [],
    revision: '' as Card['revision'],
  };
  return card.kind === 'numeric' ? ({ ...kept, unit: null } as Content) : kept;
}

function isInGift(card: Card): boolean {
  return IN_GIFT.includes(card.kind) || (card.kind === 'gap' && card.gaps.length === 1);
}

describe.each(WHOLE)('%s', (format) => {
  it('gives every kind of card back as it was', async () => {
    const deck = deckWith(...ALL_CARDS);
    const back = await roundTrip(format, deck);
    expect(back.cards).toEqual(deck.cards.map(contentOf));
    expect(back.bad).toEqual([]);
  });

  it('gives the deck about virtualization back as it was', async () => {
    const deck = await realDeck();
    expect(deck.cards.length).toBeGreaterThan(100);
    const back = await roundTrip(format, deck);
    expect(back.bad).toEqual([]);
    expect(back.cards).toEqual(deck.cards.map(contentOf));
  });

  it('gives cards back whatever signs are in them', async () => {
    await fc.assert(
      fc.asyncProperty(anyCard, async (card) => {
        const deck = deckWith(card);
        const back = await roundTrip(format, deck);
        expect(back).toMatchObject({ bad: [], cards: deck.cards.map(contentOf) });
      }),
      format === 'apkg' ? { numRuns: 25 } : QUICK,
    );
  });

  it('keeps the topics, their titles and their order', async () => {
    const [first, ...others] = ALL_CARDS;
    const deck = deckOf([
      { topic: 'a-topic', title: 'A "topic": the first', cards: first ? [first] : [] },
      { topic: 'b-topic', title: 'B :: second / last', cards: others },
    ]);
    const back = await roundTrip(format, deck);
    expect(back.cards).toEqual(deck.cards.map(contentOf));
  });
});

describe('gift', () => {
  it('gives back the cards of the deck about virtualization that it can hold, and names the others', async () => {
    const deck = await realDeck();
    const back = await roundTrip('gift', deck);
    expect(back.bad).toEqual([]);
    const held = deck.cards.filter(isInGift).map(contentOf).map(inGift);
    expect(back.cards.map(inGift)).toEqual(held);
    const unheld = deck.cards.filter((card) => !isInGift(card)).map(({ id }) => id);
    const named = new Set(back.left.map(({ item }) => item));
    expect(unheld.filter((id) => !named.has(id))).toEqual([]);
  });

  it('gives cards back whatever signs are in them, or says that it cannot hold them', async () => {
    await fc.assert(
      fc.asyncProperty(anyCard, async (card) => {
        const deck = deckWith(card);
        const back = await roundTrip('gift', deck);
        const unheld = back.left.some(({ reason }) => reason.includes('export it to Anki'));
        const cards = unheld ? [] : deck.cards.map(contentOf).map(inGift);
        expect(back.cards.map(inGift)).toEqual(cards);
      }),
      { numRuns: 200 },
    );
  });
});

describe('quizlet', () => {
  it('gives flash cards back with question and answer in one line each', async () => {
    const deck = deckWith(...ALL_CARDS);
    const back = await roundTrip('quizlet', deck);
    expect(back.cards.map((card) => [card.kind, card.prompt])).toEqual([
      ['flash', 'What is the short name of the control structure on Intel?'],
      ['flash', 'How many milliseconds does it take?'],
      ['flash', 'What is a hypercall?'],
    ]);
    expect(back.cards[2]).toMatchObject({
      answer: 'A call of the hypervisor. A guest makes it on purpose.',
    });
    expect(back.left.map(({ item }) => item)).toEqual([
      'k-single',
      'k-several',
      'k-true-false',
      'k-kprime',
      'k-key-points',
      'k-order',
      'k-match',
      'k-gap',
      'the file',
    ]);
  });
});

it.each([...WHOLE, 'gift', 'quizlet'] as const)(
  '%s is the same for the same deck',
  async (format) => {
    const deck = deckWith(...ALL_CARDS);
    const { exported } = await import('./decks.ts');
    const [first, second] = [await exported(format, deck), await exported(format, deck)];
    expect(second).toEqual(first);
  },
);
