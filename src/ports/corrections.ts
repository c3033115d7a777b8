import type { Card } from '../core/card.ts';
import type { Instant } from '../core/day.ts';
import type { CommunityId, DailyId, MemberId } from '../core/ids.ts';
import type { StreakDifference } from '../core/recount.ts';
import type { Answer } from '../core/round.ts';
import type { Streak } from '../core/streak.ts';
import type { PostedRound } from './rounds.ts';

/** Something that an organiser, or the bot by itself, changed. */
export interface AuditEntry {
  readonly at: Instant;
  /** Null where nobody ordered it. */
  readonly by: MemberId | null;
  /** True where somebody ordered it whose name was erased since. */
  readonly erased?: true;
  /** One plain sentence, or the command line with what came of it. */
  readonly deed: string;
}

export interface Audit {
  add(community: CommunityId, entry: AuditEntry): Promise<void>;
  /** The latest first. Only the latest 10,000 are kept. */
  list(community: CommunityId, count: number): Promise<readonly AuditEntry[]>;
}

/** A round with every answer that it has. */
export interface LoggedRound {
  readonly round: PostedRound;
  readonly answers: readonly Answer[];
}

/** The answer log, whole: what everything else can be counted from anew. */
export interface AnswerLog {
  /** Every round of a daily, one under way too, by number. */
  ofDaily(community: CommunityId, daily: DailyId): AsyncIterable<LoggedRound>;
  /** The same rounds without their answers. */
  roundsOf(community: CommunityId, daily: DailyId): AsyncIterable<PostedRound>;
  /** The latest round that stands in the channel. */
  latestRound(community: CommunityId, daily: DailyId): Promise<PostedRound | null>;
  roundNumbered(
    community: CommunityId,
    daily: DailyId,
    number: number,
  ): Promise<PostedRound | null>;
}

/** What a daily's streaks stood at when they were read, before its log was. */
interface StreaksRead {
  /** Rises with each correction. */
  readonly version: number;
  readonly forgiven: ReadonlySet<number>;
  readonly streaks: ReadonlyMap<MemberId, Streak>;
}

/** What a correction of a round moved. */
interface Moved {
  readonly answers: number;
  /** Points that left the boards or came back to them; 0 for an open round. */
  readonly points: number;
}

/** An answer before and after its key was put right. */
export interface Regraded {
  readonly before: Answer;
  readonly after: Answer;
}

/** How what was counted is put right: each step is atomic, and whatever it leaves to do stands in the due list. */
export interface Corrections {
  /** Rounds whose misses do not count. */
  forgiven(community: CommunityId, daily: DailyId): Promise<ReadonlySet<number>>;
  /**
   * Forgives the misses of these rounds; the entry goes into the audit log with it. The daily's streaks are due to
   * be counted anew. False where all of them were forgiven before.
   */
  forgive(
    community: CommunityId,
    daily: DailyId,
    numbers: readonly number[],
    entry: AuditEntry,
  ): Promise<boolean>;
  /**
   * Makes a round void, or takes that back: points, its topic's record and the forgiven rounds go with it; streaks
   * and the reveal are due. Null where it stood so already.
   */
  setVoid(round: PostedRound, isVoid: boolean, at: Instant): Promise<Moved | null>;
  /**
   * Gives a round a card whose key was put right; answers, streaks and the reveal are due. False where its key was put
   * right since the round was read.
   */
  rekey(round: PostedRound, card: Card, at: Instant): Promise<boolean>;
  /** Writes what the round's key makes of its answers; false where one does not stand as it was read. */
  regrade(round: PostedRound, changes: readonly Regraded[], at: Instant): Promise<boolean>;
  streaks(community: CommunityId, daily: DailyId): Promise<StreaksRead>;
  /** Writes streaks that still stand as they were read; false where one does not, or a correction came between. */
  replaceStreaks(
    community: CommunityId,
    daily: DailyId,
    version: number,
    changes: readonly StreakDifference[],
  ): Promise<boolean>;
  /** The streaks are counted anew as of this version: nothing is due unless another correction came. */
  recounted(community: CommunityId, daily: DailyId, version: number): Promise<void>;
}
