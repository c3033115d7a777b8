import { type Card, isChoice } from './card.ts';
import { type Dice, drawn } from './dice.ts';
import type { CardId, TopicId } from './ids.ts';

/** How many of a group's first questions are easy ones to answer by a letter, where the deck has any. */
const GENTLE_START = 3;

/** What a community has been asked from a deck so far. */
export interface DeckHistory {
  /** How often each card was posted; by any id that the card ever had. */
  readonly asked: ReadonlyMap<CardId, number>;
  /** What the community made of each topic. */
  readonly topics: ReadonlyMap<TopicId, TopicRecord>;
  /** Cards of rounds that are open somewhere in the community. */
  readonly open: ReadonlySet<CardId>;
}

export interface TopicRecord {
  readonly answers: number;
  /** Sum of their credits, each 0 to 1. */
  readonly credit: number;
}

function idsOf(card: Card): readonly CardId[] {
  return [card.id, ...card.formerly];
}

function timesAsked(card: Card, history: DeckHistory): number {
  return idsOf(card).reduce((sum, id) => sum + (history.asked.get(id) ?? 0), 0);
}

/** Those that pass, or all where none does. */
function orAll(cards: readonly Card[], passes: (card: Card) => boolean): readonly Card[] {
  const passed = cards.filter(passes);
  return passed.length > 0 ? passed : cards;
}

/** From 1 for a topic that the group masters to 4 for one that it fails; 2.5 where nothing is known. */
function weakness(card: Card, history: DeckHistory): number {
  const record = history.topics.get(card.topic);
  const missed = record && record.answers > 0 ? 1 - record.credit / record.answers : 0.5;
  return 1 + 3 * missed;
}

/**
 * The next card to post: none again until the deck is through, topics that were never asked before the
 * others, weak topics more often than strong ones, and easy ones to begin with. Null where every card is in an open round.
 */
export function chooseCard(cards: readonly Card[], history: DeckHistory, dice: Dice): Card | null {
  const free = cards.filter((card) => !idsOf(card).some((id) => history.open.has(id)));
  const times = new Map(free.map((card) => [card, timesAsked(card, history)]));
  const fewest = Math.min(...times.values());
  const due = free.filter((card) => times.get(card) === fewest);
  const askedTopics = new Set(
    cards.filter((card) => timesAsked(card, history) > 0).map((card) => card.topic),
  );
  const unseen = orAll(due, (card) => !askedTopics.has(card.topic));
  const gentle = orAll(unseen, (card) => card.difficulty === 1 && isChoice(card));
  const begins = history.asked.size < GENTLE_START;
  return drawn(begins ? gentle : unseen, (card) => weakness(card, history), dice);
}
