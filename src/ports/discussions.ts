import type { PostedRound } from './store.ts';

/** The one discussion that a round gets after its reveal. */
export interface Discussions {
  /**
   * Takes the right to open it; to be called before. False where somebody did, or where its channel refused one
   * lately.
   */
  claim(round: PostedRound): Promise<boolean>;
  /** Gives the claim back, nothing having been opened. */
  release(round: PostedRound): Promise<void>;
  /** Its channel lets us open none: it is left alone for a week. */
  refused(round: PostedRound): Promise<void>;
}
