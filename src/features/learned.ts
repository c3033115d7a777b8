import type { Instant } from '../core/day.ts';
import type { CardId, CommunityId, DeckId, MemberId } from '../core/ids.ts';
import { type LearnedMark, markOf, ratingOf } from '../core/review.ts';
import type { Answer, Round } from '../core/round.ts';
import type { LearnedCard } from '../ports/reviews.ts';
import type { Store } from '../ports/store.ts';
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
  try {
    await note(store, community, items);
  } catch (cause) {
    report('noting what was learned', cause);
  }
}

/** Puts answers that a new key grades otherwise into their members' reviews, in place of what was noted of them. */
export function noteRegraded(
  { store }: Pick<Parts, 'store'>,
  round: Round,
  answers: readonly Answer[],
): Promise<void> {
  const items = answers.map((answer) => learnedOf(round, answer));
  return note(store, round.community, items);
}

/** What an answer to a round of a daily goes into the log with; null where it says nothing. */
export function learnedBy(round: Round, answer: Answer): LearnedCard | null {
  const [learned] = rated(learnedOf(round, answer));
  return learned ?? null;
}

function rated({ mark, ...item }: Learned): (LearnedCard & Pick<Learned, 'member'>)[] {
  const rating = ratingOf(mark);
  return rating === null ? [] : [{ ...item, rating }];
}

function learnedOf({ id, card }: Round, answer: Answer): Learned {
  const { member, response, verdict, receivedAt } = answer;
  const mark = markOf(response, verdict);
  return { member, deck: card.deck, card: card.id, mark, at: receivedAt, event: id };
}

async function note(
  { reviews }: Store,
  community: CommunityId,
  items: readonly Learned[],
): Promise<void> {
  const learned = items.flatMap(rated);
  if (learned.length > 0) await reviews.note(community, learned);
}
