import {
  type CommunityId,
  type DailyId,
  type MemberId,
  type RoundId,
  roundId,
} from '../core/ids.ts';
import type { Answer } from '../core/round.ts';
import type { AnswerLog, LoggedRound } from '../ports/corrections.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Database } from './database.ts';
import type { RoundReader } from './rounds.ts';
import { readAnswer, readOpenRound } from './rows.ts';

/** Rounds whose answers one round trip fetches. */
const ROUNDS_AT_ONCE = 50;

/** Where a round of a daily is found. */
interface IndexedRound {
  readonly id: RoundId;
  readonly number: number;
}

/** The rounds of a daily by number: those that were posted, and those that are being sent. */
export interface RoundIndex {
  ofDaily(community: CommunityId, daily: DailyId): Promise<readonly IndexedRound[]>;
}

export function createRoundIndex(db: Database, reader: RoundReader): RoundIndex {
  return {
    async ofDaily(community, daily) {
      const [entries, open] = (await db.askAll((pipeline) =>
        pipeline
          .zrange(db.key(community, 'rounds', daily), 0, '-1', 'WITHSCORES')
          .hgetall(db.key(community, 'open')),
      )) as [string[], Record<string, string>];
      const posted = entries.flatMap((id, at) =>
        at % 2 === 0 ? [{ id: roundId.of(id), number: Number(entries[at + 1]) }] : [],
      );
      const known = new Set<string>(posted.map(({ id }) => id));
      // Members may answer before the sender hears that the question stands.
      const others = Object.entries(open).flatMap(([id, text]) =>
        readOpenRound(text).daily === daily && !known.has(id) ? [roundId.of(id)] : [],
      );
      const sending = [...(await reader.read(community, others)).values()];
      return [...posted, ...sending].sort((a, b) => a.number - b.number);
    },
  };
}

/** The answer log, read whole in few round trips. */
export function createAnswerLog(db: Database, index: RoundIndex, reader: RoundReader): AnswerLog {
  async function answersOf(
    community: CommunityId,
    ids: readonly RoundId[],
  ): Promise<readonly (readonly Answer[])[]> {
    const logs = (await db.askAll((pipeline) => {
      for (const id of ids) pipeline.hgetall(db.key(community, 'answers', id));
      return pipeline;
    })) as Record<string, string>[];
    return logs.map((rows) =>
      Object.entries(rows).map(([member, text]) => readAnswer(member as MemberId, text)),
    );
  }

  async function* pagesOf(
    community: CommunityId,
    daily: DailyId,
  ): AsyncGenerator<readonly PostedRound[]> {
    const ids = (await index.ofDaily(community, daily)).map(({ id }) => id);
    for (let at = 0; at < ids.length; at += ROUNDS_AT_ONCE) {
      const page = ids.slice(at, at + ROUNDS_AT_ONCE);
      const rounds = await reader.read(community, page);
      yield page.flatMap((id) => rounds.get(id) ?? []);
    }
  }

  async function* ofDaily(community: CommunityId, daily: DailyId): AsyncGenerator<LoggedRound> {
    for await (const rounds of pagesOf(community, daily)) {
      const answers = await answersOf(
        community,
        rounds.map(({ id }) => id),
      );
      for (const [at, round] of rounds.entries()) yield { round, answers: answers[at] ?? [] };
    }
  }

  async function* roundsOf(community: CommunityId, daily: DailyId): AsyncGenerator<PostedRound> {
    for await (const rounds of pagesOf(community, daily)) yield* rounds;
  }

  async function read(community: CommunityId, id: string | undefined): Promise<PostedRound | null> {
    if (id === undefined) return null;
    const round = roundId.of(id);
    return (await reader.read(community, [round])).get(round) ?? null;
  }

  return {
    ofDaily,
    roundsOf,
    async latestRound(community, daily) {
      const key = db.key(community, 'rounds', daily);
      const [id] = await db.ask((redis) => redis.zrange(key, '-1', '-1'));
      return read(community, id);
    },
    async roundNumbered(community, daily, number) {
      const key = db.key(community, 'rounds', daily);
      const [id] = await db.ask((redis) => redis.zrangebyscore(key, number, number));
      return read(community, id);
    },
  };
}
