import { type Instant, MINUTE } from '../core/day.ts';
import { type CommunityId, communityId } from '../core/ids.ts';
import type { Database } from './database.ts';

/** How long a community whose wake-up was lost (a crash between two writes) can sleep, in milliseconds. */
const LOOK_AGAIN = 10 * MINUTE;

/**
 * When each community has something due next. It lies outside the communities' hash tags, so it cannot be
 * written together with their due lists; it may name a time too early, and {@link LOOK_AGAIN} bounds how late.
 */
export interface Wake {
  /** Wakes the community at `at` or earlier. */
  by(community: CommunityId, at: Instant): Promise<void>;
  /** Wakes each at its time or earlier. */
  byEach(times: ReadonlyMap<CommunityId, Instant>): Promise<void>;
  /** Communities to look at by `until`. */
  until(until: Instant): Promise<readonly CommunityId[]>;
  /** To be called before the due lists are read: what is written from then on is not forgotten. */
  looking(communities: readonly CommunityId[], now: Instant): Promise<void>;
  /** Never looks at it again. */
  forget(community: CommunityId): Promise<void>;
}

export function createWake(db: Database): Wake {
  return {
    async by(community, at) {
      await db.ask((redis) => redis.zadd(db.wakeKey, 'LT', at, community));
    },
    async forget(community) {
      await db.ask((redis) => redis.zrem(db.wakeKey, community));
    },
    async until(until) {
      const names = await db.ask((redis) => redis.zrangebyscore(db.wakeKey, '-inf', until));
      return names.flatMap((name) => communityId.parse(name) ?? []);
    },
    async byEach(times) {
      if (times.size === 0) return;
      const rows = [...times].flatMap(([community, at]) => [at, community]);
      await db.ask((redis) => redis.zadd(db.wakeKey, 'LT', ...rows));
    },
    async looking(communities, now) {
      if (communities.length === 0) return;
      const rows = communities.flatMap((community) => [now + LOOK_AGAIN, community]);
      await db.ask((redis) => redis.zadd(db.wakeKey, 'XX', ...rows));
    },
  };
}
