import { type Instant, MINUTE } from './day.ts';
import type { Round } from './round.ts';

/** A span in which members could not reach the bot, as it noticed itself. */
export interface Outage {
  readonly from: Instant;
  readonly to: Instant;
}

/** A shorter silence is a restart, which costs nobody a question (milliseconds). */
const SHORTEST_OUTAGE = 5 * MINUTE;

/** The outage between two signs of life, if it was one. */
export function outageBetween(from: Instant, to: Instant): Outage | null {
  return to - from > SHORTEST_OUTAGE ? { from, to } : null;
}

/**
 * True where an outage cost members their chance: the round closed during one, or outages took half of the
 * time that it was open. Nobody's miss of such a round counts.
 */
export function isSpoiled(
  { openedAt, closesAt }: Pick<Round, 'openedAt' | 'closesAt'>,
  outages: readonly Outage[],
): boolean {
  const lost = outages.reduce((sum, { from, to }) => {
    return sum + Math.max(0, Math.min(to, closesAt) - Math.max(from, openedAt));
  }, 0);
  const closedInOne = outages.some(({ from, to }) => from < closesAt && closesAt <= to);
  return closedInOne || (lost > 0 && lost * 2 >= closesAt - openedAt);
}
