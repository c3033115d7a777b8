import { dayIn, dayNumber, type Instant } from '../core/day.ts';
import type { CommunityId } from '../core/ids.ts';
import type { Parts } from './parts.ts';

/** Numbers the study days of a community, in the zone of its first daily, as `dayNumber` does. */
export async function studyDays(
  { store, homeZone }: Pick<Parts, 'store' | 'homeZone'>,
  community: CommunityId,
): Promise<(at: Instant) => number> {
  const [first] = await store.dailies.list(community);
  const zone = first?.schedule.zone ?? homeZone;
  return (at) => dayNumber(dayIn(zone, at));
}
