import type { TopicRecord } from '../core/choice-of-card.ts';
import type { Occurrence } from '../core/daily.ts';
import type { Day, Instant } from '../core/day.ts';
import type { CommunityId, DailyId, DeckId, MemberId, TopicId } from '../core/ids.ts';
import type { BoardName } from '../core/standings.ts';

/** What the store holds of a daily beside its log. */
export interface DailyBooks {
  /** Number of the latest round; 0 before the first. */
  readonly lastNumber: number;
  readonly latestClosed: number;
  readonly lastPosted: Day | null;
  readonly occurrences: readonly Occurrence[];
}

/** Everything that was counted, to be held against the answer log. */
export interface Books {
  communities(): Promise<readonly CommunityId[]>;
  /** Every daily that the community ever had, removed ones too. */
  dailies(community: CommunityId): Promise<readonly DailyId[]>;
  daily(community: CommunityId, daily: DailyId): Promise<DailyBooks>;
  /** Points of all members on a board, hidden ones too. */
  board(community: CommunityId, board: BoardName): Promise<ReadonlyMap<MemberId, number>>;
  topics(community: CommunityId, deck: DeckId): Promise<ReadonlyMap<TopicId, TopicRecord>>;
  /** Adds points to a member's on a board. */
  adjustBoard(
    community: CommunityId,
    board: BoardName,
    member: MemberId,
    points: number,
  ): Promise<void>;
  /** Adds to what a topic's record holds. */
  adjustTopic(
    community: CommunityId,
    deck: DeckId,
    topic: TopicId,
    more: TopicRecord,
  ): Promise<void>;
  /** The community's books are due to be held against the log by then, unless that is planned already. */
  planVerify(community: CommunityId, at: Instant): Promise<void>;
  /** They were; the next time is then. */
  verified(community: CommunityId, next: Instant): Promise<void>;
}
