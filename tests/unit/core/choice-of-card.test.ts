import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { chooseCard, type DeckHistory } from '../../../src/core/choice-of-card.ts';
import { seededDice } from '../../../src/core/dice.ts';
import { type CardId, cardId, topicId } from '../../../src/core/ids.ts';
import { always, statement } from './made-up.ts';

const makeCard = (id: string, topic: string, ...formerly: string[]): Card => ({
  ...statement(true),
  id: cardId.of(id),
  formerly: formerly.map((earlier) => cardId.of(earlier)),
  topic: topicId.of(topic),
});

const fresh: DeckHistory = { asked: new Map(), topics: new Map(), open: new Set() };

const asked = (times: Record<string, number>): DeckHistory['asked'] =>
  new Map(Object.entries(times).map(([id, n]) => [cardId.of(id), n]));

const open = (...ids: string[]): DeckHistory['open'] => new Set(ids.map((id) => cardId.of(id)));

/** A deck of up to 24 cards in up to 5 topics. */
const anyDeck = fc
  .array(fc.constantFrom('paging', 'traps', 'devices', 'clouds', 'nesting'), {
    minLength: 1,
    maxLength: 24,
  })
  .map((topics) => topics.map((topic, at) => makeCard(`card-${at}`, topic)));

/** What is posted from a deck when it is asked so many times, one after the other. */
function posted(deck: readonly Card[], times: number, seed: string): Card[] {
  const counts = new Map<CardId, number>();
  const cards: Card[] = [];
  for (let turn = 0; turn < times; turn++) {
    const card = chooseCard(deck, { ...fresh, asked: counts }, seededDice(`${seed} ${turn}`));
    if (!card) break;
    counts.set(card.id, (counts.get(card.id) ?? 0) + 1);
    cards.push(card);
  }
  return cards;
}

describe('the choice of a card', () => {
  it('never falls on a card of an open round, and on none where all are open', () => {
    const deckWithOpen = anyDeck.chain((deck) =>
      fc.record({ deck: fc.constant(deck), open: fc.subarray(deck.map(({ id }) => id)) }),
    );
    always(
      fc.property(deckWithOpen, fc.string(), ({ deck, open: ids }, seed) => {
        const card = chooseCard(deck, { ...fresh, open: new Set(ids) }, seededDice(seed));
        expect(card === null).toBe(ids.length === deck.length);
        if (card) expect(ids).not.toContain(card.id);
      }),
    );
  });

  it('falls on no card of an empty deck', () => {
    expect(chooseCard([], fresh, seededDice('x'))).toBeNull();
  });

  it('repeats no card until the deck is through, and then goes round again', () => {
    always(
      fc.property(anyDeck, fc.string(), (deck, seed) => {
        const cards = posted(deck, 2 * deck.length, seed);
        expect(new Set(cards.slice(0, deck.length)).size).toBe(deck.length);
        expect(new Set(cards.slice(deck.length)).size).toBe(deck.length);
      }),
    );
  });

  it('asks every topic once before any topic twice', () => {
    always(
      fc.property(anyDeck, fc.string(), (deck, seed) => {
        const topics = new Set(deck.map(({ topic }) => topic)).size;
        const first = posted(deck, topics, seed);
        expect(new Set(first.map(({ topic }) => topic)).size).toBe(topics);
      }),
    );
  });

  it('takes a card that joined the deck later before any is repeated', () => {
    const deck = [makeCard('old-1', 'traps'), makeCard('old-2', 'traps'), makeCard('new', 'traps')];
    const history = { ...fresh, asked: asked({ 'old-1': 2, 'old-2': 3 }) };
    expect(chooseCard(deck, history, seededDice('x'))?.id).toBe('new');
  });

  it('begins gently, with three easy cards where the deck has them', () => {
    const hard = Array.from({ length: 20 }, (_, at) => ({
      ...makeCard(`hard-${at}`, `topic-${at}`),
      difficulty: 3 as const,
    }));
    const easy = Array.from({ length: 3 }, (_, at) => ({
      ...makeCard(`easy-${at}`, `other-${at}`),
      difficulty: 1 as const,
    }));
    const first = posted([...hard, ...easy], 4, 'gently').map(({ difficulty }) => difficulty);
    expect(first).toEqual([1, 1, 1, 3]);
    expect(posted(hard, 4, 'gently')).toHaveLength(4);
  });

  it('is gentle for three cards and no longer', () => {
    const deck = Array.from({ length: 40 }, (_, at) => ({
      ...makeCard(`card-${at}`, 'traps'),
      difficulty: at < 20 ? (1 as const) : (3 as const),
    }));
    const runs = Array.from({ length: 12 }, (_, at) =>
      posted(deck, 4, `run ${at}`).map(({ difficulty }) => difficulty),
    );
    expect(runs.flatMap((run) => run.slice(0, 3))).not.toContain(3);
    expect(runs.map((run) => run[3])).toContain(3);
  });

  it('is the same for the same seed, and not for every seed', () => {
    const deck = Array.from({ length: 20 }, (_, at) => makeCard(`card-${at}`, 'traps'));
    const choose = (seed: string): Card | null => chooseCard(deck, fresh, seededDice(seed));
    expect(choose('secret 1')).toBe(choose('secret 1'));
    const chosen = new Set(Array.from({ length: 40 }, (_, at) => choose(`secret ${at}`)));
    expect(chosen.size).toBeGreaterThan(10);
  });
});

