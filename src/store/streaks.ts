import type { Streaks } from '../ports/store.ts';
import type { Database } from './database.ts';
import { readStreak } from './rows.ts';

/** Streaks as the commits of answers left them: one hash for each daily. */
export function createStreaks(db: Database): Streaks {
  return {
    async get(community, daily, member) {
      const text = await db.ask((redis) => redis.hget(db.key(community, 'streaks', daily), member));
      return readStreak(text);
    },
  };
}
