import { type Daily, dueToPlan, PLAN_AHEAD } from '../core/daily.ts';
import { MINUTE } from '../core/day.ts';
import type { CommunityId } from '../core/ids.ts';
import type { DueWork } from '../ports/store.ts';
import type { Parts } from './parts.ts';

/** Closes this far ahead get their job already, so that a reveal is not a minute late (milliseconds). */
const LOOK_AHEAD = MINUTE;
/** Planning again at half the horizon keeps a whole day in hand. */
const PLAN_AGAIN = PLAN_AHEAD / 2;

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
    const planned = await planDailies(parts, community, found);
    const due = planned ? await store.ledger.due(community, until) : found;
    for (const work of due) await wake(parts, community, work, now);
  }

  return {
    look,
    async tick() {
      for (const community of await store.ledger.communitiesDue(clock.now() + LOOK_AHEAD)) {
        try {
          await look(community);
        } catch (cause) {
          parts.report(`looking at what is due in ${community}`, cause);
        }
      }
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
  }
}

async function planDailies(
  parts: Parts,
  community: CommunityId,
  due: readonly DueWork[],
): Promise<boolean> {
  const plans = due.filter((work) => work.kind === 'plan');
  for (const { daily: id } of plans) {
    try {
      const daily = await parts.store.dailies.get(community, id);
      if (daily) await planDaily(parts, daily);
    } catch (cause) {
      // It stays due, and what else is due there must not wait for it.
      parts.report(`planning ${community} ${id}`, cause);
    }
  }
  return plans.length > 0;
}

async function planDaily(parts: Parts, daily: Daily): Promise<void> {
  const { ledger } = parts.store;
  const { community, id } = daily;
  const now = parts.clock.now();
  const through = (await ledger.plannedThrough(community, id)) ?? daily.since;
  const dues = dueToPlan(daily, through, now, await ledger.lastPosted(community, id));
  await ledger.plan(daily, dues, dues.at(-1)?.at ?? through, now + PLAN_AGAIN);
}
