import type { Instant } from '../core/day.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';

/** A member of whom the platform is to be asked. */
export interface Listed {
  readonly member: MemberId;
  /** Since when they are known to be gone; null for everybody else. */
  readonly goneSince: Instant | null;
}

/** Who of those on the leaderboards is still in the community. */
export interface Presence {
  /** Makes looking members up due at `at`, unless it is due at some time already. */
  plan(community: CommunityId, at: Instant): Promise<void>;
  /** Up to `count` whose look-up is due by `now`; whoever is new on the boards is. */
  due(community: CommunityId, now: Instant, count: number): Promise<readonly Listed[]>;
  /** The earliest look-up; null where nobody is on a board. */
  next(community: CommunityId): Promise<Instant | null>;
  /** Looking members up is due again at `at`; null: not before somebody plans it. */
  dueAgain(community: CommunityId, at: Instant | null): Promise<void>;
  /** Nothing was learnt of them: once more at `nextAt`. */
  postpone(community: CommunityId, member: MemberId, nextAt: Instant): Promise<void>;
  /** They are there, and on the boards again if they were hidden for being gone. */
  found(community: CommunityId, member: MemberId): Promise<void>;
  /** They are gone, since `since` unless that is known already; `hides` takes them off the boards. */
  missed(community: CommunityId, member: MemberId, since: Instant, hides: boolean): Promise<void>;
  /** Those of them who are known to be gone, and since when. */
  goneAmong(
    community: CommunityId,
    members: readonly MemberId[],
  ): Promise<ReadonlyMap<MemberId, Instant>>;
}
