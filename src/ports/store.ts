import type { FormIntent } from '../chat/intent.ts';
import type { OpenSpan } from '../core/asked-board.ts';
import type { DeckHistory } from '../core/choice-of-card.ts';
import type { Daily, Occurrence, Sending } from '../core/daily.ts';
import type { Day, Instant } from '../core/day.ts';
import type { ChannelId, CommunityId, DailyId, MemberId, QuizId, RoundId } from '../core/ids.ts';
import type { Outage } from '../core/outage.ts';
import type { Answer, Round } from '../core/round.ts';
import type { Due } from '../core/schedule.ts';
import type { BoardName } from '../core/standings.ts';
import type { Streak } from '../core/streak.ts';
import type { Appointed } from './appointed.ts';
import type { Belonging } from './belonging.ts';
import type { Boards } from './boards.ts';
import type { Books } from './books.ts';
import type { AnswerLog, Audit, Corrections } from './corrections.ts';
import type { Counts } from './counts.ts';
import type { MessageAddress } from './platform.ts';
import type { Presence } from './presence.ts';
import type { KeptQuiz, Quizzes } from './quizzes.ts';
import type { CardReport, Reports } from './reports.ts';
import type { Appeal, Rulings } from './rulings.ts';

/** Raised when the store does not answer in time or at all. Members read "try again in a moment". */
export class StoreAway extends Error {
  constructor(cause: unknown) {
    super('The store does not answer', { cause });
    this.name = 'StoreAway';
  }
}

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
}

/** The record of every due question: the truth about what was posted. */
export interface Ledger {
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
   * sending another one, or the round's number or card was taken meanwhile: read again.
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
  /** Gives a claim back, nothing having been sent; due again at `at`. False where the claim was lost. */
  release(
    claimed: ClaimedOccurrence,
    community: CommunityId,
    tries: number,
    at: Instant,
  ): Promise<boolean>;
  /** Ends an occurrence without a post; the round of a claim goes. False where the row changed. */
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

/** Signs of life, and the spans without them. */
export interface Outages {
  /** The last sign of life of a platform's bot; null before the first. */
  lastBeat(platform: string): Promise<Instant | null>;
  beat(platform: string, at: Instant): Promise<void>;
  /** Writes an outage down; those of the last weeks are kept. */
  note(platform: string, outage: Outage): Promise<void>;
  /** Outages that ended later than `since`. */
  since(platform: string, since: Instant): Promise<readonly Outage[]>;
}

/** One life of the store: from its first use, or from the moment when it was found empty. */
export interface Epoch {
  readonly id: string;
  readonly since: Instant;
  /** True where the store was found empty that had held something before. */
  readonly afterLoss: boolean;
}

/** What platforms deliver more than once. */
export interface Deliveries {
  /** True for the first call with this event; it is remembered for a quarter of an hour. */
  isFirst(community: CommunityId, event: string): Promise<boolean>;
}

export interface Epochs {
  current(): Promise<Epoch | null>;
  /** Begins one where there is none; the one that stands. */
  begin(epoch: Epoch): Promise<Epoch>;
}

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
  | { readonly kind: 'stale' }
  /** Everything about the member is being erased. */
  | { readonly kind: 'erasing' };

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

/** Who asked to be reminded, and what became of the reminders of a round. */
export interface Reminders {
  wanted(community: CommunityId, member: MemberId): Promise<boolean>;
  want(community: CommunityId, member: MemberId, isWanted: boolean): Promise<void>;
  /**
   * Members who want reminders and have neither answered the round nor been reminded of it, A to Z; none where
   * its reminders are over.
   */
  waiting(community: CommunityId, round: RoundId): Promise<readonly MemberId[]>;
  /**
   * Takes the one reminder that the member gets for the round; to be called before it is sent. False where they
   * had it, have answered or want none any more, or where the round's reminders are over.
   */
  claim(community: CommunityId, round: RoundId, member: MemberId): Promise<boolean>;
  /** Moves the round's reminders to another time, unless they are over. */
  postpone(community: CommunityId, round: RoundId, at: Instant): Promise<void>;
  /** Ends the round's reminders, for good; who had one is forgotten. */
  end(community: CommunityId, round: RoundId): Promise<void>;
}

/** An answer with the round that it was given to. */
export interface KeptAnswer {
  readonly round: PostedRound;
  readonly answer: Answer;
}

/** Everything that is kept about one member of a community. */
export interface Kept {
  /** By daily and number. */
  readonly answers: readonly KeptAnswer[];
  /** Of every daily that there ever was, where there is one. */
  readonly streaks: ReadonlyMap<DailyId, Streak>;
  readonly scores: readonly { readonly board: BoardName; readonly points: number }[];
  readonly isHidden: boolean;
  readonly wantsReminders: boolean;
  /** Rounds whose reminders still go out and that the member was reminded of. */
  readonly remindedOf: readonly RoundId[];
  /** Whether organisers appointed the member. */
  readonly isAppointed: boolean;
  /** When the platform is asked next whether the member is still there, who is on a board; null for nobody else. */
  readonly lookUpAt: Instant | null;
  /** Since when the member is known to have left; null while they are there. */
  readonly goneSince: Instant | null;
  /** The dailies that the member set up. */
  readonly organiserOf: readonly DailyId[];
  /** Open ones that the member made, and decided ones of which they are still to be told. */
  readonly appeals: readonly Appeal[];
  readonly reports: readonly CardReport[];
  /** A quiz is kept for a week after its end. */
  readonly quizzes: readonly KeptQuiz[];
  /** What the audit log has of the member's deeds and of their appointment, the latest first. */
  readonly orders: readonly { readonly at: Instant; readonly deed: string }[];
}

/** A member's own view of the store, and their way out of it. */
export interface Members {
  kept(community: CommunityId, member: MemberId): Promise<Kept>;
  /** Marks the member: their answers are refused until the mark is taken away, which is due at `at`. */
  beginErasing(community: CommunityId, member: MemberId, at: Instant): Promise<void>;
  /** Removes every trace but the mark, in small steps that can be repeated. */
  erase(community: CommunityId, member: MemberId): Promise<void>;
  /** Takes the mark away, unless it was set anew since it was due at `at`. */
  endErasing(community: CommunityId, member: MemberId, at: Instant): Promise<void>;
}

/** A form that was refused, as its member filled it in. */
export type Draft = Pick<FormIntent, 'form' | 'subject' | 'values'>;

/** The latest of each member, for a quarter of an hour. */
export interface Drafts {
  keep(community: CommunityId, member: MemberId, draft: Draft): Promise<void>;
  get(community: CommunityId, member: MemberId): Promise<Draft | null>;
}

/** Everything that is kept. Every method may throw {@link StoreAway}. */
export interface Store {
  readonly dailies: Dailies;
  readonly drafts: Drafts;
  readonly ledger: Ledger;
  readonly rounds: Rounds;
  readonly answers: Answers;
  readonly streaks: Streaks;
  readonly boards: Boards;
  readonly outages: Outages;
  readonly epochs: Epochs;
  readonly deliveries: Deliveries;
  readonly log: AnswerLog;
  readonly corrections: Corrections;
  readonly counts: Counts;
  readonly audit: Audit;
  readonly reminders: Reminders;
  readonly reports: Reports;
  readonly rulings: Rulings;
  readonly members: Members;
  readonly books: Books;
  readonly appointed: Appointed;
  readonly belonging: Belonging;
  readonly presence: Presence;
  readonly quizzes: Quizzes;
}
