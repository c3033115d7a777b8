import type { CommunityId, MemberId } from '../core/ids.ts';
import type { Appointed } from '../ports/appointed.ts';
import type { Database } from './database.ts';

/** Organisers by appointment: a set for each community. Who appointed them stands in the audit log. */
export function createAppointed(db: Database): Appointed {
  const key = (community: CommunityId): string => db.key(community, 'appointed');
  return {
    async list(community) {
      const members = await db.ask((redis) => redis.smembers(key(community)));
      return members.sort() as MemberId[];
    },
    async has(community, member) {
      return (await db.ask((redis) => redis.sismember(key(community), member))) === 1;
    },
    async add(community, member) {
      return (await db.ask((redis) => redis.sadd(key(community), member))) === 1;
    },
    async remove(community, member) {
      return (await db.ask((redis) => redis.srem(key(community), member))) === 1;
    },
  };
}
