import type { Instant } from '../core/day.ts';
import type { CardId, CommunityId, DeckId, MemberId } from '../core/ids.ts';
import { type LearnedMark, ratingOf } from '../core/review.ts';
import type { Parts } from './parts.ts';

/** A recorded answer, as the member's review takes it. */
export interface Learned {
  readonly member: MemberId;
  readonly deck: DeckId;
  readonly card: CardId;
  readonly mark: LearnedMark;
  /** When the answer was received. */
  readonly at: Instant;
  /**
   * Names the answer without spaces, such as its round's id: noted twice it counts once, and with another mark it stands
   * in place of the first.
   */
  readonly event: string;
}

/** Feeds recorded answers to their members' reviews. A fault is reported and fails nothing: the answers stand. */
export async function noteLearned(
  { store, report }: Pick<Parts, 'store' | 'report'>,
  community: CommunityId,
  items: readonly Learned[],
): Promise<void> {
  const learned = items.flatMap(({ mark, ...item }) => {
    const rating = ratingOf(mark);
    return rating === null ? [] : [{ ...item, rating }];
  });
  if (learned.length === 0) return;
  try {
    await store.reviews.note(community, learned);
  } catch (cause) {
    report('noting what was learned', cause);
  }
}
