import type { Instant } from '../core/day.ts';
import type { CommunityId, RoundId } from '../core/ids.ts';
import type { PostedRound } from './rounds.ts';

/** The count of answers that an open question shows, and that it never overwrites a reveal. */
export interface Counts {
  /** The count is to be shown at `at`; one that is due already stands. */
  due(community: CommunityId, round: RoundId, at: Instant): Promise<void>;
  /**
   * The answers of a round that is open as it was read, whose message is about to be edited; null for any other: its
   * count is due no more, and a reveal that a lost edit may have overwritten is due again.
   */
  begin(round: PostedRound): Promise<number | null>;
  /**
   * The edit is over, whatever came of it. With answers beyond `shown` the next is due at `next`, unless null. Where
   * the round closed meanwhile its reveal is due again.
   */
  end(round: PostedRound, shown: number, next: Instant | null): Promise<CountEnd>;
}

/** `overtaken`: the round was closed while its message was edited. */
type CountEnd = 'ended' | 'overtaken';
