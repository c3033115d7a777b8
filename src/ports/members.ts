import type { Instant } from '../core/day.ts';
import type { CommunityId, DailyId, MemberId, RoundId } from '../core/ids.ts';
import type { Answer } from '../core/round.ts';
import type { BoardName } from '../core/standings.ts';
import type { Streak } from '../core/streak.ts';
import type { OwnSessions } from './own-sessions.ts';
import type { KeptQuiz } from './quizzes.ts';
import type { CardReport } from './reports.ts';
import type { ReviewBook } from './reviews.ts';
import type { PostedRound } from './rounds.ts';
import type { Appeal } from './rulings.ts';

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
  readonly review: ReviewBook;
  readonly ownSessions: OwnSessions;
  /** What the audit log has of the member's deeds and of their appointment, the latest first. */
  readonly orders: readonly { readonly at: Instant; readonly deed: string }[];
}

/** A member's own view of the store, and their way out of it. */
export interface Members {
  kept(community: CommunityId, member: MemberId): Promise<Kept>;
  /** The answers of {@link kept} alone, without reading the rest. */
  answers(community: CommunityId, member: MemberId): Promise<Kept['answers']>;
  /** Marks the member: their answers are refused until the mark is taken away, which is due at `at`. */
  beginErasing(community: CommunityId, member: MemberId, at: Instant): Promise<void>;
  /** Removes every trace but the mark, in small steps that can be repeated. */
  erase(community: CommunityId, member: MemberId): Promise<void>;
  /** Takes the mark away, unless it was set anew since it was due at `at`. */
  endErasing(community: CommunityId, member: MemberId, at: Instant): Promise<void>;
}
