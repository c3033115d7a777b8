import type { DeckHistory } from '../core/choice-of-card.ts';
import type { Daily, Occurrence, OccurrenceState } from '../core/daily.ts';
import type { Day, Instant } from '../core/day.ts';
import type { CommunityId, DailyId, MemberId, RoundId } from '../core/ids.ts';
import type { Answer, Round } from '../core/round.ts';
import type { Due } from '../core/schedule.ts';
import type { BoardName, Standing } from '../core/standings.ts';
import type { Streak } from '../core/streak.ts';
import type { Books } from './books.ts';
import type { AnswerLog, Audit, Corrections } from './corrections.ts';
import type { MessageAddress } from './platform.ts';

/** Raised when the store does not answer in time or at all. Members read "try again in a moment". */
export class StoreAway extends Error {
  constructor(cause: unknown) {
    super('The store does not answer', { cause });
    this.name = 'StoreAway';
  }
}

export interface Dailies {
  create(draft: Omit<Daily, 'id' | 'revision'>): Promise<Daily>;
  get(community: CommunityId, id: DailyId): Promise<Daily | null>;
  /** In the order of their creation. */
  list(community: CommunityId): Promise<readonly Daily[]>;
  /** True where the community ever had a daily. */
  everHad(community: CommunityId): Promise<boolean>;
  /**
   * Replaces a daily and drops its pending occurrences; its open round closes at `closesAt`, unless null.
   * False where somebody else changed it since it was read.
   */
  replace(read: Daily, changed: Daily, closesAt: Instant | null): Promise<boolean>;
  /** Removes a daily and its pending occurrences; its open round closes at `closesAt`. */
  remove(read: Daily, closesAt: Instant): Promise<boolean>;
}

/** What is due in one community. */
export type DueWork =
  | { readonly kind: 'plan'; readonly daily: DailyId; readonly at: Instant }
  | { readonly kind: 'post'; readonly daily: DailyId; readonly day: Day; readonly at: Instant }
  | { readonly kind: 'close'; readonly round: RoundId; readonly at: Instant }
  /** A correction left streaks to be counted anew. */
  | { readonly kind: 'recount'; readonly daily: DailyId; readonly at: Instant }
  /** What was counted is due to be held against the answer log. */
  | { readonly kind: 'verify'; readonly at: Instant };

/** What a worker must know before it posts. */
export interface Situation {
  readonly daily: Daily | null;
  readonly occurrence: Occurrence;
  /** The round that an earlier attempt put together. */
  readonly draft: Round | null;
  /** Rounds posted so far. */
  readonly lastNumber: number;
  readonly history: DeckHistory;
  /** Seeds the choice of card; made once per community. */
  readonly secret: string;
}

/** The record of every due question: the truth about what was posted. */
export interface Ledger {
  /** Communities with something due at or before `until`. */
  communitiesDue(until: Instant): Promise<readonly CommunityId[]>;
  /** What is due at or before `until`, earliest first. */
  due(community: CommunityId, until: Instant): Promise<readonly DueWork[]>;
  /** The earliest due post or close of the community. */
  nextDue(community: CommunityId): Promise<Instant | null>;
  /** The due time through which a daily is planned. */
  plannedThrough(community: CommunityId, daily: DailyId): Promise<Instant | null>;
  /** The study day that was posted last. */
  lastPosted(community: CommunityId, daily: DailyId): Promise<Day | null>;
  /** Writes occurrences that are not there yet, and when to plan again. */
  plan(daily: Daily, dues: readonly Due[], through: Instant, planAgainAt: Instant): Promise<void>;
  /** Makes a day's occurrence due at once, a skipped one too. False where it was posted or may have been. */
  callForward(daily: Daily, due: Due): Promise<boolean>;
  situation(community: CommunityId, daily: DailyId, day: Day): Promise<Situation | null>;
  /**
   * Takes an occurrence for sending and opens its round to answers. `leaseEnd`: when another may examine it.
   * False where the row changed since it was read, the daily is sending another one, or the round's number or
   * card was taken meanwhile: read again.
   */
  claim(
    read: Occurrence,
    sending: OccurrenceState,
    round: Round,
    leaseEnd: Instant,
  ): Promise<boolean>;
  /** Records a sent question. False where the claim was lost. */
  posted(claimed: Occurrence, round: Round, message: MessageAddress): Promise<boolean>;
  /** Gives a claim back, nothing having been sent; due again at `at`. */
  release(
    claimed: Occurrence,
    community: CommunityId,
    round: RoundId,
    at: Instant,
  ): Promise<boolean>;
  /** Ends an occurrence without a post. */
  end(
    read: Occurrence,
    ended: OccurrenceState,
    community: CommunityId,
    round: RoundId | null,
  ): Promise<boolean>;
}

