import type { CommunityId, DailyId, RoundId } from '../core/ids.ts';
import type { Round } from '../core/round.ts';
import { boardsOf } from '../core/standings.ts';
import type { MessageAddress } from '../ports/platform.ts';
import type { PostedRound, Rounds } from '../ports/store.ts';
import { createClosedRounds } from './closed-rounds.ts';
import { type Database, scriptNamed } from './database.ts';
import { closeEntry, type RoundData, readOpenRound, readRound, writeOpenRound } from './rows.ts';

/** How many rounds' unchanging parts stay parsed in memory. */
const MOST_KEPT = 1_000;

/** Reads rounds; what never changes of them is parsed once. */
export interface RoundReader {
  read(community: CommunityId, ids: readonly RoundId[]): Promise<Map<RoundId, PostedRound>>;
}

type RoundFields = readonly [string | null, string | null, string | null];

export function createRoundReader(db: Database): RoundReader {
  const kept = new Map<string, RoundData>();

  async function dataOf(community: CommunityId, id: RoundId): Promise<RoundData | null> {
    const name = `${community} ${id}`;
    const known = kept.get(name);
    if (known) return known;
    const text = await db.ask((redis) => redis.hget(db.key(community, 'round', id), 'data'));
    if (text === null) return null;
    const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    const data = readRound(text);
    kept.set(name, data);
    return data;
  }

  return {
    async read(community, ids) {
      const [open, ...fields] = (await db.askAll((pipeline) => {
        pipeline.hmget(db.key(community, 'open'), ...ids);
        for (const id of ids) {
          pipeline.hmget(db.key(community, 'round', id), 'closesAt', 'message', 'revealed');
        }
        return pipeline;
      })) as [(string | null)[], ...RoundFields[]];
      const rounds = new Map<RoundId, PostedRound>();
      for (const [at, id] of ids.entries()) {
        const data = await dataOf(community, id);
        if (data) rounds.set(id, assemble(data, open[at] ?? null, fields[at] as RoundFields));
      }
      return rounds;
    },
  };
}

function assemble(data: RoundData, open: string | null, fields: RoundFields): PostedRound {
  const [closedAt, message, revealed] = fields;
  return {
    ...data,
    closed: open === null,
    closesAt: open === null ? Number(closedAt) : readOpenRound(open).closesAt,
    message: message as MessageAddress | null,
    revealed: revealed === null ? null : Number(revealed),
  };
}

/** What the `open` hash holds for a round that stands as it was read; empty for a closed one. */
export function openEntryOf(round: Round): string {
  if (round.closed) return '';
  return writeOpenRound({ closesAt: round.closesAt, daily: round.daily, card: round.card.id });
}

export function createRounds(db: Database, reader: RoundReader): Rounds {
  const closeRound = scriptNamed('close-round');
  const recordReveal = scriptNamed('record-reveal');

  return {
    async get(community, id) {
      return (await reader.read(community, [id])).get(id) ?? null;
    },

    async open(community: CommunityId, daily: DailyId, now) {
      const entries = await db.ask((redis) => redis.hgetall(db.key(community, 'open')));
      const found = Object.entries(entries).find(([, text]) => {
        const open = readOpenRound(text);
        return open.daily === daily && open.closesAt > now;
      });
      const id = found?.[0] as RoundId | undefined;
      return id ? ((await reader.read(community, [id])).get(id) ?? null) : null;
    },

    async close(round) {
      const key = (...parts: string[]): string => db.key(round.community, ...parts);
      const boards = boardsOf(round.day);
      const about = [round.daily, round.number, round.card.topic];
      await db.run(
        closeRound,
        [
          key('open'),
          key('round', round.id),
          key('answers', round.id),
          key('closed'),
          key('topics', round.card.deck),
          key('hidden'),
          key('boards'),
          ...boards.map((board) => key('board', board)),
        ],
        [round.id, openEntryOf(round), round.closesAt, ...about, ...boards],
      );
    },

    async revealed(round, answers) {
      const key = (...parts: string[]): string => db.key(round.community, ...parts);
      await db.run(
        recordReveal,
        [key('round', round.id), key('due'), key('answers', round.id)],
        [answers, closeEntry(round.id)],
      );
    },

    async latestClosed(community, daily) {
      const number = await db.ask((redis) => redis.hget(db.key(community, 'closed'), daily));
      return Number(number ?? 0);
    },

    closedIn: createClosedRounds(db),
  };
}
