import type { TopicRecord } from '../core/choice-of-card.ts';
import type { Occurrence } from '../core/daily.ts';
import type { Day } from '../core/day.ts';
import { type CardId, type CommunityId, cardId, dailyId, roundId, topicId } from '../core/ids.ts';
import { type Round, STRAGGLERS } from '../core/round.ts';
import type { DueWork, Ledger, Situation } from '../ports/store.ts';
import { type Database, scriptNamed } from './database.ts';
import {
  postEntry,
  readDaily,
  readOccurrence,
  readOpenRound,
  readRound,
  VERIFY_ENTRY,
  writeDaily,
  writeOccurrence,
  writeOpenRound,
  writeRound,
} from './rows.ts';
import type { Wake } from './wake.ts';

/** The most entries of one community that one look takes on; the rest follow at the next. */
const MOST_DUE = 1_000;

function readDueEntry(entry: string, at: number): DueWork {
  if (entry === VERIFY_ENTRY) return { kind: entry, at };
  const [kind, id = '', day] = entry.split(' ');
  if (kind === 'close') return { kind, round: roundId.of(id), at };
  if (kind === 'plan' || kind === 'recount') return { kind, daily: dailyId.of(id), at };
  return { kind: 'post', daily: dailyId.of(id), day: day as Day, at };
}

export function readTopics(fields: Record<string, string>): Situation['history']['topics'] {
  const names = new Set(Object.keys(fields).map((field) => field.split(' ')[0] as string));
  const record = (name: string): TopicRecord => ({
    answers: Number(fields[`${name} answers`] ?? 0),
    credit: Number(fields[`${name} credit`] ?? 0),
  });
  return new Map([...names].map((name) => [topicId.of(name), record(name)]));
}

