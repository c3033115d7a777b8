import type { Deliveries } from '../ports/deliveries.ts';
import type { Database } from './database.ts';

/** Longer than any platform goes on repeating a delivery (seconds). */
const REMEMBERED = 15 * 60;

export function createDeliveries(db: Database): Deliveries {
  return {
    async isFirst(community, event) {
      const key = db.key(community, 'event', encodeURIComponent(event));
      const set = await db.ask((redis) => redis.set(key, 1, 'EX', REMEMBERED, 'NX'));
      return set !== null;
    },
  };
}
