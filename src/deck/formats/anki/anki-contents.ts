import { createHash } from 'node:crypto';
import type { Card, Deck } from '../../../core/card.ts';
import { columnNamed } from '../columns.ts';
import { asHtml } from '../html-entities.ts';
import { rowOfCard } from '../row-of-card.ts';
import { FIELDS } from './anki-fields.ts';
import { sidesOf } from './anki-sides.ts';

/** What the fields of a card's note hold, as HTML, in their order. `picture`: see {@link sidesOf}. */
export function contentsOf(card: Card, picture: string | null): string[] {
  const row = rowOfCard(card);
  const { front, back } = sidesOf(card, picture);
  return FIELDS.map((field) => {
    if (field === 'Front') return front;
    if (field === 'Back') return back;
    const column = columnNamed(field);
    return asHtml(column === null ? '' : (row[column] ?? ''));
  });
}

/** Where Anki puts the card: a deck for the topic, inside one for the whole. */
export function deckName({ title }: Deck, { topicTitle }: Card): string {
  return [title, topicTitle].map(deckPart).join('::');
}

/** Two colons would begin a deck inside the deck. */
export function deckPart(title: string): string {
  return title
    .replace(/[\s"]+/g, ' ')
    .replace(/::+/g, ':')
    .trim();
}

/** By which Anki knows the note again, whatever its text: from deck and card id. */
export function guidOf({ deck, id }: Card): string {
  return createHash('sha256').update(`hypercall ${deck} ${id}`).digest('base64url').slice(0, 16);
}
