import type { Instant } from './day.ts';

/** How often something may happen: so many times at once, and once more after each pause. */
export interface Allowance {
  readonly atOnce: number;
  /** Milliseconds. */
  readonly pause: number;
}

/** An allowance that nothing was taken from. */
export const UNTOUCHED: Instant = Number.NEGATIVE_INFINITY;

export interface Taken {
  /** 0 where it may happen now; else how long to wait, in milliseconds. */
  readonly wait: number;
  /** When the allowance is whole again. What had to wait took nothing. */
  readonly wholeAt: Instant;
}

/**
 * Takes one from an allowance.
 *
 * @param wholeAt when it is whole again by what was taken so far
 */
export function take({ atOnce, pause }: Allowance, wholeAt: Instant, now: Instant): Taken {
  const most = atOnce * pause;
  // Whole later than everything taken at once would make it: the clock was set back, and nobody waits for that.
  const known = wholeAt > now + most ? now : Math.max(wholeAt, now);
  const wait = known + pause - (now + most);
  return wait > 0 ? { wait, wholeAt: known } : { wait: 0, wholeAt: known + pause };
}
