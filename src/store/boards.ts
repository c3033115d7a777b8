import type { CommunityId, MemberId } from '../core/ids.ts';
import {
  type BoardName,
  type DerivedName,
  ranked,
  type Score,
  type Standing,
} from '../core/standings.ts';
import type { BoardPage, Boards, Neighbours } from '../ports/boards.ts';
import { type Database, scriptNamed } from './database.ts';
import { createDerivedBoards } from './derived-boards.ts';
import { createHiding } from './hiding.ts';

/** Rows read at once where a whole board is wanted. */
const CHUNK = 1_000;

type Rows = readonly string[];

/** Of the script: rows in all, place of the first row read, rows better than it, and the rows. */
type PageReply = readonly [number, number, number, Rows];
/** Also the leaders and, of a hidden member, its score, the place that it would have and the rows better than its own. */
type AroundReply = readonly [...PageReply, Rows, string?, number?, number?];

/** The value behind a score: a visible row has minus its value, a hidden one its value + 1. */
export function valueBehind(score: number): number {
  return score > 0 ? score - 1 : 0 - score;
}

function readScores(rows: Rows): Score[] {
  const scores: Score[] = [];
  for (let at = 0; at < rows.length; at += 2) {
    scores.push({ member: rows[at] as MemberId, value: valueBehind(Number(rows[at + 1])) });
  }
  return scores;
}

function readPage([total, place, above, rows]: PageReply): BoardPage {
  return { standings: ranked(readScores(rows), place, above), place, total };
}

/** The row that a hidden member would have, among those that everybody sees. */
function withHidden(page: BoardPage, own: Standing, at: number): Standing[] {
  const { standings, place } = page;
  return [...standings.slice(0, at - place), own, ...standings.slice(at - place)];
}

function readNeighbours(reply: AroundReply, member: MemberId): Neighbours {
  const [total, place, above, rows, leading, score, ownPlace = 0, ownAbove = 0] = reply;
  const page = readPage([total, place, above, rows]);
  const leaders = ranked(readScores(leading), 0, 0);
  if (score === undefined) return { ...page, isHidden: false, leaders };
  const own = ranked([{ member, value: valueBehind(Number(score)) }], ownPlace, ownAbove);
  const standings = own.flatMap((row) => withHidden(page, row, ownPlace));
  return { ...page, standings, isHidden: true, leaders };
}

/** Leaderboards: a sorted set for each, ordered so that the best stands first and equals from A to Z. */
export function createBoards(db: Database): Boards {
  const boardPage = scriptNamed('board-page');

  function read(
    community: CommunityId,
    board: BoardName | DerivedName,
    args: readonly (string | number)[],
  ): Promise<unknown> {
    const key = (...parts: string[]): string => db.key(community, ...parts);
    const keys = board.startsWith('derived:')
      ? [key(board), key('derived'), key('standing-changes')]
      : [key('board', board)];
    return db.run(boardPage, keys, [...args, board]);
  }

  return {
    async page(community, board, from, count) {
      const args =
        from.kind === 'place'
          ? [from.kind, count, from.place, '']
          : [from.kind, count, 0 - from.value, from.member];
      const reply = (await read(community, board, args)) as PageReply | null;
      return reply && readPage(reply);
    },

    async around(community, board, member, span, leaders) {
      const args = ['around', span, leaders, member];
      const reply = (await read(community, board, args)) as AroundReply | null;
      return reply && readNeighbours(reply, member);
    },

    async rows(community, board) {
      const key = db.key(community, 'board', board);
      const scores: Score[] = [];
      for (;;) {
        const texts = await db.ask((redis) =>
          redis.zrange(key, scores.length, String(scores.length + CHUNK - 1), 'WITHSCORES'),
        );
        const chunk = texts.filter((_, at) => at % 2 === 0 && Number(texts[at + 1]) <= 0);
        scores.push(...readScores(texts.slice(0, 2 * chunk.length)));
        if (chunk.length < CHUNK) return scores;
      }
    },

    ...createDerivedBoards(db),
    ...createHiding(db),
  };
}
