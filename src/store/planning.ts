import type { Occurrence } from '../core/daily.ts';
import type { Day, Instant } from '../core/day.ts';
import { type CommunityId, dailyId, memberId, quizId, roundId } from '../core/ids.ts';
import { STRAGGLERS } from '../core/round.ts';
import type { DailyToPlan, DueWork, Ledger, Look, Plan } from '../ports/ledger.ts';
import { type Call, type Database, scriptNamed } from './database.ts';
import {
  BELONGING_ENTRY,
  PRESENCE_ENTRY,
  postEntry,
  readDaily,
  VERIFY_ENTRY,
  writeDaily,
  writeOccurrence,
} from './rows.ts';
import type { Wake } from './wake.ts';

/** The most entries of one community that one look takes on; the rest follow at the next. */
const MOST_DUE = 1_000;

function readDueEntry(entry: string, at: number): DueWork {
  if (entry === VERIFY_ENTRY || entry === BELONGING_ENTRY || entry === PRESENCE_ENTRY) {
    return { kind: entry, at };
  }
  const [kind, id = '', day] = entry.split(' ');
  if (kind === 'close' || kind === 'remind' || kind === 'count')
    return { kind, round: roundId.of(id), at };
  if (kind === 'ruling') return { kind, number: Number(id), at };
  if (kind === 'quiz') return { kind, quiz: quizId.of(id), at };
  if (kind === 'erase') return { kind, member: memberId.of(id), at };
  if (kind === 'plan' || kind === 'recount') return { kind, daily: dailyId.of(id), at };
  return { kind: 'post', daily: dailyId.of(id), day: day as Day, at };
}

/** What `look-at-due` tells of a community. */
type LookReply = readonly [
  due: readonly string[],
  first: string | null,
  toPlan: readonly (readonly [text: string, through: string | null, posted: Day | null])[],
];

function readLook(community: CommunityId, [entries, , dailies]: LookReply): Look {
  const due = entries.flatMap((entry, at) =>
    at % 2 === 0 ? [readDueEntry(entry, Number(entries[at + 1]))] : [],
  );
  const toPlan = dailies.map(
    ([text, through, posted]): DailyToPlan => ({
      daily: readDaily(text),
      through: through === null ? null : Number(through),
      posted,
    }),
  );
  return { community, due, toPlan };
}

type Planning = Pick<
  Ledger,
  | 'communities'
  | 'communitiesDue'
  | 'look'
  | 'due'
  | 'nextDue'
  | 'lastPosted'
  | 'plan'
  | 'callForward'
>;

/** The earliest of what each community's plans made due. */
function earliestOf(plans: readonly Plan[]): ReadonlyMap<CommunityId, Instant> {
  const times = new Map<CommunityId, Instant>();
  for (const { daily, dues, againAt } of plans) {
    const known = times.get(daily.community) ?? Number.POSITIVE_INFINITY;
    times.set(daily.community, Math.min(known, againAt, ...dues.map(({ at }) => at)));
  }
  return times;
}

/** What is due in each community, and how it gets there. */
export function createPlanning(db: Database, wake: Wake): Planning {
  const lookAtDue = scriptNamed('look-at-due');
  const planOccurrences = scriptNamed('plan-occurrences');
  const callForward = scriptNamed('call-forward');
  const occurrencesKey = (community: CommunityId, daily: string): string =>
    db.key(community, 'occurrences', daily);
  const dueKey = (community: CommunityId): string => db.key(community, 'due');

  async function look(communities: readonly CommunityId[], until: Instant): Promise<Look[]> {
    await wake.looking(communities, until);
    const calls = communities.map(
      (community): Call => ({
        keys: [
          dueKey(community),
          db.key(community, 'dailies'),
          db.key(community, 'planned'),
          db.key(community, 'days-posted'),
        ],
        args: [until, MOST_DUE],
      }),
    );
    const replies = (await db.runEach(lookAtDue, calls).catch(async (cause) => {
      // Nobody has seen what is due: it must not wait for as long as where somebody had.
      await wake.byEach(new Map(communities.map((community) => [community, until])));
      throw cause;
    })) as LookReply[];
    const firsts = new Map<CommunityId, Instant>();
    const looks = communities.map((community, at) => {
      const reply = replies[at] as LookReply;
      if (reply[1] !== null) firsts.set(community, Number(reply[1]));
      return readLook(community, reply);
    });
    await wake.byEach(firsts);
    return looks;
  }

  function planCall({ daily, dues, through, againAt }: Plan): Call {
    const { community, id } = daily;
    const rows = dues.flatMap(({ day, at }) => {
      const row: Occurrence = { daily: id, day, at, state: { kind: 'pending' } };
      return [day, at, writeOccurrence(row)];
    });
    return {
      keys: [
        db.key(community, 'dailies'),
        occurrencesKey(community, id),
        dueKey(community),
        db.key(community, 'planned'),
      ],
      args: [id, writeDaily(daily), through, againAt, ...rows],
    };
  }

  return {
    communities: () => wake.until(Number.POSITIVE_INFINITY),
    communitiesDue: (until) => wake.until(until),

    look,
    due: async (community, until) => (await look([community], until)).flatMap(({ due }) => due),

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

    async lastPosted(community, daily) {
      const day = await db.ask((redis) => redis.hget(db.key(community, 'days-posted'), daily));
      return day as Day | null;
    },

    async plan(plans) {
      const written = db.runEach(planOccurrences, plans.map(planCall));
      // Whatever came of the others: a community that is woken for nothing takes no harm.
      await written.finally(() => wake.byEach(earliestOf(plans)));
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
