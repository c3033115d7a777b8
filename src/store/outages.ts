import { HOUR, type Instant } from '../core/day.ts';
import type { Outages } from '../ports/outages.ts';
import type { Database } from './database.ts';

/** Rounds are open for a week at most; whoever looks later finds them forgiven already (milliseconds). */
const KEPT = 31 * 24 * HOUR;

/** Signs of life by platform, and outages as `from to`, sorted by their end. */
export function createOutages(db: Database): Outages {
  return {
    async lastBeat(platform) {
      const at = await db.ask((redis) => redis.hget(db.beatsKey, platform));
      return at === null ? null : Number(at);
    },
    async beat(platform, at) {
      await db.ask((redis) => redis.hset(db.beatsKey, platform, at));
    },
    async note(platform, { from, to }) {
      const key = db.outagesKey(platform);
      await db.ask((redis) => redis.zadd(key, to, `${from} ${to}`));
      await db.ask((redis) => redis.zremrangebyscore(key, '-inf', `(${to - KEPT}`));
    },
    async since(platform, since: Instant) {
      const rows = await db.ask((redis) =>
        redis.zrangebyscore(db.outagesKey(platform), `(${since}`, '+inf'),
      );
      return rows.map((row) => {
        const [from = 0, to = 0] = row.split(' ').map(Number);
        return { from, to };
      });
    },
  };
}
