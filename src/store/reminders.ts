import type { CommunityId, MemberId, RoundId } from '../core/ids.ts';
import type { Reminders } from '../ports/reminders.ts';
import { type Database, scriptNamed } from './database.ts';
import { remindEntry } from './rows.ts';
import type { Wake } from './wake.ts';

/** Who asked for reminders and, for as long as a round's are due, who had theirs. */
export function createReminders(db: Database, wake: Wake): Reminders {
  const claimReminder = scriptNamed('claim-reminder');
  const endReminders = scriptNamed('end-reminders');
  const keyOf = (community: CommunityId): string => db.key(community, 'reminders');
  const dueKey = (community: CommunityId): string => db.key(community, 'due');
  const remindedKey = (community: CommunityId, round: RoundId): string =>
    db.key(community, 'reminded', round);
  const answersKey = (community: CommunityId, round: RoundId): string =>
    db.key(community, 'answers', round);

  return {
    async wanted(community, member) {
      return (await db.ask((redis) => redis.sismember(keyOf(community), member))) === 1;
    },

    async want(community, member, isWanted) {
      const key = keyOf(community);
      await db.ask((redis) => (isWanted ? redis.sadd(key, member) : redis.srem(key, member)));
    },

    async waiting(community, round) {
      const [due, members] = (await db.askAll((pipeline) =>
        pipeline
          .zscore(dueKey(community), remindEntry(round))
          .sdiff(keyOf(community), remindedKey(community, round)),
      )) as [string | null, string[]];
      if (due === null || members.length === 0) return [];
      const rows = await db.ask((redis) => redis.hmget(answersKey(community, round), ...members));
      return (members.filter((_, at) => rows[at] === null) as MemberId[]).sort();
    },

    async claim(community, round, member) {
      const claimed = await db.run(
        claimReminder,
        [
          dueKey(community),
          keyOf(community),
          answersKey(community, round),
          remindedKey(community, round),
        ],
        [remindEntry(round), member],
      );
      return claimed === 1;
    },

    async postpone(community, round, at) {
      await db.ask((redis) => redis.zadd(dueKey(community), 'XX', at, remindEntry(round)));
      await wake.by(community, at);
    },

    async end(community, round) {
      const keys = [dueKey(community), remindedKey(community, round)];
      await db.run(endReminders, keys, [remindEntry(round)]);
    },
  };
}
