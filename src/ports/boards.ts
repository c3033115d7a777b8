import type { CommunityId, MemberId } from '../core/ids.ts';
import type { BoardName, DerivedName, Score, Standing } from '../core/standings.ts';

/** Where a page begins: at a place (0 is the top), or on one side of a row, whether or not it still stands there. */
export type PageStart =
  | { readonly kind: 'place'; readonly place: number }
  | ({ readonly kind: 'after' | 'before' } & Score);

export interface BoardPage {
  readonly standings: readonly Standing[];
  /** How many rows stand before the first one. */
  readonly place: number;
  readonly total: number;
}

export interface Neighbours extends BoardPage {
  /** True where only the member's own eyes may see the row among them: it counts in no rank. */
  readonly isHidden: boolean;
  /** The first rows of the board. */
  readonly leaders: readonly Standing[];
}

/**
 * Leaderboards, without the members who hide. A derived board is there for a minute after it was kept, and no
 * longer once the standings changed otherwise than by answers; both reads give null for one that is not there.
 */
export interface Boards {
  /** Up to `count` rows. */
  page(
    community: CommunityId,
    board: BoardName | DerivedName,
    from: PageStart,
    count: number,
  ): Promise<BoardPage | null>;
  /**
   * The member's row with up to `span` neighbours on each side, and up to `leaders` rows of the top; no rows
   * where the member has none.
   */
  around(
    community: CommunityId,
    board: BoardName | DerivedName,
    member: MemberId,
    span: number,
    leaders: number,
  ): Promise<Neighbours | null>;
  /** All rows, best first. */
  rows(community: CommunityId, board: BoardName): Promise<readonly Score[]>;
  /** To be read before what a derived board is made from. */
  version(community: CommunityId): Promise<string>;
  /** Keeps a derived board, unless the standings are of another version by now or somebody else was faster. */
  keep(
    community: CommunityId,
    board: DerivedName,
    scores: readonly Score[],
    version: string,
  ): Promise<void>;
  /** Lets go of all derived boards: points or streaks were put right. */
  changed(community: CommunityId): Promise<void>;
  /** Members whom nobody else reads on a board: who hid, and who left. */
  hidden(community: CommunityId): Promise<ReadonlySet<MemberId>>;
  /** Takes the member off every board's public rows. False where that was so already. */
  hide(community: CommunityId, member: MemberId): Promise<boolean>;
  /** Undoes {@link hide}. False where the member is shown already. */
  show(community: CommunityId, member: MemberId): Promise<boolean>;
  /** Removes every trace of the member from the boards; its answers must be gone before. Can be repeated. */
  remove(community: CommunityId, member: MemberId): Promise<void>;
}