export interface PostedRound extends Round {
  /** Null while it is being sent. */
  readonly message: MessageAddress | null;
  /** How many answers the shown reveal counts; null before the reveal. */
  readonly revealed: number | null;
  /** It gives no points, and its miss is forgiven. */
  readonly isVoid: boolean;
  /** How often its key was put right; the card here is the latest. */
  readonly rekeys: number;
  /** Rises with each correction that its reveal has to show. */
  readonly edition: number;
}

export interface Rounds {
  get(community: CommunityId, id: RoundId): Promise<PostedRound | null>;
  /** The daily's round that takes answers at `now`, if any. */
  open(community: CommunityId, daily: DailyId, now: Instant): Promise<PostedRound | null>;
  /** Moves the points of all answers to the boards, once. */
  close(round: Round): Promise<void>;
  /**
   * Remembers how many answers the reveal counted; the close is then dealt with. False where a correction came
   * since the round was read.
   */
  revealed(round: PostedRound, answers: number): Promise<boolean>;
  /** Number of the daily's latest closed round; 0 before the first. */
  latestClosed(community: CommunityId, daily: DailyId): Promise<number>;
}

/** An answer with the streak that it makes; `before`, and what it was counted by, must still stand when it is written. */
export interface AnswerToCommit {
  readonly round: PostedRound;
  readonly answer: Answer;
  readonly before: Streak;
  readonly after: Streak;
  /** The forgiven rounds of its daily. */
  readonly forgiven: ReadonlySet<number>;
}

export type Committed =
  /** `late`: the round was closed already, so its reveal needs another edit. */
  | { readonly kind: 'recorded'; readonly late: boolean }
  | { readonly kind: 'already'; readonly answer: Answer }
  /** The round, its key, the streak or the forgiven rounds changed since they were read: read again. */
  | { readonly kind: 'stale' };

/** The rounds and streaks that a batch of answers needs. */
export interface AnswerState {
  /** Rounds that do not exist are missing. */
  readonly rounds: ReadonlyMap<RoundId, PostedRound>;
  /** In the order asked for; no streak where the round does not exist. */
  readonly streaks: readonly Streak[];
  /** The forgiven rounds of the rounds' dailies. */
  readonly forgiven: ReadonlyMap<DailyId, ReadonlySet<number>>;
}

export interface Answers {
  /** What grading a batch needs, in as few round trips as can be. */
  read(
    community: CommunityId,
    wanted: readonly { readonly round: RoundId; readonly member: MemberId }[],
  ): Promise<AnswerState>;
  /** All in one atomic step: the first answer of a member to a round wins. Results in the order given. */
  commit(community: CommunityId, answers: readonly AnswerToCommit[]): Promise<readonly Committed[]>;
  get(community: CommunityId, round: RoundId, member: MemberId): Promise<Answer | null>;
  ofRound(community: CommunityId, round: RoundId): Promise<readonly Answer[]>;
  /** By round number, ascending: every answer that the member gave to a daily. */
  ofMember(
    community: CommunityId,
    daily: DailyId,
    member: MemberId,
  ): Promise<ReadonlyMap<number, Answer>>;
}

export interface Streaks {
  /** Never null: a member without answers has a streak of nothing. */
  get(community: CommunityId, daily: DailyId, member: MemberId): Promise<Streak>;
}

export interface BoardPage {
  readonly standings: readonly Standing[];
  readonly total: number;
}

export interface Boards {
  /** Rows from place `from` (0 is first). */
  page(community: CommunityId, board: BoardName, from: number, count: number): Promise<BoardPage>;
  /** The member's row with up to `span` neighbours on each side; empty where the member has none. */
  around(
    community: CommunityId,
    board: BoardName,
    member: MemberId,
    span: number,
  ): Promise<BoardPage>;
}

/** Everything that is kept. Every method may throw {@link StoreAway}. */
export interface Store {
  readonly dailies: Dailies;
  readonly ledger: Ledger;
  readonly rounds: Rounds;
  readonly answers: Answers;
  readonly streaks: Streaks;
  readonly boards: Boards;
  readonly log: AnswerLog;
  readonly corrections: Corrections;
  readonly audit: Audit;
  readonly books: Books;
}
