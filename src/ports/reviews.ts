import type { Instant } from '../core/day.ts';
import type { CardId, CommunityId, DeckId, MemberId } from '../core/ids.ts';
import type { Rating, Scheduled } from '../core/review.ts';

/** What an answer said of a card. */
export interface LearnedCard {
  readonly deck: DeckId;
  readonly card: CardId;
  readonly rating: Rating;
  readonly at: Instant;
  /** Names the answer: the same one may come again. */
  readonly event: string;
}

/** A card's name in a member's book: `virtualization/vmcs`. */
export type BookName = `${DeckId}/${CardId}`;

/** A member's review, as it was read. */
export interface ReviewBook {
  /** Rises with each change. */
  readonly version: number;
  readonly cards: ReadonlyMap<BookName, Scheduled>;
  /** What was learned and is not in the schedules yet, in the order in which it came. */
  readonly learned: readonly LearnedCard[];
}

/** Each member's own spaced repetition. */
export interface Reviews {
  /**
   * Takes down what members learned, in one round trip; nothing for those about whom everything is being erased. Of what
   * a member never looks at, the latest 2,000 are kept.
   */
  note(
    community: CommunityId,
    learned: readonly (LearnedCard & { readonly member: MemberId })[],
  ): Promise<void>;
  book(community: CommunityId, member: MemberId): Promise<ReviewBook>;
  /**
   * Writes schedules into a book and strikes out all that it had learned; null takes a card out. False where the book
   * changed since it was read. Nothing is written while everything about the member is being erased.
   */
  write(
    community: CommunityId,
    member: MemberId,
    read: ReviewBook,
    changes: ReadonlyMap<BookName, Scheduled | null>,
  ): Promise<boolean>;
}
