import type { DeckHistory } from '../core/choice-of-card.ts';
import type { Daily, Occurrence, Sending } from '../core/daily.ts';
import type { Day, Instant } from '../core/day.ts';
import type { CommunityId, DailyId, MemberId, QuizId, RoundId } from '../core/ids.ts';
import type { Round } from '../core/round.ts';
import type { Due } from '../core/schedule.ts';
import type { MessageAddress } from './platform.ts';
import type { PostedRound } from './rounds.ts';

/** What is due in one community. */
export type DueWork =
  | { readonly kind: 'plan'; readonly daily: DailyId; readonly at: Instant }
  | { readonly kind: 'post'; readonly daily: DailyId; readonly day: Day; readonly at: Instant }
  | { readonly kind: 'close'; readonly round: RoundId; readonly at: Instant }
  /** A correction left streaks to be counted anew. */
  | { readonly kind: 'recount'; readonly daily: DailyId; readonly at: Instant }
  | { readonly kind: 'remind'; readonly round: RoundId; readonly at: Instant }
  /** An open question is to show how many have answered. */
  | { readonly kind: 'count'; readonly round: RoundId; readonly at: Instant }
  | { readonly kind: 'erase'; readonly member: MemberId; readonly at: Instant }
  /** An appeal was decided: answers are to be graded again, and members to be told. */
  | { readonly kind: 'ruling'; readonly number: number; readonly at: Instant }
  /** A live quiz goes on. */
  | { readonly kind: 'quiz'; readonly quiz: QuizId; readonly at: Instant }
  /** What was counted is due to be held against the answer log. */
  | { readonly kind: 'verify'; readonly at: Instant }
  /** The bot was removed or came back, and something follows from it. */
  | { readonly kind: 'belonging'; readonly at: Instant }
  /** Members are to be looked up: whether they are still there. */
  | { readonly kind: 'presence'; readonly at: Instant };

/** A daily whose planning is due. */
export interface DailyToPlan {
  readonly daily: Daily;
  /** The due time through which it is planned; null: not at all. */
  readonly through: Instant | null;
  /** The study day that was posted last. */
  readonly posted: Day | null;
}

/** What one look at a community finds: at most 1,000 pieces of work, the earliest. */
export interface Look {
  readonly community: CommunityId;
  /** Earliest first. */
  readonly due: readonly DueWork[];
  /** The dailies of those that are to be planned; removed ones are missing. */
  readonly toPlan: readonly DailyToPlan[];
}

/** Occurrences of a daily for the ledger. */
export interface Plan {
  /** As read: nothing is written where it changed since. */
  readonly daily: Daily;
  readonly dues: readonly Due[];
  /** The daily is planned through this due time then. */
  readonly through: Instant;
  readonly againAt: Instant;
}

/** What a worker must know before it posts. */
export interface Situation {
  readonly daily: Daily | null;
  readonly occurrence: Occurrence;
  /** The round that an earlier attempt put together. */
  readonly draft: PostedRound | null;
  /** Rounds posted so far. */
  readonly lastNumber: number;
  readonly history: DeckHistory;
  /** Seeds the choice of card; made once per community. */
  readonly secret: string;
  /** {@link Ledger.asOf} of the read. */
  readonly asOf: Instant | null;
}

/** The record of every due question: the truth about what was posted. */
export interface Ledger {
  /** What the clock shows that is right for all processes; null where each one's own is. */
  asOf(): Promise<Instant | null>;
  /** Every community that ever had a daily. */
  communities(): Promise<readonly CommunityId[]>;
  /** Communities with something due at or before `until`. */
  communitiesDue(until: Instant): Promise<readonly CommunityId[]>;
  /**
   * What is due in each of them at or before `until`, in the order asked for; each is woken again for its earliest.
   * One call costs as many round trips as one community: the more together, the cheaper.
   */
  look(communities: readonly CommunityId[], until: Instant): Promise<readonly Look[]>;
  /** {@link look} at one: what is due at or before `until`, earliest first. */
  due(community: CommunityId, until: Instant): Promise<readonly DueWork[]>;
  /** The earliest due post or close of the community. */
  nextDue(community: CommunityId): Promise<Instant | null>;
  /** The study day that was posted last. */
  lastPosted(community: CommunityId, daily: DailyId): Promise<Day | null>;
  /**
   * Writes occurrences that are not there yet, and when to plan again, of any communities. Where one fails the others
   * may have been written: once more does no harm.
   */
  plan(plans: readonly Plan[]): Promise<void>;
  /** Makes a day's occurrence due at once, a skipped one too. False where it was posted or may have been. */
  callForward(daily: Daily, due: Due): Promise<boolean>;
  situation(community: CommunityId, daily: DailyId, day: Day): Promise<Situation | null>;
  /**
   * Takes an occurrence for sending and opens its round to answers; the row as claimed, which every later write
   * must show. `leaseEnd`: when another may examine it. Null where the row changed since it was read, the daily is
   * sending another one, or the round's number or card was taken, or it was closed, meanwhile: read again.
   */
  claim(
    read: Occurrence,
    sending: Sending,
    round: Round,
    leaseEnd: Instant,
  ): Promise<ClaimedOccurrence | null>;
  /** Records a sent question; its reminders are due at `remindAt`, unless null. False where the claim was lost. */
  posted(
    claimed: ClaimedOccurrence,
    round: Round,
    message: MessageAddress,
    remindAt: Instant | null,
  ): Promise<boolean>;
  /**
   * Records that nobody knows whether the question stands. Its round goes on in case it does, and nobody's miss
   * of it counts. False where the claim was lost.
   */
  unknown(claimed: ClaimedOccurrence, round: Round, reason: string): Promise<boolean>;
  /** Gives a claim back, nothing having been sent; due again at `at`. False as {@link skip}. */
  release(
    claimed: ClaimedOccurrence,
    community: CommunityId,
    tries: number,
    at: Instant,
  ): Promise<boolean>;
  /**
   * Ends an occurrence without a post; the round of a claim goes. False where the row changed, or somebody has answered
   * the round, which proves that it stands.
   */
  skip(read: Occurrence, community: CommunityId, reason: string): Promise<boolean>;
  /** Occurrences of unknown fate, all dailies, oldest first. */
  unresolved(community: CommunityId): Promise<readonly UnknownOccurrence[]>;
  /** Says of an occurrence of unknown fate that it stands. False where the row changed. */
  stands(read: UnknownOccurrence, community: CommunityId): Promise<boolean>;
  /**
   * Says of an occurrence of unknown fate that it does not stand: its round goes, and its day may be asked again.
   * False where the row changed or somebody has answered it, which proves that it stands.
   */
  missing(read: UnknownOccurrence, community: CommunityId, reason: string): Promise<boolean>;
  /** Every occurrence that the ledger holds of a daily, by day. */
  occurrences(community: CommunityId, daily: DailyId): Promise<readonly Occurrence[]>;
}

export type ClaimedOccurrence = Occurrence & { readonly state: Sending };

export type UnknownOccurrence = Occurrence & {
  readonly state: Extract<Occurrence['state'], { kind: 'unknown' }>;
};
