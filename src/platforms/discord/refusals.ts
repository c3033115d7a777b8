import type { Instant } from '../../core/day.ts';
import type { Clock } from '../../ports/clock.ts';

/** Discord shuts out an address after 10,000 refused requests in 10 minutes. */
const SPAN = 10 * 60_000;
export const MOST_REFUSALS = 1_000;

/** Counts requests that Discord refused, so that we fall silent long before it shuts us out. */
export interface Refusals {
  count(): void;
  /** The wait until requests may go out again (milliseconds); 0: they may. */
  wait(): number;
}

export function countRefusals(clock: Clock): Refusals {
  const times: Instant[] = [];
  return {
    count() {
      times.push(clock.now());
      if (times.length > MOST_REFUSALS) times.shift();
    },
    wait() {
      const [oldest] = times;
      if (times.length < MOST_REFUSALS || oldest === undefined) return 0;
      return Math.max(0, oldest + SPAN - clock.now());
    },
  };
}

interface Answered {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
}

/** Whether Discord counts it against us; a limit that other bots share is not. */
export function isRefusal({ status, headers }: Answered): boolean {
  if (status === 429) return headers.get('x-ratelimit-scope') !== 'shared';
  return status === 401 || status === 403;
}

/** For how long Discord asks the bot as a whole to wait (milliseconds); 0: it does not. */
export function waitOfAll({ status, headers }: Answered): number {
  if (status !== 429 || headers.get('x-ratelimit-global') === null) return 0;
  return Math.ceil(Number(headers.get('retry-after') ?? 1) * 1_000) || 0;
}
