import { textsFor } from '../chat/texts/index.ts';
import type { CommunityId, DailyId } from '../core/ids.ts';
import type { Parts } from './parts.ts';
import { recountDaily } from './recount.ts';

/**
 * Forgives the misses of rounds that were spoiled by no fault of the members, counts the daily's streaks anew and
 * writes the reason into the audit log. Twice is once; what a crash leaves undone, the next look takes up.
 *
 * @param why the end of a sentence, such as `the bot was away for three hours`
 */
export async function forgiveRounds(
  parts: Pick<Parts, 'store' | 'rules' | 'clock' | 'language'>,
  community: CommunityId,
  daily: DailyId,
  numbers: readonly number[],
  why: string,
): Promise<void> {
  if (numbers.length === 0) return;
  const inOrder = [...numbers].sort((a, b) => a - b);
  const deed = textsFor(parts.language).audit.forgave(daily, inOrder, why);
  const entry = { at: parts.clock.now(), by: null, deed };
  const isNew = await parts.store.corrections.forgive(community, daily, numbers, entry);
  if (isNew) await recountDaily(parts, community, daily);
}
