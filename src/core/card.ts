import { type Dice, shuffled } from './dice.ts';
import type { CardId, DeckId, TopicId } from './ids.ts';
import type { KeyPoint } from './wording/points.ts';
import type { Wording } from './wording/wording.ts';

/** 1 recall, 2 understand, 3 apply. */
export type Difficulty = 1 | 2 | 3;

/** A drawing beside the question. */
interface Picture {
  /** Below the deck's folder. */
  readonly file: string;
  /** For those who cannot see it; never gives the answer. */
  readonly alt: string;
}

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
  readonly picture: Picture | null;
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

/** Four statements, each true or false. */
export interface KprimeCard extends CardBase {
  readonly kind: 'kprime';
  readonly statements: readonly string[];
  readonly key: readonly boolean[];
  /** Beside each statement: why it is false, or null where it is true. */
  readonly why: readonly (string | null)[];
}

/** A short answer in the member's words. */
export interface TypedCard extends CardBase {
  readonly kind: 'typed';
  readonly wording: Wording;
  /** Terms of the deck that a typo must not turn into the key. */
  readonly terms: readonly string[];
}

/** Whole answers that were ruled right beside the key, in normal form; absent where there are none. */
type Also = readonly string[];

/** A sentence or two, of which certain points count. */
export interface KeyPointsCard extends CardBase {
  readonly kind: 'key-points';
  readonly points: readonly KeyPoint[];
  /** How many of them make the answer right. */
  readonly needs: number;
  readonly terms: readonly string[];
  readonly also?: Also;
}

export interface NumericCard extends CardBase {
  readonly kind: 'numeric';
  readonly key: number;
  /** How far the answer may be from the key, in the key's unit. */
  readonly tolerance: number;
  readonly unit: string | null;
  readonly also?: Also;
}

/** Items to put in order. */
export interface OrderCard extends CardBase {
  readonly kind: 'order';
  /** As shown. */
  readonly items: readonly string[];
  /** Indexes into `items`, the first first. */
  readonly key: readonly number[];
}

/** Pairs to find. */
export interface MatchCard extends CardBase {
  readonly kind: 'match';
  readonly lefts: readonly string[];
  /** As shown. */
  readonly rights: readonly string[];
  /** Beside each left: the index of its right. */
  readonly key: readonly number[];
}

/** Gaps to fill, marked `{1}`, `{2}` … in the prompt. */
export interface GapCard extends CardBase {
  readonly kind: 'gap';
  readonly gaps: readonly Wording[];
  readonly terms: readonly string[];
}

/** The member looks at the answer and says how well it was known. */
interface FlashCard extends CardBase {
  readonly kind: 'flash';
  readonly answer: string;
}

/** Cards that are answered by picking from a list. */
export type ChoiceCard = SingleCard | SeveralCard | TrueFalseCard;

export type Card =
  | ChoiceCard
  | KprimeCard
  | TypedCard
  | KeyPointsCard
  | NumericCard
  | OrderCard
  | MatchCard
  | GapCard
  | FlashCard;

export type CardKind = Card['kind'];

/** A deck as its authors wrote it, whole and checked. */
export interface Deck {
  readonly id: DeckId;
  readonly title: string;
  readonly cards: readonly Card[];
}

/** What a member said of a flash card. */
export const SELF_GRADES = ['knew', 'partly', 'no'] as const;
export type SelfGrade = (typeof SELF_GRADES)[number];

/** What a member answered. */
export type Response =
  /** Indexes into the options shown, ascending, without repeats; for a statement 0 is true and 1 is false. */
  | { readonly kind: 'choice'; readonly picks: readonly number[] }
  /** Beside each statement. */
  | { readonly kind: 'marks'; readonly marks: readonly boolean[] }
  /** One text, or one for each gap. */
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  /** Indexes into the items or rights shown: the order, or the partner of each left. */
  | { readonly kind: 'places'; readonly places: readonly number[] }
  | { readonly kind: 'self'; readonly grade: SelfGrade };

export function isChoice(card: Card): card is ChoiceCard {
  return card.kind === 'single' || card.kind === 'several' || card.kind === 'true-false';
}

/** How many of the shown options may be picked at once. */
export function picksAllowed(card: ChoiceCard): 'one' | 'several' {
  return card.kind === 'several' ? 'several' : 'one';
}

/** The texts that a member picks from; a statement offers two words, given by the caller's language. */
export function optionsOf(card: ChoiceCard, truth: readonly [string, string]): readonly string[] {
  return card.kind === 'true-false' ? truth : card.options;
}

/** The indexes of the right options, ascending. */
export function keyOf(card: ChoiceCard): readonly number[] {
  switch (card.kind) {
    case 'single':
      return [card.key];
    case 'several':
      return card.key;
    case 'true-false':
      return [card.key ? 0 : 1];
  }
}

/** The card in a fresh order of what it shows, so that the deck's order of writing tells nothing. */
export function withShuffledOptions(card: ChoiceCard, dice: Dice): ChoiceCard;
export function withShuffledOptions(card: Card, dice: Dice): Card;
export function withShuffledOptions(card: Card, dice: Dice): Card {
  switch (card.kind) {
    case 'single':
    case 'several':
      return shuffledChoice(card, dice);
    case 'kprime': {
      const order = freshOrder(card.statements, dice);
      const { statements, key, why } = card;
      return {
        ...card,
        statements: taken(statements, order),
        key: taken(key, order),
        why: taken(why, order),
      };
    }
    case 'order': {
      const order = freshOrder(card.items, dice);
      return { ...card, items: taken(card.items, order), key: moved(card.key, order) };
    }
    case 'match': {
      const order = freshOrder(card.rights, dice);
      return { ...card, rights: taken(card.rights, order), key: moved(card.key, order) };
    }
    case 'true-false':
    case 'typed':
    case 'key-points':
    case 'numeric':
    case 'gap':
    case 'flash':
      return card;
  }
}

function shuffledChoice(card: SingleCard | SeveralCard, dice: Dice): Card {
  const order = freshOrder(card.options, dice);
  const options = taken(card.options, order);
  const why = taken(card.why, order);
  return card.kind === 'single'
    ? { ...card, options, why, key: order.indexOf(card.key) }
    : { ...card, options, why, key: moved(card.key, order).sort((a, b) => a - b) };
}

function freshOrder(items: readonly unknown[], dice: Dice): number[] {
  return shuffled([...items.keys()], dice);
}

function taken<Item>(items: readonly Item[], order: readonly number[]): Item[] {
  return order.map((from) => items[from] as Item);
}

/** Where the places of old are now. */
function moved(places: readonly number[], order: readonly number[]): number[] {
  return places.map((from) => order.indexOf(from));
}
