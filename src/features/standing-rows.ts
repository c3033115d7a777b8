import type { Board } from '../core/asked-board.ts';
import type { CommunityId, MemberId } from '../core/ids.ts';
import type { BoardPage, Neighbours, PageStart } from '../ports/boards.ts';
import type { Parts } from './parts.ts';
import { scoresOf } from './standing-scores.ts';

/** How often a board is worked out anew because the standings changed meanwhile. */
const MOST_TRIES = 10;

/** A page of any board. */
export function pageOf(
  parts: Parts,
  community: CommunityId,
  board: Board,
  from: PageStart,
  count: number,
): Promise<BoardPage> {
  return readFrom(parts, community, board, () =>
    parts.store.boards.page(community, board.name, from, count),
  );
}

/** A member's row on any board, with the neighbours and the leaders. */
export function neighboursOf(
  parts: Parts,
  community: CommunityId,
  board: Board,
  member: MemberId,
  span: number,
  leaders: number,
): Promise<Neighbours> {
  return readFrom(parts, community, board, () =>
    parts.store.boards.around(community, board.name, member, span, leaders),
  );
}

/** Reads from a board; one that is not there is worked out first. */
async function readFrom<Rows>(
  parts: Parts,
  community: CommunityId,
  board: Board,
  read: () => Promise<Rows | null>,
): Promise<Rows> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const found = await read();
    if (found) return found;
    if (board.kind === 'kept') break;
    const version = await parts.store.boards.version(community);
    const scores = await scoresOf(parts, community, board);
    await parts.store.boards.keep(community, board.name, scores, version);
  }
  throw new Error(`the board ${board.name} changed each time it was worked out`);
}
