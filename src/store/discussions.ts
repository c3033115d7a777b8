import type { Discussions } from '../ports/discussions.ts';
import type { PostedRound } from '../ports/store.ts';
import type { Database } from './database.ts';

/** How long a channel that refused a discussion is left alone (seconds). */
const LEFT_ALONE = 7 * 86_400;

/** Who opened the discussion of a round, and where none may be. */
export function createDiscussions(db: Database): Discussions {
  const roundKey = ({ community, id }: PostedRound): string => db.key(community, 'round', id);
  const refusedKey = ({ community, channel }: PostedRound): string =>
    db.key(community, 'undiscussed', channel);

  return {
    async claim(round) {
      const isShut = await db.ask((redis) => redis.exists(refusedKey(round)));
      if (isShut === 1) return false;
      const taken = await db.ask((redis) => redis.hsetnx(roundKey(round), 'discussed', 1));
      return taken === 1;
    },
    async release(round) {
      await db.ask((redis) => redis.hdel(roundKey(round), 'discussed'));
    },
    async refused(round) {
      await db.ask((redis) => redis.set(refusedKey(round), 1, 'EX', LEFT_ALONE));
    },
  };
}
