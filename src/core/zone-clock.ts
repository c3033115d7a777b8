import { Temporal } from 'temporal-polyfill';
import { HOUR, type Instant } from './day.ts';

/** Milliseconds since 1970-01-01 00:00 as a wall clock and its calendar show them. */
type WallTime = number;

/** Longer than any zone is ahead of or behind UTC, with a change of the clocks on top (milliseconds). */
const WIDEST = 36 * HOUR;
/** How far back a table begins before the earliest moment asked for (milliseconds). */
const MARGIN = 40 * 24 * HOUR;

/** What the clocks of a zone show, from a table of its changes that grows as far as it is asked. */
export interface ZoneClock {
  wallAt(at: Instant): WallTime;
  /**
   * The first moment at which the clocks show this time or a later one: the first of two where they go back, the end of
   * the gap where they jump over it.
   */
  firstShowing(wall: WallTime): Instant;
}

const clocks = new Map<string, ZoneClock>();

/** Made once for each zone: finding a change of the clocks costs a thousand times as much as looking it up. */
export function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  const made = makeZoneClock(zone);
  clocks.set(zone, made);
  return made;
}

/** From `start` to the next one's the clocks are `offset` ahead of UTC. */
interface Stretch {
  readonly start: Instant;
  readonly offset: number;
}

function makeZoneClock(zone: string): ZoneClock {
  let table: Stretch[] = [];
  /** The table holds everything from here … */
  let begin = Number.POSITIVE_INFINITY;
  /** … up to here, where its last stretch starts. */
  let end = Number.POSITIVE_INFINITY;

  function reach(from: Instant, to: Instant): void {
    if (from < begin) {
      begin = from - MARGIN;
      end = begin;
      table = [stretchAt(zone, begin)];
    }
    while (end <= to) {
      const next = changeAfter(zone, end);
      end = next ?? Number.POSITIVE_INFINITY;
      if (next !== null) table.push(stretchAt(zone, next));
    }
  }

  /** The place in the table of the stretch that holds `at`. */
  function placeOf(at: Instant): number {
    let [low, high] = [0, table.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((table[middle] as Stretch).start <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  return {
    wallAt(at) {
      reach(at, at);
      return at + (table[placeOf(at)] as Stretch).offset;
    },

    firstShowing(wall) {
      reach(wall - WIDEST, wall + WIDEST);
      for (let place = placeOf(wall - WIDEST); ; place++) {
        const { start, offset } = table[place] as Stretch;
        const ends = table[place + 1]?.start ?? Number.POSITIVE_INFINITY;
        const at = Math.max(start, wall - offset);
        if (at < ends) return at;
      }
    },
  };
}

const zoned = (zone: string, at: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

function stretchAt(zone: string, start: Instant): Stretch {
  return { start, offset: zoned(zone, start).offsetNanoseconds / 1e6 };
}

function changeAfter(zone: string, at: Instant): Instant | null {
  return zoned(zone, at).getTimeZoneTransition('next')?.epochMilliseconds ?? null;
}
