import type { Instant } from '../core/day.ts';
import type { CommunityId, MemberId, RoundId } from '../core/ids.ts';

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
