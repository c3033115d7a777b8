import type { Locale, MessageAddress, ReplyAddress } from '../chat/intent.ts';
import type { Response } from '../core/card.ts';
import type { Day, Instant } from '../core/day.ts';
import type { CommunityId, DailyId, MemberId, QuizId, RoundId } from '../core/ids.ts';

/** A response on its way to the log. */
export interface GivenAnswer {
  readonly community: CommunityId;
  readonly round: RoundId;
  readonly member: MemberId;
  readonly event: string;
  readonly response: Response;
  readonly receivedAt: Instant;
  readonly locale: Locale;
  readonly replyTo: ReplyAddress;
  /** The posted message that was answered, where the platform tells. */
  readonly message: MessageAddress | null;
}

/** An occurrence that is due; a wake-up, no more: the ledger decides what happens. */
export interface PostOccurrence {
  readonly community: CommunityId;
  readonly daily: DailyId;
  readonly day: Day;
}

export interface CloseRound {
  readonly community: CommunityId;
  readonly round: RoundId;
}

/** A correction that left streaks to be counted anew, in case its own process did not get there. */
export interface RecountDaily {
  readonly community: CommunityId;
  readonly daily: DailyId;
}

/** An open question whose message is to say how many have answered. */
export interface CountAnswers {
  readonly community: CommunityId;
  readonly round: RoundId;
}

export interface RemindRound {
  readonly community: CommunityId;
  readonly round: RoundId;
}

/** A decided appeal from which something still follows. */
export interface SettleRuling {
  readonly community: CommunityId;
  readonly number: number;
}

/** A community whose books are due to be held against its answer log. */
export interface VerifyCommunity {
  readonly community: CommunityId;
}

/** A community of which the bot's own place is to be dealt with, or whose members are to be looked up. */
interface AttendCommunity {
  readonly community: CommunityId;
  readonly about: 'belonging' | 'presence';
}

/** A live quiz that goes on. */
export interface RunQuiz {
  readonly community: CommunityId;
  readonly quiz: QuizId;
}

/** Job data by its permanent kind. */
export interface JobData {
  readonly 'record-answers': { readonly answers: readonly GivenAnswer[] };
  readonly 'post-occurrence': PostOccurrence;
  readonly 'close-round': CloseRound;
  readonly 'recount-daily': RecountDaily;
  readonly 'count-answers': CountAnswers;
  readonly 'remind-round': RemindRound;
  readonly 'settle-ruling': SettleRuling;
  readonly 'verify-community': VerifyCommunity;
  readonly 'attend-community': AttendCommunity;
  readonly 'run-quiz': RunQuiz;
}

export type JobKind = keyof JobData;

type WakeUpKind = Exclude<JobKind, 'record-answers'>;

/** A job for something that is due; the ledger decides what happens. */
export type WakeUp<Kind extends WakeUpKind = WakeUpKind> = {
  readonly [Name in Kind]: {
    readonly kind: Name;
    readonly data: JobData[Name];
    /** Milliseconds until it runs. */
    readonly afterMs: number;
  };
}[Kind];

/** What should follow a job. Throwing means: try again, a limited number of times, then dead-letter it. */
export type JobResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly afterMs: number }
  | { readonly kind: 'drop'; readonly because: string };

export type JobHandlers = {
  readonly [Kind in JobKind]: (data: JobData[Kind]) => Promise<JobResult>;
};

/** Raised when the queue does not confirm: the store is away, hangs or is full. */
export class QueueAway extends Error {
  /** True where the job may have arrived all the same, so that nobody may be told that nothing happened. */
  readonly mayHaveArrived: boolean;

  constructor(cause: unknown, mayHaveArrived: boolean) {
    super('The queue did not confirm the job', { cause });
    this.name = 'QueueAway';
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** The way into the workers. Resolved means accepted: the job survives a crash of everything but the store. */
export interface Queue {
  /** Answers that arrive together travel together. @throws {QueueAway} */
  recordAnswer(answer: GivenAnswer): Promise<void>;
  /**
   * Many together cost little more than one. Twice for the same occurrence, round, daily or community is once. Where it
   * throws, some may have arrived. @throws {QueueAway}
   */
  wake(wakeUps: readonly WakeUp[]): Promise<void>;
  /** {@link wake} for one close, after `afterMs`. @throws {QueueAway} */
  closeRound(round: CloseRound, afterMs: number): Promise<void>;
}