describe('a renamed card', () => {
  const deck = [
    makeCard('popf-new', 'traps', 'popf-old', 'popf-older'),
    makeCard('cpuid', 'traps'),
  ];

  it('counts under every id that it had', () => {
    for (const id of ['popf-new', 'popf-old', 'popf-older']) {
      const history = { ...fresh, asked: asked({ [id]: 1 }) };
      expect(chooseCard(deck, history, seededDice(id))?.id).toBe('cpuid');
    }
    const twice = { ...fresh, asked: asked({ 'popf-old': 1, 'popf-new': 1, cpuid: 1 }) };
    expect(chooseCard(deck, twice, seededDice('sum'))?.id).toBe('cpuid');
  });

  it('makes its topic a seen one', () => {
    const more = [...deck, makeCard('rings', 'modes')];
    const history = { ...fresh, asked: asked({ 'popf-old': 1 }) };
    expect(chooseCard(more, history, seededDice('x'))?.id).toBe('rings');
  });

  it('is as closed as its open round under the earlier id', () => {
    const history = { ...fresh, open: open('popf-old') };
    const chosen = Array.from({ length: 10 }, (_, at) =>
      chooseCard(deck, history, seededDice(`open ${at}`)),
    );
    expect(new Set(chosen.map((card) => card?.id))).toEqual(new Set(['cpuid']));
  });
});

describe('weak topics', () => {
  /** How often the first of two cards is drawn out of 4,000, their topics having been answered so. */
  function drawsOf(first: readonly [number, number], second: readonly [number, number]): number {
    const deck = [makeCard('one', 'traps'), makeCard('two', 'paging')];
    const record = ([answers, credit]: readonly [number, number]) => ({ answers, credit });
    const topics = new Map([
      [topicId.of('traps'), record(first)],
      [topicId.of('paging'), record(second)],
    ]);
    const history = { ...fresh, asked: asked({ one: 1, two: 1 }), topics };
    const dice = seededDice('weak topics');
    const draws = Array.from({ length: 4_000 }, () => chooseCard(deck, history, dice)?.id);
    return draws.filter((id) => id === 'one').length;
  }

  it('come up four times as often as mastered ones', () => {
    expect(drawsOf([10, 0], [10, 10]) / drawsOf([10, 10], [10, 0])).toBeCloseTo(4, 0);
  });

  it('come up as often as others where nothing is known', () => {
    expect(Math.abs(drawsOf([0, 0], [0, 0]) - 2_000)).toBeLessThan(130);
    expect(Math.abs(drawsOf([0, 0], [8, 4]) - 2_000)).toBeLessThan(130);
  });
});
