import type { Card } from '../core/card.ts';
import type { CommunityId } from '../core/ids.ts';
import { isTyped, ruledCard } from '../core/ruling.ts';
import type { Parts } from './parts.ts';

/** The card as the community is to be graded by it: with every answer that its organisers ruled right. */
export async function ruledCardFor(
  { store }: Pick<Parts, 'store'>,
  community: CommunityId,
  card: Card,
): Promise<Card> {
  if (!isTyped(card)) return card;
  return ruledCard(card, await store.rulings.accepted(community, card.deck));
}
