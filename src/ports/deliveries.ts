import type { CommunityId } from '../core/ids.ts';

/** What platforms deliver more than once. */
export interface Deliveries {
  /** True for the first call with this event; it is remembered for a quarter of an hour. */
  isFirst(community: CommunityId, event: string): Promise<boolean>;
}
