import { type Dice, shuffled } from './dice.ts';
import type { CardId, DeckId, TopicId } from './ids.ts';

/** 1 recall, 2 understand, 3 apply. */
export type Difficulty = 1 | 2 | 3;

interface CardBase {
  readonly id: CardId;
  /** Earlier ids of the same card: its history is kept through a rename. */
  readonly formerly: readonly CardId[];
  readonly deck: DeckId;
  readonly topic: TopicId;
  readonly topicTitle: string;
  readonly difficulty: Difficulty;
  readonly prompt: string;
  /** Why the key is right. */
  readonly explanation: string;
  readonly source: string;
  readonly hint: string | null;
  /** The entry of the lecture cards that this one grew from, `S01` … `S22`. */
  readonly seed: string | null;
  /** Changes whenever the content does; the answer log keeps it. */
  readonly revision: string;
}

interface WithOptions {
  readonly options: readonly string[];
  /** Beside each option: why it is wrong, or null where it is right. */
  readonly why: readonly (string | null)[];
}

/** One option is right. */
export interface SingleCard extends CardBase, WithOptions {
  readonly kind: 'single';
  /** Index into `options`. */
  readonly key: number;
}

/** Some options are right, at least one and not all of them. */
export interface SeveralCard extends CardBase, WithOptions {
  readonly kind: 'several';
  /** Indexes into `options`, ascending. */
  readonly key: readonly number[];
}

/** The prompt is a statement. */
export interface TrueFalseCard extends CardBase {
  readonly kind: 'true-false';
  readonly key: boolean;
  /** The statement put right; null where it is true. */
  readonly correction: string | null;
}

export type Card = SingleCard | SeveralCard | TrueFalseCard;
export type CardKind = Card['kind'];

/** A deck as its authors wrote it, whole and checked. */
export interface Deck {
  readonly id: DeckId;
  readonly title: string;
  readonly cards: readonly Card[];
}

/** What a member chose: indexes into the options shown; for a statement 0 is true and 1 is false. */
interface Choice {
  readonly kind: 'choice';
  /** Ascending, without repeats. */
  readonly picks: readonly number[];
}

export type Response = Choice;

/** How many of the shown options may be picked at once. */
export function picksAllowed(card: Card): 'one' | 'several' {
  return card.kind === 'several' ? 'several' : 'one';
}

/** The texts that a member picks from; a statement offers two words, given by the caller's language. */
export function optionsOf(card: Card, truth: readonly [string, string]): readonly string[] {
  return card.kind === 'true-false' ? truth : card.options;
}

/** The indexes of the right options, ascending. */
export function keyOf(card: Card): readonly number[] {
  switch (card.kind) {
    case 'single':
      return [card.key];
    case 'several':
      return card.key;
    case 'true-false':
      return [card.key ? 0 : 1];
  }
}

/** The card with its options in a fresh order, so that the deck's order of writing tells nothing. */
export function withShuffledOptions(card: Card, dice: Dice): Card {
  if (card.kind === 'true-false') return card;
  const order = shuffled([...card.options.keys()], dice);
  const options = order.map((from) => card.options[from] as string);
  const why = order.map((from) => card.why[from] as string | null);
  const moved = (from: number): number => order.indexOf(from);
  return card.kind === 'single'
    ? { ...card, options, why, key: moved(card.key) }
    : { ...card, options, why, key: card.key.map(moved).sort((a, b) => a - b) };
}
