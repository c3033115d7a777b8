import type { Card } from '../core/card.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import type { Parts } from './parts.ts';

/**
 * Tells of a card whether it is in an open question of the community that the member may not learn about yet: because
 * they have not answered it, or because verdicts wait for the reveal.
 */
export async function openCards(
  parts: Pick<Parts, 'store' | 'clock' | 'rules'>,
  community: CommunityId,
  member: MemberId,
): Promise<(card: Pick<Card, 'deck' | 'id' | 'formerly'>) => boolean> {
  const { store, clock, rules } = parts;
  const dailies = await store.dailies.list(community);
  const names = await Promise.all(
    dailies.map(async ({ id }) => {
      const round = await store.rounds.open(community, id, clock.now());
      if (!round) return [];
      const mayKnow =
        rules.verdict === 'at-once' && (await store.answers.get(community, round.id, member));
      const { deck, id: card, formerly } = round.card;
      return mayKnow ? [] : [card, ...formerly].map((name) => `${deck}/${name}`);
    }),
  );
  const open = new Set(names.flat());
  return ({ deck, id, formerly }) => [id, ...formerly].some((name) => open.has(`${deck}/${name}`));
}
