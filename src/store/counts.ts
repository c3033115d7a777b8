import type { CommunityId } from '../core/ids.ts';
import type { Counts } from '../ports/counts.ts';
import type { PostedRound } from '../ports/rounds.ts';
import { type Database, scriptNamed } from './database.ts';
import { openEntryOf } from './rounds.ts';
import { closeEntry, countEntry } from './rows.ts';
import type { Wake } from './wake.ts';

/** Edits of open questions; each is marked while it runs, so that none can hide a reveal for good. */
export function createCounts(db: Database, wake: Wake): Counts {
  const beginCount = scriptNamed('begin-count');
  const endCount = scriptNamed('end-count');

  const keysOf = ({ community, id }: PostedRound): string[] =>
    [['open'], ['round', id], ['answers', id], ['due']].map((parts) => db.key(community, ...parts));
  const dueKey = (community: CommunityId): string => db.key(community, 'due');

  return {
    async due(community, round, at) {
      const isNew = await db.ask((redis) =>
        redis.zadd(dueKey(community), 'NX', at, countEntry(round)),
      );
      if (isNew === 1) await wake.by(community, at);
    },

    async begin(round) {
      const args = [round.id, openEntryOf(round), countEntry(round.id), closeEntry(round.id)];
      const answers = Number(await db.run(beginCount, keysOf(round), args));
      return answers < 0 ? null : answers;
    },

    async end(round, shown, next) {
      const { id } = round;
      const args = [id, shown, countEntry(id), next ?? '', closeEntry(id)];
      const ended = await db.run(endCount, keysOf(round), args);
      if (next !== null) await wake.by(round.community, next);
      return ended === 1 ? 'ended' : 'overtaken';
    },
  };
}
