import { HOUR, type Instant, MINUTE } from '../../src/core/day.ts';

const DAY = 24 * HOUR;
const QUARTER = 15 * MINUTE;
/** What the clocks of a zone show, told by Intl alone; how far they are ahead of UTC (milliseconds). */
function offsetsOf(zone: string): (at: Instant) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = format
      .format(at)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - at;
  };
}

/** From `start` to `end` the clocks are `offset` ahead of UTC. */
export interface Stretch {
  readonly start: Instant;
  readonly end: Instant;
  readonly offset: number;
}

/** The stretches between two moments, found by looking every `step` milliseconds; two changes within one are missed. */
export function stretchesOf(zone: string, from: Instant, to: Instant, step: number): Stretch[] {
  const offsetAt = offsetsOf(zone);
  const found: Stretch[] = [];
  let start = from;
  for (let at = from; at < to; at += step) {
    const offset = offsetAt(at);
    if (offsetAt(at + step) === offset) continue;
    let [before, after] = [at, at + step];
    while (after - before > 1_000) {
      const middle = before + Math.floor((after - before) / 2_000) * 1_000;
      if (offsetAt(middle) === offset) before = middle;
      else after = middle;
    }
    found.push({ start, end: after, offset });
    start = after;
  }
  found.push({ start, end: to, offset: offsetAt(start) });
  return found;
}

/**
 * Every quarter of an hour that a calendar has, with the first moment at which clocks show it, or the end of the gap
 * over it: read off by walking through the moments in their order, and so without any conversion.
 */
export function* quarters(stretches: readonly Stretch[]): Generator<{ wall: number; at: Instant }> {
  const first = stretches[0] as Stretch;
  let wall = Math.ceil((first.start + first.offset) / QUARTER) * QUARTER;
  for (const { start, end, offset } of stretches) {
    for (; wall < start + offset; wall += QUARTER) yield { wall, at: start };
    for (; wall < end + offset; wall += QUARTER) yield { wall, at: wall - offset };
  }
}

/** `2026-11-23 09:15` of a wall time. */
export function shownAt(wall: number): { readonly day: string; readonly time: string } {
  const iso = new Date(wall).toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) };
}

/** True within two days of a change of the clocks. */
export function isNearChange(stretches: readonly Stretch[], at: Instant): boolean {
  return stretches.some(({ start }, index) => index > 0 && Math.abs(at - start) <= 2 * DAY);
}
