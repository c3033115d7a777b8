import type { CommunityId } from '../core/ids.ts';
import type { Score } from '../core/standings.ts';
import type { Boards } from '../ports/boards.ts';
import { type Database, scriptNamed } from './database.ts';

/** How long a derived board is kept (seconds). */
const LIFE = 60;
/** How long an unfinished one is, where its writer died (seconds). */
const UNFINISHED_LIFE = 60;
/** Rows written with one command. */
const CHUNK = 1_000;

/**
 * Boards that are worked out when somebody asks for one. `derived` holds those that are there, as
 * `<standing-changes> <name>` with the time (in seconds) when they end: a change makes all of them out of date.
 */
export function createDerivedBoards(db: Database): Pick<Boards, 'version' | 'keep' | 'changed'> {
  const keepDerivedBoard = scriptNamed('keep-derived-board');

  /** Under a name of its own, so that nobody reads half a board. */
  async function written(community: CommunityId, scores: readonly Score[]): Promise<string> {
    const [number, hidden] = (await db.askAll((pipeline) =>
      pipeline.incr(db.key(community, 'derived-written')).smembers(db.key(community, 'hidden')),
    )) as [number, string[]];
    const key = db.key(community, 'derived', 'writing', String(number));
    const isHidden = new Set(hidden);
    for (let at = 0; at < scores.length; at += CHUNK) {
      const rows = scores
        .slice(at, at + CHUNK)
        .flatMap(({ member, value }) => [isHidden.has(member) ? value + 1 : 0 - value, member]);
      await db.askAll((pipeline) => pipeline.zadd(key, ...rows).expire(key, UNFINISHED_LIFE));
    }
    return key;
  }

  return {
    async version(community) {
      const changes = await db.ask((redis) => redis.get(db.key(community, 'standing-changes')));
      return changes ?? '0';
    },

    async keep(community, board, scores, version) {
      const key = (...parts: string[]): string => db.key(community, ...parts);
      await db.run(
        keepDerivedBoard,
        [await written(community, scores), key(board), key('derived'), key('standing-changes')],
        [board, version, LIFE],
      );
    },

    async changed(community) {
      await db.ask((redis) => redis.incr(db.key(community, 'standing-changes')));
    },
  };
}
