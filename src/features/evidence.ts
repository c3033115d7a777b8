import type { MessageAddress } from '../chat/intent.ts';
import type { CommunityId, RoundId } from '../core/ids.ts';
import type { Parts } from './parts.ts';

/**
 * Takes down where a question stands, of which nobody was sure: a member's press on it, or the late word of its
 * sender, is proof. One that is closed already becomes the reveal.
 */
export async function noteEvidence(
  parts: Pick<Parts, 'store' | 'queue'>,
  round: { readonly community: CommunityId; readonly id: RoundId; readonly closed: boolean },
  message: MessageAddress,
): Promise<void> {
  const { rounds, ledger } = parts.store;
  const { community, id } = round;
  await rounds.foundAt(community, id, message);
  const unresolved = await ledger.unresolved(community);
  const own = unresolved.find(({ state }) => state.round === id);
  if (own) await ledger.stands(own, community);
  if (round.closed) await parts.queue.closeRound({ community, round: id }, 0);
}
