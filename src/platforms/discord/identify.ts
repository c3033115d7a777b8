import { setTimeout as elapsed } from 'node:timers/promises';
import type { IIdentifyThrottler } from '@discordjs/ws';
import type { Instant } from '../../core/day.ts';
import type { Clock } from '../../ports/clock.ts';

const SECOND = 1_000;
/** A shard that identified no longer ago than this is in trouble (milliseconds). */
const CALM = 60 * SECOND;
const LONGEST = 5 * 60 * SECOND;

/** The wait before a shard identifies once more, after `troubles` in a row (milliseconds). */
export function identifyDelay(troubles: number): number {
  return troubles === 0 ? 0 : Math.min(LONGEST, 5 * SECOND * 2 ** (troubles - 1));
}

/** How many starts Discord still allows, of how many, and until when (milliseconds). */
export interface StartsLeft {
  readonly total: number;
  readonly remaining: number;
  readonly reset_after: number;
}

/**
 * The wait before a start (milliseconds). Discord itself counts starts over all processes, so one that is started again
 * and again slows down when half of them are gone, and never uses up the rest.
 */
export function startDelay({ total, remaining, reset_after }: StartsLeft): number {
  if (remaining * 2 > total) return 0;
  return Math.min(LONGEST, Math.ceil((2 * reset_after) / Math.max(1, remaining)));
}

interface Shard {
  last: Instant;
  troubles: number;
}

/**
 * Lets shards identify at Discord's pace, and ever more slowly where one does so again and again: a thousand a day end
 * all sessions and the token.
 */
export function patientThrottler(
  pace: IIdentifyThrottler,
  clock: Clock,
  firstDelay = 0,
  wait = (ms: number, signal: AbortSignal) => elapsed(ms, undefined, { signal, ref: false }),
): IIdentifyThrottler {
  const shards = new Map<number, Shard>();
  return {
    async waitForIdentify(id, signal) {
      const known = shards.get(id);
      const isTrouble =
        known !== undefined && clock.now() - known.last < CALM + known.troubles * CALM;
      const troubles = isTrouble ? known.troubles + 1 : 0;
      const delay = known === undefined ? firstDelay : identifyDelay(troubles);
      if (delay > 0) await wait(delay, signal);
      await pace.waitForIdentify(id, signal);
      shards.set(id, { last: clock.now(), troubles });
    },
  };
}
