import type { CommunityId, MemberId } from '../core/ids.ts';
import type { Listed, Presence } from '../ports/presence.ts';
import type { Database } from './database.ts';
import { createHiding } from './hiding.ts';
import { PRESENCE_ENTRY } from './rows.ts';
import type { Wake } from './wake.ts';

/**
 * `looked-up` has everybody on the board of all time with the time of their next look-up, `gone` those who are not in
 * the community any more with since when, `left` those whom that has hidden.
 */
export function createPresence(db: Database, wake: Wake): Presence {
  const { leave, comeBack } = createHiding(db);
  const key = (community: CommunityId, name: string): string => db.key(community, name);

  async function goneSince(
    community: CommunityId,
    members: readonly MemberId[],
  ): Promise<readonly (number | null)[]> {
    if (members.length === 0) return [];
    const times = await db.ask((redis) => redis.hmget(key(community, 'gone'), ...members));
    return times.map((time) => (time === null ? null : Number(time)));
  }

  return {
    async plan(community, at) {
      const due = key(community, 'due');
      const isNew = await db.ask((redis) => redis.zadd(due, 'NX', at, PRESENCE_ENTRY));
      if (isNew) await wake.by(community, at);
    },

    async due(community, now, count) {
      const [own, all] = [key(community, 'looked-up'), db.key(community, 'board', 'all')];
      // New rows come in with time 0, and whoever left the board goes.
      const merged = [own, all, 'WEIGHTS', 1, 0, 'AGGREGATE', 'MAX'] as const;
      const replies = await db.askAll((pipeline) =>
        pipeline
          .zunionstore(own, 2, ...merged)
          .zinterstore(own, 2, ...merged)
          .zrangebyscore(own, '-inf', now, 'LIMIT', 0, count),
      );
      const members = replies[2] as MemberId[];
      const times = await goneSince(community, members);
      return members.map((member, at): Listed => ({ member, goneSince: times[at] ?? null }));
    },

    async next(community) {
      const first = await db.ask((redis) =>
        redis.zrange(key(community, 'looked-up'), 0, '0', 'WITHSCORES'),
      );
      return first[1] === undefined ? null : Number(first[1]);
    },

    async dueAgain(community, at) {
      const due = key(community, 'due');
      if (at === null) await db.ask((redis) => redis.zrem(due, PRESENCE_ENTRY));
      else {
        await db.ask((redis) => redis.zadd(due, at, PRESENCE_ENTRY));
        await wake.by(community, at);
      }
    },

    async postpone(community, member, nextAt) {
      // Not where an erasure took them off meanwhile.
      await db.ask((redis) => redis.zadd(key(community, 'looked-up'), 'XX', nextAt, member));
    },

    async found(community, member) {
      const [since] = await goneSince(community, [member]);
      if (since === null) return;
      await comeBack(community, member);
      await db.ask((redis) => redis.hdel(key(community, 'gone'), member));
    },

    async missed(community, member, since, hides) {
      await db.ask((redis) => redis.hsetnx(key(community, 'gone'), member, since));
      if (hides) await leave(community, member);
    },

    async goneAmong(community, members) {
      const times = await goneSince(community, members);
      return new Map(
        members.flatMap((member, at) => {
          const since = times[at] ?? null;
          return since === null ? [] : [[member, since] as const];
        }),
      );
    },
  };
}
