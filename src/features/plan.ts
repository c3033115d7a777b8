import { dueToPlan, PLAN_AHEAD } from '../core/daily.ts';
import { type Instant, MINUTE } from '../core/day.ts';
import type { CommunityId } from '../core/ids.ts';
import type { DailyToPlan, DueWork, Look, Plan } from '../ports/ledger.ts';
import { QueueAway, type WakeUp } from '../ports/queue.ts';
import { StoreAway } from '../ports/store.ts';
import { finishErasing } from './erase.ts';
import type { Parts } from './parts.ts';

/** Closes this far ahead get their job already, so that a reveal is not a minute late (milliseconds). */
const LOOK_AHEAD = MINUTE;
/** Planning again at half the horizon keeps a whole day in hand. */
const PLAN_AGAIN = PLAN_AHEAD / 2;
/** Communities that are looked at in one round trip … */
const TOGETHER = 250;
/** … and how many such groups beside each other: one after another, each would wait for the disk. */
const GROUPS_AT_ONCE = 4;

/** Finds what is due and wakes the workers. Any number of processes may do so at once. */
export interface Planner {
  /** Looks at every community with something due; meant for each minute and the start. */
  tick(): Promise<void>;
  /** Looks at one community now, e.g. after its organiser changed something. */
  look(community: CommunityId): Promise<void>;
}

export function createPlanner(parts: Parts): Planner {
  const { store, clock } = parts;
  return {
    look: (community) => lookAt(parts, [community]),
    async tick() {
      const due = await store.ledger.communitiesDue(clock.now() + LOOK_AHEAD);
      const groups = inGroups(due, TOGETHER).values();
      const lookOn = async (): Promise<void> => {
        for (const group of groups) {
          await forEachAlone(
            group,
            (some) => lookAt(parts, some),
            (community, cause) => parts.report(`looking at what is due in ${community}`, cause),
          );
        }
      };
      // One iterator for all: each community is looked at once.
      await Promise.all(Array.from({ length: GROUPS_AT_ONCE }, lookOn));
    },
  };
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  const groups: Item[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}

/** Does it for all together; where that fails for each alone, so that one keeps no other from what is due. */
async function forEachAlone<Item>(
  items: readonly Item[],
  work: (some: readonly Item[]) => Promise<void>,
  failed: (item: Item, cause: unknown) => void,
): Promise<void> {
  const alone = (item: Item): Promise<void> => work([item]).catch((cause) => failed(item, cause));
  if (items.length > 1) {
    await work(items).catch((cause) => {
      // Alone, each would only meet the same silence.
      if (cause instanceof StoreAway || cause instanceof QueueAway) throw cause;
      return Promise.all(items.map(alone));
    });
  } else await Promise.all(items.map(alone));
}

async function lookAt(parts: Parts, communities: readonly CommunityId[]): Promise<void> {
  const { ledger } = parts.store;
  const now = parts.clock.now();
  const until = now + LOOK_AHEAD;
  const found = await ledger.look(communities, until);
  const dueAtOnce = await planDailies(parts, found, until);
  const more = dueAtOnce.size > 0 ? await ledger.look([...dueAtOnce], until) : [];
  const looks = [...found.filter(({ community }) => !dueAtOnce.has(community)), ...more];
  await parts.queue.wake(
    looks.flatMap(({ community, due }) => due.flatMap((work) => wakeUpFor(community, work, now))),
  );
  for (const { community, due } of looks) await eraseDue(parts, community, due, now);
}

/** The job for a piece of work; none where it is not due yet or needs no worker. */
function wakeUpFor(community: CommunityId, work: DueWork, now: Instant): WakeUp | [] {
  if (work.kind === 'close') {
    const afterMs = Math.max(0, work.at - now);
    return { kind: 'close-round', data: { community, round: work.round }, afterMs };
  }
  if (work.kind === 'recount') {
    return { kind: 'recount-daily', data: { community, daily: work.daily }, afterMs: 0 };
  }
  if (work.kind === 'quiz') {
    const afterMs = Math.max(0, work.at - now);
    return { kind: 'run-quiz', data: { community, quiz: work.quiz }, afterMs };
  }
  return work.at > now ? [] : wakeUpNow(community, work);
}

function wakeUpNow(
  community: CommunityId,
  work: Exclude<DueWork, { kind: 'close' | 'recount' | 'quiz' }>,
): WakeUp | [] {
  switch (work.kind) {
    case 'post': {
      const { daily, day } = work;
      return { kind: 'post-occurrence', data: { community, daily, day }, afterMs: 0 };
    }
    case 'remind':
      return { kind: 'remind-round', data: { community, round: work.round }, afterMs: 0 };
    case 'count':
      return { kind: 'count-answers', data: { community, round: work.round }, afterMs: 0 };
    case 'ruling':
      return { kind: 'settle-ruling', data: { community, number: work.number }, afterMs: 0 };
    case 'verify':
      return { kind: 'verify-community', data: { community }, afterMs: 0 };
    case 'belonging':
    case 'presence':
      return { kind: 'attend-community', data: { community, about: work.kind }, afterMs: 0 };
    case 'plan':
    case 'erase':
      return [];
  }
}

async function eraseDue(
  parts: Parts,
  community: CommunityId,
  due: readonly DueWork[],
  now: Instant,
): Promise<void> {
  for (const work of due) {
    if (work.kind !== 'erase' || work.at > now) continue;
    await finishErasing(parts, community, work.member, work.at);
  }
}

/** Writes what is to be planned; the communities where something of it is due by `until`. */
async function planDailies(
  parts: Parts,
  looks: readonly Look[],
  until: Instant,
): Promise<ReadonlySet<CommunityId>> {
  const dueAtOnce = new Set<CommunityId>();
  const write = async (some: readonly DailyToPlan[]): Promise<void> => {
    const plans = some.map((each) => planOf(each, parts.clock.now()));
    await parts.store.ledger.plan(plans);
    for (const { daily, dues } of plans) {
      if (dues[0] && dues[0].at <= until) dueAtOnce.add(daily.community);
    }
  };
  const toPlan = looks.flatMap((look) => look.toPlan);
  // One that fails stays due.
  await forEachAlone(toPlan, write, ({ daily: { community, id } }, cause) =>
    parts.report(`planning ${community} ${id}`, cause),
  );
  return dueAtOnce;
}

function planOf({ daily, through, posted }: DailyToPlan, now: Instant): Plan {
  const after = through ?? daily.since;
  const dues = dueToPlan(daily, after, now, posted);
  return { daily, dues, through: dues.at(-1)?.at ?? after, againAt: now + PLAN_AGAIN };
}
