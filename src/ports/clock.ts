import type { Instant } from '../core/day.ts';

/** The one clock. Nothing else tells the time. */
export interface Clock {
  now(): Instant;
}
