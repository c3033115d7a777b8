import type { Instant } from '../core/day.ts';
import type { CommunityId } from '../core/ids.ts';

/** What the platform said last of the bot's place in a community that it was removed from at some time. */
export type Place =
  /** All of the community is forgotten at `forgetAt`, unless the bot comes back. */
  | { readonly kind: 'removed'; readonly at: Instant; readonly forgetAt: Instant }
  | { readonly kind: 'returned'; readonly at: Instant }
  /** It is being forgotten: no return saves it any more. */
  | { readonly kind: 'forgetting'; readonly at: Instant };

/**
 * Communities that the bot was removed from. What was said first of a removal stands, whatever is older than the
 * latest word is ignored, and what follows from a word is due at once.
 */
export interface Belonging {
  /** Null where it was never removed. */
  place(community: CommunityId): Promise<Place | null>;
  /** False where nothing follows: it is known, or something later is. */
  removed(community: CommunityId, at: Instant, forgetAt: Instant): Promise<boolean>;
  /** False where nothing follows: it had not been removed, or it is too late. */
  returned(community: CommunityId, at: Instant): Promise<boolean>;
  /** What follows from `read` is done; the next is due at `next`, unless null. Does nothing after another word. */
  settled(community: CommunityId, read: Place, next: Instant | null): Promise<void>;
  /** Deletes every key of the community. False where the bot came back before. Can be repeated after a crash. */
  forget(community: CommunityId, read: Place): Promise<boolean>;
}
