import { dueToPlan, PLAN_AHEAD } from '../core/daily.ts';
import { type Instant, MINUTE } from '../core/day.ts';
import type { CommunityId, DailyId } from '../core/ids.ts';
import type { DueWork } from '../ports/store.ts';
import { finishErasing } from './erase.ts';
import type { Parts } from './parts.ts';

/** Closes this far ahead get their job already, so that a reveal is not a minute late (milliseconds). */
const LOOK_AHEAD = MINUTE;
/** Planning again at half the horizon keeps a whole day in hand. */
const PLAN_AGAIN = PLAN_AHEAD / 2;
/** Communities that are looked at beside each other: one after another, each would wait for the disk. */
const AT_ONCE = 256;

/** Finds what is due and wakes the workers. Any number of processes may do so at once. */
export interface Planner {
  /** Looks at every community with something due; meant for each minute and the start. */
  tick(): Promise<void>;
  /** Looks at one community now, e.g. after its organiser changed something. */
  look(community: CommunityId): Promise<void>;
}

export function createPlanner(parts: Parts): Planner {
  const { store, clock } = parts;

  async function look(community: CommunityId): Promise<void> {
    const now = clock.now();
    const until = now + LOOK_AHEAD;
    const found = await store.ledger.due(community, until);
    const earliest = await planDailies(parts, community, found);
    const due = earliest <= until ? await store.ledger.due(community, until) : found;
    for (const work of due) await wake(parts, community, work, now);
  }

  return {
    look,
    async tick() {
      const due = (await store.ledger.communitiesDue(clock.now() + LOOK_AHEAD)).values();
      const lookOn = async (): Promise<void> => {
        for (const community of due) {
          try {
            await look(community);
          } catch (cause) {
            parts.report(`looking at what is due in ${community}`, cause);
          }
        }
      };
      // One iterator for all: each community is looked at once.
      await Promise.all(Array.from({ length: AT_ONCE }, lookOn));
    },
  };
}

async function wake(
  parts: Parts,
  community: CommunityId,
  work: DueWork,
  now: number,
): Promise<void> {
  switch (work.kind) {
    case 'plan':
      return;
    case 'post':
      if (work.at > now) return;
      return parts.queue.postOccurrence({ community, daily: work.daily, day: work.day });
    case 'close':
      return parts.queue.closeRound({ community, round: work.round }, Math.max(0, work.at - now));
    case 'recount':
      return parts.queue.recountDaily({ community, daily: work.daily });
    case 'remind':
      if (work.at > now) return;
      return parts.queue.remindRound({ community, round: work.round });
    case 'erase':
      if (work.at > now) return;
      return finishErasing(parts, community, work.member, work.at);
    case 'verify':
      if (work.at > now) return;
      return parts.queue.verifyCommunity({ community });
  }
}

/** The earliest due time among what it planned; infinity for nothing. */
async function planDailies(
  parts: Parts,
  community: CommunityId,
  due: readonly DueWork[],
): Promise<Instant> {
  let earliest = Number.POSITIVE_INFINITY;
  for (const { daily } of due.filter((work) => work.kind === 'plan')) {
    try {
      earliest = Math.min(earliest, await planDaily(parts, community, daily));
    } catch (cause) {
      // It stays due, and what else is due there must not wait for it.
      parts.report(`planning ${community} ${daily}`, cause);
    }
  }
  return earliest;
}

/** The earliest due time that it wrote. */
async function planDaily(parts: Parts, community: CommunityId, id: DailyId): Promise<Instant> {
  const { dailies, ledger } = parts.store;
  const [daily, planned, posted] = await Promise.all([
    dailies.get(community, id),
    ledger.plannedThrough(community, id),
    ledger.lastPosted(community, id),
  ]);
  if (!daily) return Number.POSITIVE_INFINITY;
  const now = parts.clock.now();
  const through = planned ?? daily.since;
  const dues = dueToPlan(daily, through, now, posted);
  await ledger.plan(daily, dues, dues.at(-1)?.at ?? through, now + PLAN_AGAIN);
  return dues[0]?.at ?? Number.POSITIVE_INFINITY;
}
