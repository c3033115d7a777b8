import type { Day } from '../core/day.ts';
import { type CommunityId, communityId, dailyId, type MemberId } from '../core/ids.ts';
import type { BoardName } from '../core/standings.ts';
import type { Books } from '../ports/books.ts';
import { type Database, scriptNamed } from './database.ts';
import { readOccurrence, VERIFY_ENTRY } from './rows.ts';
import { readTopics } from './situation.ts';
import type { Wake } from './wake.ts';

/** Rows of a board that one round trip fetches. */
const ROWS_AT_ONCE = 10_000;

/** What was counted, read as it stands. */
export function createBooks(db: Database, wake: Wake): Books {
  const adjustBoard = scriptNamed('adjust-board', 'score');

  async function rowsOf(community: CommunityId, board: BoardName, from: number): Promise<string[]> {
    const key = db.key(community, 'board', board);
    return db.ask((redis) =>
      redis.zrange(key, from, String(from + ROWS_AT_ONCE - 1), 'WITHSCORES'),
    );
  }

  return {
    async communities() {
      const names = await db.ask((redis) => redis.zrange(db.wakeKey, 0, '-1'));
      return names.flatMap((name) => communityId.parse(name) ?? []).sort();
    },

    async dailies(community) {
      const made = await db.ask((redis) => redis.get(db.key(community, 'dailies-made')));
      return Array.from({ length: Number(made ?? 0) }, (_, at) => dailyId.of(`d${at + 1}`));
    },

    async daily(community, daily) {
      const [number, closed, posted, rows] = (await db.askAll((pipeline) =>
        pipeline
          .hget(db.key(community, 'numbers'), daily)
          .hget(db.key(community, 'closed'), daily)
          .hget(db.key(community, 'days-posted'), daily)
          .hvals(db.key(community, 'occurrences', daily)),
      )) as [string | null, string | null, Day | null, string[]];
      return {
        lastNumber: Number(number ?? 0),
        latestClosed: Number(closed ?? 0),
        lastPosted: posted,
        occurrences: rows.map(readOccurrence),
      };
    },

    async board(community, board) {
      const hidden = new Set(await db.ask((redis) => redis.smembers(db.key(community, 'hidden'))));
      const points = new Map<MemberId, number>();
      for (let from = 0; ; from += ROWS_AT_ONCE) {
        const rows = await rowsOf(community, board, from);
        for (let at = 0; at < rows.length; at += 2) {
          const [member = '', score] = [rows[at], Number(rows[at + 1])];
          points.set(member as MemberId, hidden.has(member) ? score - 1 : 0 - score);
        }
        if (rows.length < 2 * ROWS_AT_ONCE) return points;
      }
    },

    async topics(community, deck) {
      return readTopics(await db.ask((redis) => redis.hgetall(db.key(community, 'topics', deck))));
    },

    async adjustBoard(community, board, member, points) {
      const keys = [db.key(community, 'board', board), db.key(community, 'hidden')];
      await db.run(adjustBoard, keys, [member, points]);
    },

    async adjustTopic(community, deck, topic, { answers, credit }) {
      const key = db.key(community, 'topics', deck);
      await db.askAll((pipeline) =>
        pipeline
          .hincrby(key, `${topic} answers`, answers)
          .hincrbyfloat(key, `${topic} credit`, credit),
      );
    },

    async planVerify(community, at) {
      const key = db.key(community, 'due');
      const isNew = await db.ask((redis) => redis.zadd(key, 'NX', at, VERIFY_ENTRY));
      if (isNew) await wake.by(community, at);
    },

    async verified(community, next) {
      await db.ask((redis) => redis.zadd(db.key(community, 'due'), next, VERIFY_ENTRY));
      await wake.by(community, next);
    },
  };
}
