import type { CardId, ChannelId, CommunityId, MemberId, QuizId, RoundId } from '../core/ids.ts';
import type { QuizAnswer, QuizPlan, QuizState } from '../core/quiz.ts';
import type { AskedQuestion } from '../core/quiz-scoring.ts';
import type { MessageAddress } from './platform.ts';

/** A quiz as it was read; also one that is over, for a week. */
export interface LiveQuiz {
  readonly plan: QuizPlan;
  readonly state: QuizState;
  /** Who started it; null where their name was erased since. */
  readonly starter: MemberId | null;
  /** Where its questions stand, by number; those of which that is known. */
  readonly messages: ReadonlyMap<number, MessageAddress>;
}

/** What must be known before cards are drawn. */
interface BeforeDrawing {
  /** Cards that are open somewhere in the community, in rounds of dailies and in other quizzes. */
  readonly open: ReadonlySet<CardId>;
  /** Seeds the choice of cards; made once per community. */
  readonly secret: string;
}

/** An answer on its way, with where its question stands as far as that is known. */
interface QuizAnswerToCommit {
  readonly member: MemberId;
  /** Null where it cannot count: then only an earlier one is looked for. */
  readonly answer: QuizAnswer | null;
  readonly message: MessageAddress | null;
}

export type QuizCommitted =
  /** `joined`: its member has joined by it. */
  | { readonly kind: 'recorded'; readonly joined: boolean; readonly hinted: boolean }
  | { readonly kind: 'already'; readonly answer: QuizAnswer; readonly hinted: boolean }
  /** The quiz has gone on. */
  | { readonly kind: 'closed' }
  /** Everything about the member is being erased. */
  | { readonly kind: 'erasing' };

/** What a quiz that is kept holds about one member. */
export interface KeptQuiz {
  readonly quiz: QuizId;
  readonly hasStarted: boolean;
  /** The question at which they joined, 0 before the first; null where they did not. */
  readonly joinedAt: number | null;
  /** Questions whose hint they had, and that they voted to skip. */
  readonly hints: readonly number[];
  readonly skips: readonly number[];
  readonly answers: readonly {
    readonly question: number;
    readonly card: QuizPlan['cards'][number];
    readonly answer: QuizAnswer;
  }[];
}

/** Live quizzes. One that is over stays for a week. */
export interface Quizzes {
  /** @param drawing the quiz that draws, whose own cards may be drawn */
  beforeDrawing(community: CommunityId, drawing?: QuizId): Promise<BeforeDrawing>;
  /** Begins a quiz; false where its channel has one that is not over. */
  start(plan: QuizPlan, state: QuizState, starter: MemberId): Promise<boolean>;
  get(community: CommunityId, id: QuizId): Promise<LiveQuiz | null>;
  /** The channel's quiz that is not over. */
  inChannel(community: CommunityId, channel: ChannelId): Promise<LiveQuiz | null>;
  /**
   * Moves a quiz on, with where its question stands where that has become known. False where it moved on since it was
   * read. One that is over goes after a week.
   */
  move(read: LiveQuiz, next: QuizState, message?: MessageAddress): Promise<boolean>;
  /** Members with the question at which they joined, 0 before the first. A to Z. */
  joined(community: CommunityId, id: QuizId): Promise<ReadonlyMap<MemberId, number>>;
  /** @param question the one at which they join */
  join(
    community: CommunityId,
    id: QuizId,
    member: MemberId,
    question: number,
  ): Promise<'joined' | 'already' | 'erasing' | 'over'>;
  /**
   * All in one atomic step: the first answer of a member to a question wins, and whoever answers has joined. Results in
   * the order given, with how many answers the question and how many members the quiz has then.
   */
  commit(
    read: LiveQuiz,
    question: number,
    answers: readonly QuizAnswerToCommit[],
  ): Promise<{
    readonly results: readonly QuizCommitted[];
    readonly answered: number;
    readonly joined: number;
  }>;
  /** Questions by their numbers, with what members did about them so far. */
  questions(quiz: LiveQuiz, numbers: readonly number[]): Promise<readonly AskedQuestion[]>;
  /** How many answered a question and how many want to skip it. */
  counts(
    community: CommunityId,
    round: RoundId,
  ): Promise<{ readonly answered: number; readonly votes: number }>;
  /** Notes a vote to skip, while the quiz goes on; how many there are. */
  vote(community: CommunityId, quiz: QuizId, round: RoundId, member: MemberId): Promise<number>;
  /** Notes that the member had the hint, while the quiz goes on; not of one who has answered. */
  hint(community: CommunityId, quiz: QuizId, round: RoundId, member: MemberId): Promise<void>;
  /** Those that are not over; one round trip where there is none. */
  running(community: CommunityId): Promise<readonly LiveQuiz[]>;
  /** All that are kept, the oldest first. */
  kept(community: CommunityId): Promise<readonly LiveQuiz[]>;
  /** A member's counted answer to a question. */
  answerOf(community: CommunityId, round: RoundId, member: MemberId): Promise<QuizAnswer | null>;
  /** Puts answers to a question in place of those that were read; one that is gone since stays away. */
  regrade(
    quiz: LiveQuiz,
    question: number,
    changes: readonly { readonly read: QuizAnswer; readonly now: QuizAnswer }[],
  ): Promise<void>;
  /** The kept quizzes that hold anything about the member. */
  ofMember(community: CommunityId, member: MemberId): Promise<readonly KeptQuiz[]>;
  /** Removes every trace of the member. Can be repeated. */
  erase(community: CommunityId, member: MemberId): Promise<void>;
}
