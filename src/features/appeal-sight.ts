import type { CommunityId, MemberId } from '../core/ids.ts';
import type { Appeal } from '../ports/rulings.ts';
import { openCards } from './open-cards.ts';
import type { Parts } from './parts.ts';
import { cardNamed } from './review-book.ts';

/**
 * Tells of an appeal, open or decided, whether a member may read its words and its key. Organisers take part too: not
 * while its card is in an open question of which they may not know the verdict, which may be a later one.
 */
export async function sightOf(
  parts: Pick<Parts, 'store' | 'decks' | 'clock' | 'rules'>,
  community: CommunityId,
  member: MemberId,
): Promise<(appeal: Pick<Appeal, 'deck' | 'card'>) => boolean> {
  const isOpen = await openCards(parts, community, member);
  return ({ deck, card: id }) =>
    !isOpen(cardNamed(parts.decks, deck, id) ?? { deck, id, formerly: [] });
}
