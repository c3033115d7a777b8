import type { Occurrence } from '../core/daily.ts';
import type { Day } from '../core/day.ts';
import { type CommunityId, dailyId, memberId, roundId } from '../core/ids.ts';
import { STRAGGLERS } from '../core/round.ts';
import type { DueWork, Ledger } from '../ports/store.ts';
import { type Database, scriptNamed } from './database.ts';
import { postEntry, VERIFY_ENTRY, writeDaily, writeOccurrence } from './rows.ts';
import type { Wake } from './wake.ts';

/** The most entries of one community that one look takes on; the rest follow at the next. */
const MOST_DUE = 1_000;

function readDueEntry(entry: string, at: number): DueWork {
  if (entry === VERIFY_ENTRY) return { kind: entry, at };
  const [kind, id = '', day] = entry.split(' ');
  if (kind === 'close' || kind === 'remind') return { kind, round: roundId.of(id), at };
  if (kind === 'erase') return { kind, member: memberId.of(id), at };
  if (kind === 'plan' || kind === 'recount') return { kind, daily: dailyId.of(id), at };
  return { kind: 'post', daily: dailyId.of(id), day: day as Day, at };
}

type Planning = Pick<
  Ledger,
  | 'communities'
  | 'communitiesDue'
  | 'due'
  | 'nextDue'
  | 'plannedThrough'
  | 'lastPosted'
  | 'plan'
  | 'callForward'
>;

/** What is due in each community, and how it gets there. */
export function createPlanning(db: Database, wake: Wake): Planning {
  const planOccurrences = scriptNamed('plan-occurrences');
  const callForward = scriptNamed('call-forward');
  const occurrencesKey = (community: CommunityId, daily: string): string =>
    db.key(community, 'occurrences', daily);
  const dueKey = (community: CommunityId): string => db.key(community, 'due');

  return {
    communities: () => wake.until(Number.POSITIVE_INFINITY),
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
  };
}
