import { HOUR, type Instant, MINUTE } from './day.ts';
import type { Round } from './round.ts';

/** How long after its post an open question shows new counts of its answers (milliseconds). */
const SHOWN_FOR = HOUR;
const EVERY = MINUTE;

/**
 * When an open question next shows how many have answered: as a full minute since its post is over. Null where the
 * first hour or the round ends before.
 */
export function nextCount({ openedAt, closesAt }: Round, now: Instant): Instant | null {
  const minutes = Math.max(1, Math.floor((now - openedAt) / EVERY) + 1);
  const at = openedAt + minutes * EVERY;
  return at > openedAt + SHOWN_FOR || at >= closesAt ? null : at;
}
