import { HOUR, type Instant, MINUTE } from '../../../src/core/day.ts';

/** What the clocks of a zone show, told by Intl alone: a second opinion on the code under test. */
export interface WallClock {
  readonly zone: string;
  /** Milliseconds ahead of UTC. */
  offsetAt(at: Instant): number;
  /** The first moment that shows `wall` (milliseconds, read as if it were UTC), or the end of the gap over it. */
  firstShowing(wall: number): Instant;
  /** Where the clocks jump, forward or back, between two moments. */
  jumpsBetween(from: Instant, to: Instant): Instant[];
}

export function wallClock(zone: string): WallClock {
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

  function offsetAt(at: Instant): number {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = format
      .format(at)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute, second) - at;
  }

  /** The one jump between two moments that differ in offset, to the minute. */
  function jumpBetween(from: Instant, to: Instant): Instant {
    let [before, after] = [from, to];
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
      if (offsetAt(middle) === offsetAt(from)) before = middle;
      else after = middle;
    }
    return after;
  }

  return {
    zone,
    offsetAt,

    firstShowing(wall) {
      const offsets = [offsetAt(wall - 36 * HOUR), offsetAt(wall + 36 * HOUR)];
      const showing = offsets
        .map((offset) => wall - offset)
        .filter((at) => at + offsetAt(at) === wall);
      if (showing.length > 0) return Math.min(...showing);
      return jumpBetween(wall - 36 * HOUR, wall + 36 * HOUR);
    },

    jumpsBetween(from, to) {
      const jumps: Instant[] = [];
      const step = 6 * 24 * HOUR;
      for (let at = from; at < to; at += step) {
        if (offsetAt(at) !== offsetAt(at + step)) jumps.push(jumpBetween(at, at + step));
      }
      return jumps;
    },
  };
}
