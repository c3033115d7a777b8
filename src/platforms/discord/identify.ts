import { setTimeout as elapsed } from 'node:timers/promises';
import type { IIdentifyThrottler } from '@discordjs/ws';
import type { Instant } from '../../core/day.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Shelf } from '../../ports/shelf.ts';

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
  readonly last: Instant;
  readonly troubles: number;
}

/** When shards identified last: it outlives the process, for one that crashes at each start identifies at each. */
export interface IdentifyMemory {
  read(shard: number): Promise<Shard | null>;
  write(shard: number, known: Shard): Promise<void>;
}

/** Without a shelf it lasts as long as the process. What the shelf cannot take is reported and goes on without. */
export function identifyMemory(
  application: string,
  shelf: Pick<Shelf, 'get' | 'put'> | null,
  report: (doing: string, cause: unknown) => void,
): IdentifyMemory {
  const own = new Map<number, Shard>();
  const name = (shard: number): string => `discord:identify:${application}:${shard}`;
  const doing = 'remembering when Discord was logged in to';
  return {
    async read(shard) {
      const known = own.get(shard);
      if (known || !shelf) return known ?? null;
      const text = await shelf.get(name(shard)).catch((cause) => {
        report(doing, cause);
        return null;
      });
      const [last, troubles] = (text ?? '').split(' ').map(Number);
      return last !== undefined && troubles !== undefined ? { last, troubles } : null;
    },
    async write(shard, known) {
      own.set(shard, known);
      const text = `${known.last} ${known.troubles}`;
      await shelf?.put(name(shard), text).catch((cause) => report(doing, cause));
    },
  };
}

/**
 * Lets shards identify at Discord's pace, and ever more slowly where one does so again and again: a thousand a day end
 * all sessions and the token.
 */
export function patientThrottler(
  pace: IIdentifyThrottler,
  clock: Clock,
  memory: IdentifyMemory,
  firstDelay = 0,
  wait = (ms: number, signal: AbortSignal) => elapsed(ms, undefined, { signal, ref: false }),
): IIdentifyThrottler {
  const started = new Set<number>();
  return {
    async waitForIdentify(id, signal) {
      const known = await memory.read(id);
      const isTrouble = known !== null && clock.now() - known.last < CALM + known.troubles * CALM;
      const troubles = isTrouble ? known.troubles + 1 : 0;
      const delay = Math.max(identifyDelay(troubles), started.has(id) ? 0 : firstDelay);
      started.add(id);
      if (delay > 0) await wait(delay, signal);
      await pace.waitForIdentify(id, signal);
      // Before it identifies: a crash in that very moment counts too.
      await memory.write(id, { last: clock.now(), troubles });
    },
  };
}
