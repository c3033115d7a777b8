import type { Card, CardKind, Deck, Difficulty, SingleCard } from '../core/card.ts';
import { type Alike, alikeAmong } from './alike.ts';
import { KINDS } from './kinds.ts';
import { LETTERS, type Letter } from './options.ts';

/** How many cards of each sort; sorts without a card count 0. */
export interface Statistics {
  readonly cards: number;
  readonly topics: Readonly<Record<string, number>>;
  readonly kinds: Readonly<Record<CardKind, number>>;
  readonly difficulties: Readonly<Record<Difficulty, number>>;
  /** `S01` … `S22`. */
  readonly seeds: Readonly<Record<string, number>>;
  /** Cards that show a drawing. */
  readonly pictures: number;
  readonly single: SingleStatistics;
  /** Of the statements of true-false and kprime cards. */
  readonly statements: { readonly all: number; readonly true: number };
  readonly alike: readonly Alike<Card>[];
}

/** What would help a guesser among the cards with one right option. */
export interface SingleStatistics {
  readonly cards: number;
  /** As the authors lettered them. */
  readonly keys: Readonly<Record<Letter, number>>;
  /** Cards whose key is longer than each other option. */
  readonly longestIsKey: number;
}

const SEEDS = Array.from({ length: 22 }, (_, at) => `S${String(at + 1).padStart(2, '0')}`);
const DIFFICULTIES: readonly Difficulty[] = [1, 2, 3];

export function statisticsOf(decks: readonly Deck[]): Statistics {
  const cards = decks.flatMap((deck) => deck.cards);
  const topicOf = (card: Card): string => `${card.deck}/${card.topic}`;
  return {
    cards: cards.length,
    topics: tally([...new Set(cards.map(topicOf))], cards.map(topicOf)),
    kinds: tally(
      KINDS.map(({ name }) => name),
      cards.map(({ kind }) => kind),
    ),
    difficulties: tally(
      DIFFICULTIES,
      cards.map(({ difficulty }) => difficulty),
    ),
    seeds: tally(
      SEEDS,
      cards.map(({ seed }) => seed),
    ),
    pictures: cards.filter(({ picture }) => picture !== null).length,
    single: singleStatistics(cards.filter((card) => card.kind === 'single')),
    statements: statementStatistics(cards),
    alike: decks.flatMap((deck) => alikeAmong(deck.cards)),
  };
}

function statementStatistics(cards: readonly Card[]): Statistics['statements'] {
  const marks = cards.flatMap((card) => {
    if (card.kind === 'true-false') return [card.key];
    return card.kind === 'kprime' ? card.key : [];
  });
  return { all: marks.length, true: marks.filter(Boolean).length };
}

function singleStatistics(cards: readonly SingleCard[]): SingleStatistics {
  const keys = cards.map(({ key }) => LETTERS[key] ?? null);
  return {
    cards: cards.length,
    keys: tally(LETTERS, keys),
    longestIsKey: cards.filter(longestIsKey).length,
  };
}

function longestIsKey({ options, key }: SingleCard): boolean {
  const length = options[key]?.length ?? 0;
  return options.every((option, at) => at === key || option.length < length);
}

function tally<Name extends PropertyKey>(
  names: readonly Name[],
  found: readonly (Name | null)[],
): Record<Name, number> {
  const counts = new Map<Name, number>(names.map((name) => [name, 0]));
  for (const name of found) {
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(counts) as Record<Name, number>;
}
