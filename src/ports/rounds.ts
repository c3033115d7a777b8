import type { OpenSpan } from '../core/asked-board.ts';
import type { Instant } from '../core/day.ts';
import type { ChannelId, CommunityId, DailyId, RoundId } from '../core/ids.ts';
import type { Round } from '../core/round.ts';
import type { MessageAddress } from './platform.ts';

export interface PostedRound extends Round {
  /** Null while it is being sent, and where nobody knows whether it stands. */
  readonly message: MessageAddress | null;
  /** True until the ledger says what became of the send. */
  readonly isSending: boolean;
  /** How many answers the shown reveal counts; null before the reveal. */
  readonly revealed: number | null;
  /** It gives no points, and its miss is forgiven. */
  readonly isVoid: boolean;
  /** How often its key was put right; the card here is the latest. */
  readonly rekeys: number;
  /** Rises with each correction that its reveal has to show. */
  readonly edition: number;
}

/** What standings need to know of a round that is closed and not void. */
export interface ClosedRound {
  readonly id: RoundId;
  /** Where it was asked. */
  readonly channel: ChannelId;
  /** True where members graded themselves. */
  readonly selfGraded: boolean;
}

export interface Rounds {
  get(community: CommunityId, id: RoundId): Promise<PostedRound | null>;
  /** The daily's round that takes answers at `now`, if any. */
  open(community: CommunityId, daily: DailyId, now: Instant): Promise<PostedRound | null>;
  /** Takes down where the round's message stands, as a member's press on it proves; once. */
  foundAt(community: CommunityId, id: RoundId, message: MessageAddress): Promise<void>;
  /** The latest rounds of a daily, newest first, open and closed. */
  latest(community: CommunityId, daily: DailyId, count: number): Promise<readonly PostedRound[]>;
  /** Moves the points of all answers to the boards, once. */
  close(round: Round): Promise<void>;
  /**
   * Remembers how many answers the reveal counted; the close is then dealt with. False where a correction came
   * since the round was read.
   */
  revealed(round: PostedRound, answers: number): Promise<boolean>;
  /** True for the first call: whoever gets it opens the talk about the round. */
  discuss(community: CommunityId, id: RoundId): Promise<boolean>;
  /** Takes {@link discuss} back, where no talk was opened. */
  undiscuss(community: CommunityId, id: RoundId): Promise<void>;
  /** Number of the daily's latest closed round; 0 before the first. */
  latestClosed(community: CommunityId, daily: DailyId): Promise<number>;
  /** The closed rounds of a span, of removed dailies too, without the void ones. */
  closedIn(community: CommunityId, span: OpenSpan): Promise<readonly ClosedRound[]>;
}
