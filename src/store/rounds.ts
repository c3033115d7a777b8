import type { CommunityId, DailyId, RoundId } from '../core/ids.ts';
import type { Round } from '../core/round.ts';
import { boardsOf } from '../core/standings.ts';
import type { MessageAddress } from '../ports/platform.ts';
import type { PostedRound, Rounds } from '../ports/rounds.ts';
import { createClosedRounds } from './closed-rounds.ts';
import { type Database, scriptNamed } from './database.ts';
import {
  askedAtField,
  closeEntry,
  type RoundData,
  readCard,
  readOpenRound,
  readRound,
  writeOpenRound,
} from './rows.ts';

/** How many rounds' unchanging parts stay parsed in memory. */
const MOST_KEPT = 1_000;

/** Reads rounds; what never changes of them is parsed once. */
export interface RoundReader {
  read(community: CommunityId, ids: readonly RoundId[]): Promise<Map<RoundId, PostedRound>>;
}

/** What changes of a round, in the order of {@link RoundFields}. */
const FIELDS = ['closesAt', 'message', 'revealed', 'void', 'rekeys', 'edition', 'unknown'] as const;
type Field = string | null;
type RoundFields = readonly [Field, Field, Field, Field, Field, Field, Field];

/** The unchanging parts, with the key as it was put right `rekeys` times. */
interface Keyed {
  readonly data: RoundData;
  readonly rekeys: number;
}

export function createRoundReader(db: Database): RoundReader {
  const kept = new Map<string, RoundData>();

  function keep(name: string, data: RoundData): void {
    const oldest = kept.size >= MOST_KEPT ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(name, data);
  }

  /** The unchanging parts of those that are not in memory, in one round trip. */
  async function fetch(community: CommunityId, ids: readonly RoundId[]): Promise<(Keyed | null)[]> {
    if (ids.length === 0) return [];
    const found = (await db.askAll((pipeline) => {
      for (const id of ids) {
        pipeline.hmget(db.key(community, 'round', id), 'data', 'card', 'rekeys');
      }
      return pipeline;
    })) as [Field, Field, Field][];
    return found.map(([text, card, counted], at) => {
      if (!text) return null;
      const posted = readRound(text);
      const data = card ? { ...posted, card: readCard(card) } : posted;
      const rekeys = Number(counted ?? 0);
      keep(`${community} ${ids[at]} ${rekeys}`, data);
      return { data, rekeys };
    });
  }

  async function keyedOf(
    community: CommunityId,
    ids: readonly RoundId[],
    fields: readonly RoundFields[],
  ): Promise<(Keyed | null)[]> {
    const known = ids.map((id, at): Keyed | null => {
      const rekeys = Number(fields[at]?.[4] ?? 0);
      const data = kept.get(`${community} ${id} ${rekeys}`);
      return data ? { data, rekeys } : null;
    });
    const fetched = await fetch(
      community,
      ids.filter((_, at) => known[at] === null),
    );
    return known.map((each) => each ?? fetched.shift() ?? null);
  }

  return {
    async read(community, ids) {
      if (ids.length === 0) return new Map();
      const [open, ...fields] = (await db.askAll((pipeline) => {
        pipeline.hmget(db.key(community, 'open'), ...ids);
        for (const id of ids) {
          pipeline.hmget(db.key(community, 'round', id), ...FIELDS);
        }
        return pipeline;
      })) as [(string | null)[], ...RoundFields[]];
      const keyed = await keyedOf(community, ids, fields);
      const rounds = new Map<RoundId, PostedRound>();
      for (const [at, id] of ids.entries()) {
        const own = fields[at] as RoundFields;
        // Neither open nor closed: it was taken back, though its data may still be kept here.
        if (!open[at] && own[0] === null) continue;
        const found = keyed[at];
        if (found) rounds.set(id, assemble(found, open[at] ?? null, own));
      }
      return rounds;
    },
  };
}

function assemble({ data, rekeys }: Keyed, open: string | null, fields: RoundFields): PostedRound {
  const [closedAt, message, revealed, isVoid, , edition, unknown] = fields;
  return {
    ...data,
    closed: open === null,
    closesAt: open === null ? Number(closedAt) : readOpenRound(open).closesAt,
    message: message as MessageAddress | null,
    isSending: message === null && unknown === null,
    revealed: revealed === null ? null : Number(revealed),
    isVoid: isVoid === '1',
    rekeys,
    edition: Number(edition ?? 0),
  };
}

/** What the `open` hash holds for a round that stands as it was read; empty for a closed one. */
export function openEntryOf(round: Round): string {
  if (round.closed) return '';
  return writeOpenRound({ closesAt: round.closesAt, daily: round.daily, card: round.card.id });
}

export function createRounds(db: Database, reader: RoundReader): Rounds {
  const closeRound = scriptNamed('close-round', 'score');
  const roundFound = scriptNamed('round-found');
  const recordReveal = scriptNamed('record-reveal');

  return {
    async get(community, id) {
      return (await reader.read(community, [id])).get(id) ?? null;
    },

    async open(community: CommunityId, daily: DailyId, now) {
      const entries = await db.ask((redis) => redis.hgetall(db.key(community, 'open')));
      const found = Object.entries(entries)
        .map(([id, text]) => ({ id, ...readOpenRound(text) }))
        .filter((open) => open.daily === daily && open.closesAt > now)
        // Two for a moment, where one process's clock is ahead: the later question.
        .sort((a, b) => b.closesAt - a.closesAt);
      const id = found[0]?.id as RoundId | undefined;
      return id ? ((await reader.read(community, [id])).get(id) ?? null) : null;
    },

    async foundAt(community, id, message) {
      const keys = [db.key(community, 'round', id), db.key(community, 'asked-where')];
      await db.run(roundFound, keys, [message, askedAtField(message), id]);
    },

    async latest(community, daily, count) {
      const ids = await db.ask((redis) =>
        redis.zrevrange(db.key(community, 'rounds', daily), 0, count - 1),
      );
      const rounds = await reader.read(community, ids as RoundId[]);
      return (ids as RoundId[]).flatMap((id) => rounds.get(id) ?? []);
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
      const noted = await db.run(
        recordReveal,
        [key('round', round.id), key('due'), key('answers', round.id)],
        [answers, closeEntry(round.id), round.edition],
      );
      return noted === 1;
    },

    async discuss(community, id) {
      const key = db.key(community, 'round', id);
      return (await db.ask((redis) => redis.hsetnx(key, 'discussed', '1'))) === 1;
    },

    async undiscuss(community, id) {
      await db.ask((redis) => redis.hdel(db.key(community, 'round', id), 'discussed'));
    },

    async latestClosed(community, daily) {
      const number = await db.ask((redis) => redis.hget(db.key(community, 'closed'), daily));
      return Number(number ?? 0);
    },

    closedIn: createClosedRounds(db),
  };
}
