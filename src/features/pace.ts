import { type Instant, SECOND } from '../core/day.ts';

/** The time between two messages that one process writes to single members on one platform (milliseconds). */
export const PACE = SECOND;

export interface Pace {
  /** 0 where a message may go out now, which counts as sent; else how long to wait, in milliseconds. */
  take(platform: string, now: Instant): number;
}

export function paceOf(): Pace {
  const latest = new Map<string, Instant>();
  return {
    take(platform, now) {
      const wait = (latest.get(platform) ?? Number.NEGATIVE_INFINITY) + PACE - now;
      // More than a whole pace: the clock was set back.
      if (wait > 0 && wait <= PACE) return wait;
      latest.set(platform, now);
      return 0;
    },
  };
}
