import type { CommunityId, DailyId, MemberId, RoundId } from '../core/ids.ts';
import type { DailyStreaks, Streaks } from '../ports/streaks.ts';
import type { Database } from './database.ts';
import type { RoundReader } from './rounds.ts';
import { readOpenRound, readStreak } from './rows.ts';

type Fields = Readonly<Record<string, string>>;

function repliesOf(replies: readonly (readonly [Error | null, unknown])[] | null) {
  for (const [error] of replies ?? []) if (error) throw error;
  return (replies ?? []).map(([, reply]) => reply) as [Fields, Fields, string | null];
}

/** Streaks as the commits of answers left them: one hash for each daily. */
export function createStreaks(db: Database, reader: RoundReader): Streaks {
  async function unclosed(
    community: CommunityId,
    daily: DailyId,
    open: Fields,
  ): Promise<readonly number[]> {
    const ids = Object.entries(open)
      .filter(([, entry]) => readOpenRound(entry).daily === daily)
      .map(([id]) => id as RoundId);
    if (ids.length === 0) return [];
    return [...(await reader.read(community, ids)).values()].map(({ number }) => number);
  }

  return {
    async get(community, daily, member) {
      const text = await db.ask((redis) => redis.hget(db.key(community, 'streaks', daily), member));
      return readStreak(text);
    },

    async ofDaily(community, daily): Promise<DailyStreaks> {
      const key = (...parts: string[]): string => db.key(community, ...parts);
      // One transaction: a round that closes between the reads would look missed, or tell who was right.
      const [streaks, open, latest] = await db.ask(async (redis) =>
        repliesOf(
          await redis
            .multi()
            .hgetall(key('streaks', daily))
            .hgetall(key('open'))
            .hget(key('closed'), daily)
            .exec(),
        ),
      );
      return {
        streaks: new Map(
          Object.entries(streaks).map(([member, text]) => [member as MemberId, readStreak(text)]),
        ),
        latestClosed: Number(latest ?? 0),
        unclosed: await unclosed(community, daily, open),
      };
    },
  };
}
