import type { CommunityId, MemberId } from '../core/ids.ts';
import type { OwnKind, OwnSession, ReviewSession, SoloSession } from '../core/own-session.ts';

/** What a member has under way for themselves. */
export interface OwnSessions {
  readonly solo: SoloSession | null;
  readonly review: ReviewSession | null;
}

/** Solo quizzes and reviews under way; one that nobody touches for a week is forgotten. */
export interface OwnSessionStore {
  /** In the order asked for, in one round trip. */
  read(community: CommunityId, members: readonly MemberId[]): Promise<readonly OwnSessions[]>;
  /**
   * Puts a session in place of the one that was read; null for none. False where that stands no longer, or where
   * everything about the member is being erased.
   */
  put(
    community: CommunityId,
    member: MemberId,
    kind: OwnKind,
    read: OwnSession | null,
    next: OwnSession,
  ): Promise<boolean>;
}