/** The ledger of occurrences: every change compares the row as it was read, so that a lost claim writes nothing. */
export function createLedger(db: Database, wake: Wake, makeSecret: () => string): Ledger {
  const planOccurrences = scriptNamed('plan-occurrences');
  const callForward = scriptNamed('call-forward');
  const claimOccurrence = scriptNamed('claim-occurrence');
  const endOccurrence = scriptNamed('end-occurrence');
  const recordPost = scriptNamed('record-post');

  const occurrencesKey = (community: CommunityId, daily: string): string =>
    db.key(community, 'occurrences', daily);
  const dueKey = (community: CommunityId): string => db.key(community, 'due');

  async function draftOf(community: CommunityId, occurrence: Occurrence): Promise<Round | null> {
    if (occurrence.state.kind !== 'sending') return null;
    const id = occurrence.state.round;
    const [data, open] = (await db.askAll((pipeline) =>
      pipeline.hget(db.key(community, 'round', id), 'data').hget(db.key(community, 'open'), id),
    )) as (string | null)[];
    if (!data || !open) return null;
    return { ...readRound(data), closesAt: readOpenRound(open).closesAt, closed: false };
  }

  async function end(
    read: Occurrence,
    ended: Occurrence['state'],
    community: CommunityId,
    round: string | null,
    dueAgain: number | null,
  ): Promise<boolean> {
    const key = (...parts: string[]): string => db.key(community, ...parts);
    const at = dueAgain ?? read.at;
    const done = await db.run(
      endOccurrence,
      [
        occurrencesKey(community, read.daily),
        key('posting'),
        key('open'),
        key('round', round ?? 'none'),
        dueKey(community),
      ],
      [
        read.day,
        writeOccurrence(read),
        writeOccurrence({ ...read, state: ended }),
        read.daily,
        dueAgain ?? '',
        postEntry(read.daily, read.day),
        round ?? '',
      ],
    );
    if (dueAgain !== null) await wake.by(community, at);
    return done === 1;
  }

  return {
    communitiesDue: (until) => wake.until(until),

    async due(community, until) {
      await wake.looking(community, until);
      const [found, first] = (await db.askAll((pipeline) =>
        pipeline
          .zrangebyscore(dueKey(community), '-inf', until, 'WITHSCORES', 'LIMIT', 0, MOST_DUE)
          .zrange(dueKey(community), 0, '0', 'WITHSCORES'),
      )) as string[][];
      if (first?.[1]) await wake.by(community, Number(first[1]));
      const entries = found ?? [];
      return entries.flatMap((entry, at) =>
        at % 2 === 0 ? [readDueEntry(entry, Number(entries[at + 1]))] : [],
      );
    },

    async nextDue(community) {
      const entries = await db.ask((redis) =>
        redis.zrange(dueKey(community), 0, '-1', 'WITHSCORES'),
      );
      const times = entries.flatMap((entry, at) => {
        const score = Number(entries[at + 1]);
        if (entry.startsWith('post ')) return [score];
        return entry.startsWith('close ') ? [score - STRAGGLERS] : [];
      });
      return times.length > 0 ? Math.min(...times) : null;
    },

    async plannedThrough(community, daily) {
      const through = await db.ask((redis) => redis.hget(db.key(community, 'planned'), daily));
      return through === null ? null : Number(through);
    },

    async lastPosted(community, daily) {
      const day = await db.ask((redis) => redis.hget(db.key(community, 'days-posted'), daily));
      return day as Day | null;
    },

    async plan(daily, dues, through, planAgainAt) {
      const { community, id } = daily;
      const rows = dues.flatMap(({ day, at }) => {
        const row: Occurrence = { daily: id, day, at, state: { kind: 'pending' } };
        return [day, at, writeOccurrence(row)];
      });
      await db.run(
        planOccurrences,
        [
          db.key(community, 'dailies'),
          occurrencesKey(community, id),
          dueKey(community),
          db.key(community, 'planned'),
        ],
        [id, writeDaily(daily), through, planAgainAt, ...rows],
      );
      await wake.by(community, Math.min(planAgainAt, ...dues.map(({ at }) => at)));
    },

    async callForward(daily, { day, at }) {
      const { community, id } = daily;
      const row = writeOccurrence({ daily: id, day, at, state: { kind: 'pending' } });
      const called = await db.run(
        callForward,
        [occurrencesKey(community, id), dueKey(community), db.key(community, 'open')],
        [day, row, at, postEntry(id, day), id, STRAGGLERS],
      );
      await wake.by(community, at);
      return called === 1;
    },

    async situation(community, daily, day) {
      const [dailyText, row, number, open, secret] = (await db.askAll((pipeline) =>
        pipeline
          .hget(db.key(community, 'dailies'), daily)
          .hget(occurrencesKey(community, daily), day)
          .hget(db.key(community, 'numbers'), daily)
          .hvals(db.key(community, 'open'))
          .set(db.key(community, 'secret'), makeSecret(), 'NX', 'GET'),
      )) as [string | null, string | null, string | null, string[], string | null];
      if (row === null) return null;
      const occurrence = readOccurrence(row);
      const found = dailyText === null ? null : readDaily(dailyText);
      const deck = found?.deck ?? 'none';
      const [asked, topics] = (await db.askAll((pipeline) =>
        pipeline
          .hgetall(db.key(community, 'asked', deck))
          .hgetall(db.key(community, 'topics', deck)),
      )) as Record<string, string>[];
      return {
        daily: found,
        occurrence,
        draft: await draftOf(community, occurrence),
        lastNumber: Number(number ?? 0),
        history: {
          asked: new Map<CardId, number>(
            Object.entries(asked ?? {}).map(([card, times]) => [cardId.of(card), Number(times)]),
          ),
          topics: readTopics(topics ?? {}),
          open: new Set(open.map((entry) => readOpenRound(entry).card)),
        },
        secret: secret ?? (await firstSecret(community)),
      };
    },

    async claim(read, sending, round, leaseEnd) {
      const { community } = round;
      const claimed = await db.run(
        claimOccurrence,
        [
          occurrencesKey(community, read.daily),
          db.key(community, 'posting'),
          db.key(community, 'open'),
          db.key(community, 'round', round.id),
          dueKey(community),
          db.key(community, 'numbers'),
        ],
        [
          read.day,
          writeOccurrence(read),
          writeOccurrence({ ...read, state: sending }),
          read.daily,
          leaseEnd,
          postEntry(read.daily, read.day),
          round.id,
          writeOpenRound({ closesAt: round.closesAt, daily: round.daily, card: round.card.id }),
          writeRound(round),
          round.number,
        ],
      );
      return claimed === 1;
    },

    async posted(claimed, round, message) {
      const { community } = round;
      const key = (...parts: string[]): string => db.key(community, ...parts);
      const done = await db.run(
        recordPost,
        [
          occurrencesKey(community, claimed.daily),
          key('posting'),
          key('round', round.id),
          dueKey(community),
          key('numbers'),
          key('asked', round.card.deck),
          key('rounds', round.daily),
          key('days-posted'),
        ],
        [
          claimed.day,
          writeOccurrence(claimed),
          writeOccurrence({ ...claimed, state: { kind: 'posted' } }),
          claimed.daily,
          postEntry(claimed.daily, claimed.day),
          round.id,
          message,
          round.number,
          round.card.id,
          round.closesAt + STRAGGLERS,
        ],
      );
      await wake.by(community, round.closesAt + STRAGGLERS);
      return done === 1;
    },

    release: (claimed, community, round, at) =>
      end(claimed, { kind: 'pending' }, community, round, at),
    end: (read, ended, community, round) => end(read, ended, community, round, null),
  };

  async function firstSecret(community: CommunityId): Promise<string> {
    const secret = await db.ask((redis) => redis.get(db.key(community, 'secret')));
    return secret ?? '';
  }
}
