import type { CommunityId, DailyId, MemberId, RoundId } from '../core/ids.ts';
import type { Answer } from '../core/round.ts';
import type { Streak } from '../core/streak.ts';
import type { LearnedCard } from './reviews.ts';
import type { PostedRound } from './rounds.ts';

/** An answer with the streak that it makes; `before`, and what it was counted by, must still stand when it is written. */
export interface AnswerToCommit {
  readonly round: PostedRound;
  readonly answer: Answer;
  readonly before: Streak;
  readonly after: Streak;
  /** The forgiven rounds of its daily. */
  readonly forgiven: ReadonlySet<number>;
  /** What it says of the member's memory; null for nothing. */
  readonly learned: LearnedCard | null;
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
