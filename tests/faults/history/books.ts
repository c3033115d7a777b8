import { Redis } from 'ioredis';
import type { Day } from '../../../src/core/day.ts';
import type {
  BookedAnswer,
  BookedForgiven,
  BookedPoints,
  BookedRound,
  BookedStreak,
  Books,
  History,
  Row,
} from './history.ts';

/** The store as it lies in Redis, read without the code under test. */
export interface BookKeeper {
  /** When the next question or close falls due; those of `ignored` communities and older than `from` left out. */
  nextDue(communities: readonly string[], from: number): Promise<number | null>;
  /** Jobs that wait, run or will run again. */
  jobsLeft(): Promise<number>;
  read(history: History): Promise<Books>;
  close(): void;
}

const KINDS = ['record-answers', 'post-occurrence', 'close-round'] as const;

export function keepBooks(socket: string, prefix: string): BookKeeper {
  const redis = new Redis({ path: socket, maxRetriesPerRequest: null });
  redis.on('error', () => {});
  const key = (community: string, ...parts: readonly string[]): string =>
    `${prefix}:{${community}}:${parts.join(':')}`;
  const jobs = (kind: string, list: string): string => `{${prefix}:${kind}}:${kind}:${list}`;

  async function nextDue(communities: readonly string[], from: number): Promise<number | null> {
    const pipeline = redis.pipeline();
    for (const community of communities) {
      pipeline.zrangebyscore(key(community, 'due'), from, '+inf', 'WITHSCORES', 'LIMIT', 0, 12);
    }
    const replies = (await pipeline.exec()) ?? [];
    const times = replies.flatMap(([, reply]) => {
      const entries = (reply ?? []) as string[];
      const at = entries.findIndex((entry) => /^(post|close) /.test(entry));
      return at < 0 ? [] : [Number(entries[at + 1])];
    });
    return times.length > 0 ? Math.min(...times) : null;
  }

  async function jobsLeft(): Promise<number> {
    const counts = KINDS.flatMap((kind) => [
      redis.llen(jobs(kind, 'wait')),
      redis.llen(jobs(kind, 'active')),
      kind === 'record-answers' ? redis.zcard(jobs(kind, 'delayed')) : 0,
    ]);
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  async function readDaily(community: string, daily: string) {
    const [rows, streaks, forgiven] = await Promise.all([
      redis.hgetall(key(community, 'occurrences', daily)),
      redis.hgetall(key(community, 'streaks', daily)),
      redis.hget(key(community, 'forgiven'), daily),
    ]);
    return {
      rows: Object.values(rows).map((text) => readRow(community, daily, text)),
      streaks: Object.entries(streaks).flatMap(([member, text]): BookedStreak[] =>
        text === '' ? [] : [{ community, daily, member, ...readRun(text) }],
      ),
      forgiven: {
        community,
        daily,
        numbers: (forgiven ?? '').split(' ').filter(Boolean).map(Number),
      } satisfies BookedForgiven,
    };
  }

  async function readRound(community: string, round: string) {
    const [fields, open, rows] = await Promise.all([
      redis.hgetall(key(community, 'round', round)),
      redis.hget(key(community, 'open'), round),
      redis.hgetall(key(community, 'answers', round)),
    ]);
    const answers = Object.entries(rows).map(([member, text]) =>
      readAnswer(community, round, member, text),
    );
    const data = fields['data'];
    if (data === undefined) return { rounds: [], answers };
    const { daily, day, number } = JSON.parse(data) as BookedRound;
    const closesAt = Number(open === null ? fields['closesAt'] : open.split(' ')[0]);
    return {
      rounds: [{ community, round, daily, day, number, closesAt, open: open !== null }],
      answers,
    };
  }

  async function readPoints(community: string): Promise<BookedPoints[]> {
    const boards = await Promise.all(
      ['board', 'points'].map((name) =>
        redis.zrange(key(community, name, 'all'), 0, '-1', 'WITHSCORES'),
      ),
    );
    return boards.flatMap((entries) =>
      entries.flatMap((member, at) => {
        const points = Math.abs(Number(entries[at + 1]));
        return at % 2 === 0 && points > 0 ? [{ community, member, points }] : [];
      }),
    );
  }

  return {
    nextDue,
    jobsLeft,
    async read({ orders, claims }) {
      const dailies = distinct(orders.map(({ community, daily }) => [community, daily]));
      const rounds = distinct(claims.map(({ community, round }) => [community, round]));
      const communities = [...new Set(orders.map(({ community }) => community))];
      const ofDailies = await eachOf(dailies, readDaily);
      const ofRounds = await eachOf(rounds, readRound);
      const points = await eachOf(
        communities.map((each) => [each, ''] as const),
        readPoints,
      );
      return {
        rows: ofDailies.flatMap(({ rows }) => rows),
        streaks: ofDailies.flatMap(({ streaks }) => streaks),
        forgiven: ofDailies.map(({ forgiven }) => forgiven),
        rounds: ofRounds.flatMap((each) => each.rounds),
        answers: ofRounds.flatMap(({ answers }) => answers),
        points: points.flat(),
        deadLetters: await redis.zcard(jobs('record-answers', 'failed')),
      };
    },
    close: () => redis.disconnect(),
  };
}

type Pair = readonly [string, string];

function distinct(pairs: readonly (readonly string[])[]): Pair[] {
  return [...new Set(pairs.map((pair) => pair.join(' ')))].map((text) => text.split(' ') as never);
}

/** A hundred at a time, so that thousands do not wait in one process's memory. */
async function eachOf<Result>(
  pairs: readonly Pair[],
  read: (first: string, second: string) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < pairs.length; at += 100) {
    results.push(...(await Promise.all(pairs.slice(at, at + 100).map((pair) => read(...pair)))));
  }
  return results;
}

function readRow(community: string, daily: string, text: string): Row {
  const { day, at, state } = JSON.parse(text) as {
    readonly day: Day;
    readonly at: number;
    readonly state: { readonly kind: string; readonly reason?: string };
  };
  return { community, daily, day, at, kind: state.kind, reason: state.reason ?? '' };
}

function readRun(text: string) {
  const [current = 0, longest = 0, last = 0, credited = 0, freezes = 0] = text
    .split(' ')
    .map(Number);
  return { current, longest, last, credited, freezes };
}

function readAnswer(community: string, round: string, member: string, text: string): BookedAnswer {
  const { e, r, p } = JSON.parse(text) as {
    readonly e: string;
    readonly r: { readonly picks?: readonly number[] };
    readonly p: number;
  };
  return { community, round, member, event: e, pick: r.picks?.[0] ?? -1, points: p };
}
