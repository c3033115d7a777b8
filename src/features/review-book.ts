import type { Card } from '../core/card.ts';
import type { Instant } from '../core/day.ts';
import type { CardId, CommunityId, DeckId, MemberId } from '../core/ids.ts';
import { rated, type Scheduled } from '../core/review.ts';
import type { Decks } from '../ports/decks.ts';
import type { BookName, ReviewBook } from '../ports/reviews.ts';
import type { Parts } from './parts.ts';
import { studyDays } from './study-day.ts';

/** How often a book is read again that changes under the hand. */
const MOST_READS = 10;

/** A card in a member's review that a deck still has. */
export interface BookedCard {
  readonly name: BookName;
  readonly card: Card;
  readonly scheduled: Scheduled;
}

/** A member's review with everything in it that they learned, and the study day of now. */
export interface OpenBook {
  readonly read: ReviewBook;
  readonly cards: readonly BookedCard[];
  /** Numbered as `dayNumber` does. */
  readonly today: number;
}

const bookName = (deck: DeckId, card: CardId): BookName => `${deck}/${card}`;

/** The card that a name stands for today: a renamed one is found by what it was called. */
export function cardNamed(decks: Decks, deck: DeckId, id: CardId): Card | null {
  const cards = decks.get(deck)?.cards ?? [];
  return (
    cards.find((card) => card.id === id) ?? cards.find((card) => card.formerly.includes(id)) ?? null
  );
}

function cardBehind(decks: Decks, name: BookName): Card | null {
  const [deck, card] = name.split('/') as [DeckId, CardId];
  return cardNamed(decks, deck, card);
}

/** Opens a member's book: what was learned since goes into the schedules first. */
export async function openBook(
  parts: Parts,
  community: CommunityId,
  member: MemberId,
): Promise<OpenBook> {
  const dayOf = await studyDays(parts, community);
  const today = dayOf(parts.clock.now());
  for (let reads = 0; reads < MOST_READS; reads++) {
    const read = await parts.store.reviews.book(community, member);
    const changes = changesTo(parts, read, dayOf);
    const isSame = changes.size === 0 && read.learned.length === 0;
    if (isSame) return { read, cards: booked(parts.decks, read), today };
    await parts.store.reviews.write(community, member, read, changes);
  }
  throw new Error(`the review of ${community} changed each time it was read`);
}

/** What the learned cards and the renamed ones make of the schedules. */
function changesTo(
  { decks, review }: Pick<Parts, 'decks' | 'review'>,
  { cards, learned }: ReviewBook,
  dayOf: (at: Instant) => number,
): ReadonlyMap<BookName, Scheduled | null> {
  const changes = new Map<BookName, Scheduled | null>();
  const standing = (name: BookName): Scheduled | null =>
    changes.get(name) ?? cards.get(name) ?? null;
  for (const [name, scheduled] of cards) {
    const now = nameNow(decks, name);
    if (now === name) continue;
    const other = standing(now);
    changes.set(name, null);
    changes.set(now, other && other.memory.last > scheduled.memory.last ? other : scheduled);
  }
  for (const { deck, card, rating, at, event } of learned) {
    const name = nameNow(decks, bookName(deck, card));
    const was = standing(name);
    const next = rated(review.schedule, was, { rating, day: dayOf(at), event });
    if (next !== was) changes.set(name, next);
  }
  return changes;
}

function nameNow(decks: Decks, name: BookName): BookName {
  const card = cardBehind(decks, name);
  return card ? bookName(card.deck, card.id) : name;
}

function booked(decks: Decks, { cards }: ReviewBook): BookedCard[] {
  return [...cards].flatMap(([name, scheduled]) => {
    const card = cardBehind(decks, name);
    return card ? [{ name, card, scheduled }] : [];
  });
}
