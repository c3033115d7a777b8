import type { CommunityId, DailyId, MemberId } from '../core/ids.ts';
import type { Streak } from '../core/streak.ts';

/** Everybody's streak in a daily, and the rounds that they stand by, as of one moment. */
export interface DailyStreaks {
  readonly streaks: ReadonlyMap<MemberId, Streak>;
  readonly latestClosed: number;
  /** The numbers of its rounds that are not closed yet; the streaks may count them already. */
  readonly unclosed: readonly number[];
}

export interface Streaks {
  /** Never null: a member without answers has a streak of nothing. */
  get(community: CommunityId, daily: DailyId, member: MemberId): Promise<Streak>;
  ofDaily(community: CommunityId, daily: DailyId): Promise<DailyStreaks>;
}
