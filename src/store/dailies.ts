import type { Daily } from '../core/daily.ts';
import type { Instant } from '../core/day.ts';
import { type CommunityId, type DailyId, dailyId } from '../core/ids.ts';
import { STRAGGLERS } from '../core/round.ts';
import type { Dailies } from '../ports/store.ts';
import { type Database, scriptNamed } from './database.ts';
import { planEntry, readDaily, writeDaily } from './rows.ts';
import type { Wake } from './wake.ts';

/** The dailies of each community, and their place in its due list. */
export function createDailies(db: Database, wake: Wake): Dailies {
  const replaceDaily = scriptNamed('replace-daily');

  async function change(
    read: Daily,
    changed: Daily | null,
    closesAt: Instant | null,
    planAt: Instant,
  ): Promise<boolean> {
    const key = (...parts: string[]): string => db.key(read.community, ...parts);
    const keys = [
      key('dailies'),
      key('occurrences', read.id),
      key('due'),
      key('planned'),
      key('open'),
    ];
    const text = changed ? writeDaily(changed) : '';
    const args = [read.id, writeDaily(read), text, closesAt ?? '', STRAGGLERS, planAt];
    const done = (await db.run(replaceDaily, keys, args)) === 1;
    if (done) await wake.by(read.community, Math.min(planAt, closesAt ?? planAt));
    return done;
  }

  return {
    async create(draft) {
      const { community } = draft;
      const number = await db.ask((redis) => redis.incr(db.key(community, 'dailies-made')));
      const daily: Daily = { ...draft, id: dailyId.of(`d${number}`), revision: 1 };
      // First: a wake-up without a daily is harmless, but nobody would look at a daily without one.
      await wake.by(community, daily.since);
      await db.askAll((pipeline) =>
        pipeline
          .hset(db.key(community, 'dailies'), daily.id, writeDaily(daily))
          .zadd(db.key(community, 'due'), daily.since, planEntry(daily.id)),
      );
      // Again: somebody may have looked in between, and found nothing.
      await wake.by(community, daily.since);
      return daily;
    },

    async get(community: CommunityId, id: DailyId) {
      const text = await db.ask((redis) => redis.hget(db.key(community, 'dailies'), id));
      return text === null ? null : readDaily(text);
    },

    async list(community) {
      const texts = await db.ask((redis) => redis.hvals(db.key(community, 'dailies')));
      return texts.map(readDaily).sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
    },

    async everHad(community) {
      const made = await db.ask((redis) => redis.exists(db.key(community, 'dailies-made')));
      return made === 1;
    },

    replace: (read, changed, closesAt) => change(read, changed, closesAt, changed.since),
    remove: (read, closesAt) => change(read, null, closesAt, closesAt),
  };
}
