import type { Deck } from '../core/card.ts';
import type { DeckId } from '../core/ids.ts';

/** The decks that are loaded; each was checked whole. */
export interface Decks {
  get(id: DeckId): Deck | null;
  /** Alphabetical, at least one. */
  list(): readonly Deck[];
}
