import type { CommunityId, MemberId } from '../core/ids.ts';
import type { Corrections } from '../ports/corrections.ts';
import { MOST_AUDITED, writeAuditEntry } from './audit.ts';
import { type Database, scriptNamed } from './database.ts';
import { createRoundCorrections } from './round-corrections.ts';
import { readNumbers, readStreak, recountEntry, writeNumbers, writeStreak } from './rows.ts';
import type { Wake } from './wake.ts';

/** Streaks that one script writes: a server is blocked for as long. */
const STREAKS_AT_ONCE = 1_000;

/** Corrections of what was counted: each bumps its daily's version, by which a recount knows that it is the latest. */
export function createCorrections(db: Database, wake: Wake): Corrections {
  const forgiveRounds = scriptNamed('forgive-rounds');
  const replaceStreaks = scriptNamed('replace-streaks');
  const endRecount = scriptNamed('end-recount');

  const keysIn =
    (community: CommunityId) =>
    (...parts: string[]): string =>
      db.key(community, ...parts);

  return {
    ...createRoundCorrections(db, wake),

    async forgiven(community, daily) {
      const text = await db.ask((redis) => redis.hget(db.key(community, 'forgiven'), daily));
      return readNumbers(text);
    },

    async forgive(community, daily, numbers, entry) {
      const key = keysIn(community);
      const isNew = await db.run(
        forgiveRounds,
        [key('forgiven'), key('excused'), key('corrections'), key('due'), key('audit')],
        [
          daily,
          writeNumbers(numbers),
          recountEntry(daily),
          entry.at,
          writeAuditEntry(entry),
          MOST_AUDITED,
        ],
      );
      await wake.by(community, entry.at);
      return isNew === 1;
    },

    async streaks(community, daily) {
      const key = keysIn(community);
      const [version, forgiven, rows] = (await db.askAll((pipeline) =>
        pipeline
          .hget(key('corrections'), daily)
          .hget(key('forgiven'), daily)
          .hgetall(key('streaks', daily)),
      )) as [string | null, string | null, Record<string, string>];
      const streaks = Object.entries(rows).map(
        ([member, text]) => [member as MemberId, readStreak(text)] as const,
      );
      return {
        version: Number(version ?? 0),
        forgiven: readNumbers(forgiven),
        streaks: new Map(streaks),
      };
    },

    async replaceStreaks(community, daily, version, changes) {
      const key = keysIn(community);
      let stale = 0;
      for (let at = 0; at < changes.length; at += STREAKS_AT_ONCE) {
        const rows = changes
          .slice(at, at + STREAKS_AT_ONCE)
          .flatMap(({ member, before, after }) => [
            member,
            writeStreak(before),
            writeStreak(after),
          ]);
        const keys = [key('streaks', daily), key('corrections')];
        stale += Number(await db.run(replaceStreaks, keys, [daily, version, ...rows]));
      }
      return stale === 0;
    },

    async recounted(community, daily, version) {
      const key = keysIn(community);
      const args = [daily, version, recountEntry(daily)];
      await db.run(endRecount, [key('corrections'), key('due')], args);
    },
  };
}
