import type { OpenSpan } from '../core/asked-board.ts';
import { type Day, plusDays } from '../core/day.ts';
import type { CommunityId } from '../core/ids.ts';
import type { ClosedRound } from '../ports/rounds.ts';
import type { Database } from './database.ts';
import { readRound } from './rows.ts';

/** Rounds read with one command. */
const CHUNK = 200;

/** Finds the closed rounds of a span without reading all of history. */
export function createClosedRounds(
  db: Database,
): (community: CommunityId, span: OpenSpan) => Promise<ClosedRound[]> {
  const roundsKey = (community: CommunityId, daily: string): string =>
    db.key(community, 'rounds', daily);

  async function dayAt(community: CommunityId, daily: string, place: number): Promise<Day> {
    const ids = await db.ask((redis) =>
      redis.zrange(roundsKey(community, daily), place, String(place)),
    );
    const text = await db.ask((redis) =>
      redis.hget(db.key(community, 'round', ids[0] ?? 'none'), 'data'),
    );
    return readRound(text ?? '{"day":""}').day;
  }

  /** How many of the daily's rounds, by number, are of days before this one: its days rise with its numbers. */
  async function roundsBefore(
    community: CommunityId,
    daily: string,
    count: number,
    day: Day,
  ): Promise<number> {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((await dayAt(community, daily, middle)) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  async function idsIn(community: CommunityId, daily: string, { first, last }: OpenSpan) {
    const key = roundsKey(community, daily);
    const count = await db.ask((redis) => redis.zcard(key));
    const after =
      last === null ? count : await roundsBefore(community, daily, count, plusDays(last, 1));
    const from = first === null ? 0 : await roundsBefore(community, daily, after, first);
    return from < after ? db.ask((redis) => redis.zrange(key, from, String(after - 1))) : [];
  }

  async function closedAmong(
    community: CommunityId,
    ids: readonly string[],
  ): Promise<ClosedRound[]> {
    if (ids.length === 0) return [];
    const [open, ...fields] = (await db.askAll((pipeline) => {
      pipeline.hmget(db.key(community, 'open'), ...ids);
      for (const id of ids) pipeline.hmget(db.key(community, 'round', id), 'data', 'void');
      return pipeline;
    })) as [(string | null)[], ...(readonly [string | null, string | null])[]];
    return fields.flatMap(([data, isVoid], at) => {
      if (data === null || isVoid === '1' || open[at] !== null) return [];
      const { id, channel, card } = readRound(data);
      return [{ id, channel, selfGraded: card.kind === 'flash' }];
    });
  }

  return async (community, span) => {
    const made = await db.ask((redis) => redis.get(db.key(community, 'dailies-made')));
    // Also those that were removed: their points stay.
    const dailies = Array.from({ length: Number(made ?? 0) }, (_, at) => `d${at + 1}`);
    const ids = (await Promise.all(dailies.map((daily) => idsIn(community, daily, span)))).flat();
    const closed: ClosedRound[] = [];
    for (let at = 0; at < ids.length; at += CHUNK) {
      closed.push(...(await closedAmong(community, ids.slice(at, at + CHUNK))));
    }
    return closed;
  };
}
