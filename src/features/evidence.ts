import type { MessageAddress } from '../chat/intent.ts';
import type { Round } from '../core/round.ts';
import type { Parts } from './parts.ts';

/**
 * Takes down where a question stands, of which nobody was sure: a member's press on it, or the late word of its
 * sender, is proof.
 */
export async function noteEvidence(
  { store: { rounds, ledger } }: Parts,
  { community, id }: Pick<Round, 'community' | 'id'>,
  message: MessageAddress,
): Promise<void> {
  await rounds.foundAt(community, id, message);
  const unresolved = await ledger.unresolved(community);
  const own = unresolved.find(({ state }) => state.round === id);
  if (own) await ledger.stands(own, community);
}
