import type { Daily } from '../core/daily.ts';
import type { Instant } from '../core/day.ts';
import type { CommunityId, DailyId, RoundId } from '../core/ids.ts';

export type DailyDraft = Omit<Daily, 'id' | 'revision'>;

export interface Dailies {
  create(draft: DailyDraft): Promise<Daily>;
  /** Sets up a removed daily again, so that its numbers go on. Null where one of that id runs or none ever did. */
  continueAs(draft: DailyDraft, id: DailyId): Promise<Daily | null>;
  /** Under its name, once: continues a removed one of that name. Null where one of that name runs. */
  createNamed(draft: DailyDraft & { readonly named: string }): Promise<Daily | null>;
  get(community: CommunityId, id: DailyId): Promise<Daily | null>;
  /** In the order of their creation. */
  list(community: CommunityId): Promise<readonly Daily[]>;
  /** Ids of the dailies that were removed last, in the order of their creation; at most 20. */
  removed(community: CommunityId): Promise<readonly DailyId[]>;
  /** True where the community ever had a daily. */
  everHad(community: CommunityId): Promise<boolean>;
  /**
   * Replaces a daily and drops its pending occurrences; its open rounds close at `closesAt`, unless null.
   * False where somebody else changed it since it was read.
   *
   * @param only the round whose close was worked out: one that was opened since keeps its own. Absent for all.
   */
  replace(read: Daily, changed: Daily, closesAt: Instant | null, only?: RoundId): Promise<boolean>;
  /** Removes a daily and its pending occurrences; its open round closes at `closesAt`. */
  remove(read: Daily, closesAt: Instant): Promise<boolean>;
}
