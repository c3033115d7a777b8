import type { CommunityId, MemberId } from '../core/ids.ts';
import { type BoardName, ranked, type Score } from '../core/standings.ts';
import type { BoardPage, Boards } from '../ports/store.ts';
import { type Database, scriptNamed } from './database.ts';

/** Leaderboards of points, one sorted set for each span; the score is minus the points. */
export function createBoards(db: Database): Boards {
  const boardPage = scriptNamed('board-page');

  async function read(
    community: CommunityId,
    board: BoardName,
    args: readonly (string | number)[],
  ): Promise<BoardPage> {
    const reply = await db.run(boardPage, [db.key(community, 'board', board)], args);
    const [total, from, above, ...rows] = reply as [number, number, number, ...string[]];
    const scores = rows.flatMap((member, at): Score[] =>
      at % 2 === 0 ? [{ member: member as MemberId, points: 0 - Number(rows[at + 1]) }] : [],
    );
    return { standings: ranked(scores, from, above), total };
  }

  return {
    page: (community, board, from, count) => read(community, board, [from, count]),
    around: (community, board, member, span) => read(community, board, ['', span, member]),
  };
}
