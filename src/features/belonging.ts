import type { Locale } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import type { Daily } from '../core/daily.ts';
import { HOUR, type Instant } from '../core/day.ts';
import type { CommunityId } from '../core/ids.ts';
import type { Place } from '../ports/belonging.ts';
import { runningPlatform, type Whereabouts } from '../ports/platform.ts';
import type { JobResult } from '../ports/queue.ts';
import { forgiveRounds } from './forgive.ts';
import type { Parts } from './parts.ts';

/**
 * A daily that the bot paused by itself this long before the removal was told ran into that very removal, which can go
 * unnoticed for a week (ms).
 */
const SAME_CAUSE = 8 * 24 * HOUR;
/** The wait where the platform cannot say whether the bot is back. */
const ASK_AGAIN = HOUR;
/** How often the dailies are read again that somebody else changed meanwhile. */
const MOST_READS = 10;

const DONE: JobResult = { kind: 'done' };

/** Takes in what platforms tell of the bot itself. */
export interface Heeding {
  /** Always resolves; a word that could not be written down is kept for {@link Heeding.again}. */
  heed(word: Whereabouts): Promise<void>;
  /** Tries again what could not be written down; meant for each minute. */
  again(): Promise<void>;
}

export function createHeeding(parts: Parts): Heeding {
  const waiting = new Map<CommunityId, Whereabouts>();

  async function heed(word: Whereabouts): Promise<void> {
    const { community } = word;
    try {
      if (await noted(parts, word)) {
        const data = { community, about: 'belonging' } as const;
        await parts.queue.wake([{ kind: 'attend-community', data, afterMs: 0 }]);
      }
    } catch (cause) {
      waiting.set(community, word);
      parts.report(`noting that the bot ${word.isThere ? 'is in' : 'left'} ${community}`, cause);
    }
  }

  return {
    heed,
    async again() {
      const words = [...waiting.values()];
      waiting.clear();
      await Promise.all(words.map(heed));
    },
  };
}

function noted(
  { store: { belonging }, retention }: Parts,
  { community, isThere, at }: Whereabouts,
): Promise<boolean> {
  return isThere
    ? belonging.returned(community, at)
    : belonging.removed(community, at, at + retention.forgetAfter);
}

/** The job behind it. Every step stands in the store, so that a crash leaves nothing half done. */
export async function settleBelonging(parts: Parts, community: CommunityId): Promise<JobResult> {
  const { belonging } = parts.store;
  const place = await belonging.place(community);
  switch (place?.kind) {
    case undefined:
      return { kind: 'drop', because: 'the bot was never removed' };
    case 'removed':
      return afterRemoval(parts, community, place);
    case 'returned':
      await changeDailies(parts, community, (daily, now) => resumed(daily, now, parts.language));
      await belonging.settled(community, place, null);
      return DONE;
    case 'forgetting':
      await belonging.forget(community, place);
      return DONE;
  }
}

async function afterRemoval(
  parts: Parts,
  community: CommunityId,
  place: Extract<Place, { kind: 'removed' }>,
): Promise<JobResult> {
  if (parts.clock.now() >= place.forgetAt) return forgetUnlessBack(parts, community, place);
  await changeDailies(parts, community, (daily, now) =>
    paused(daily, now, place.at, parts.language),
  );
  await parts.store.belonging.settled(community, place, place.forgetAt);
  parts.report(`leaving ${community}`, textsFor('en').belonging.removed);
  return DONE;
}

/** Asked once more: the bot may have come back while no process listened. */
async function forgetUnlessBack(
  parts: Parts,
  community: CommunityId,
  place: Place,
): Promise<JobResult> {
  const { belonging } = parts.store;
  const now = parts.clock.now();
  const platform = runningPlatform(parts.platforms, community);
  switch ((await platform?.knows(community, null)) ?? 'cannot tell') {
    case 'here':
      await belonging.returned(community, now);
      return { kind: 'again', afterMs: 0 };
    case 'cannot tell':
      await belonging.settled(community, place, now + ASK_AGAIN);
      return DONE;
    case 'gone':
      if (await belonging.forget(community, place)) {
        parts.report(`forgetting ${community}`, textsFor('en').belonging.removed);
      }
      return DONE;
  }
}

/** What becomes of a daily, with the deed for the audit log; null where it stays. */
type Change = (
  daily: Daily,
  now: Instant,
) => { readonly daily: Daily; readonly deed: string } | null;

async function changeDailies(parts: Parts, community: CommunityId, change: Change): Promise<void> {
  for (let reads = 0; reads < MOST_READS; reads++) {
    const dailies = await parts.store.dailies.list(community);
    const all = await Promise.all(dailies.map((daily) => changeOne(parts, daily, change)));
    if (all.every(Boolean)) return;
  }
  throw new Error(`the dailies of ${community} changed each time they were read`);
}

/** False where somebody else changed it meanwhile. */
async function changeOne(parts: Parts, daily: Daily, change: Change): Promise<boolean> {
  const { dailies, rounds, audit } = parts.store;
  const { community, id } = daily;
  const now = parts.clock.now();
  const to = change(daily, now);
  if (!to) return true;
  const open = to.daily.paused ? await rounds.open(community, id, now) : null;
  if (!(await dailies.replace(daily, to.daily, to.daily.paused ? now : null))) return false;
  await audit.add(community, { at: now, by: null, deed: to.deed });
  // Nobody could answer it any more.
  const { removed } = textsFor(parts.language).belonging;
  if (open) await forgiveRounds(parts, community, id, [open.number], removed);
  return true;
}

function paused(
  daily: Daily,
  now: Instant,
  removedAt: Instant,
  language: Locale,
): ReturnType<Change> {
  if (daily.untilReturn) return null;
  const ranIntoIt = daily.suspended !== undefined && daily.since >= removedAt - SAME_CAUSE;
  if (daily.paused && !ranIntoIt) return null;
  const texts = textsFor(language);
  const suspended = texts.belonging.removed;
  const revision = daily.revision + 1;
  return {
    daily: { ...daily, paused: true, suspended, untilReturn: true, since: now, revision },
    deed: texts.audit.suspended(daily.id, suspended),
  };
}

/** What fell due meanwhile does not exist. */
function resumed(daily: Daily, now: Instant, language: Locale): ReturnType<Change> {
  if (!daily.untilReturn) return null;
  const { suspended: _, untilReturn: __, ...kept } = daily;
  return {
    daily: { ...kept, paused: false, since: now, revision: daily.revision + 1 },
    deed: textsFor(language).belonging.resumed(daily.id),
  };
}
