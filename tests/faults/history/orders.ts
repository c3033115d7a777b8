import { HOUR, type Instant, parseDay, SECOND } from '../../../src/core/day.ts';
import { type WallClock, wallClock } from '../../unit/core/wall-clock.ts';
import type { Order, Times } from './history.ts';

/** A daily as it may stand: a small model of the orders, told without the code under test. */
export interface Standing {
  readonly times: Times;
  readonly paused: boolean;
  /** Occurrences due by then do not exist; the earliest and the latest that this can be. */
  readonly since: readonly [Instant, Instant];
}

/** A span of time and every way in which the daily may stand in it; null: not there. */
export interface Epoch {
  readonly from: Instant;
  readonly to: Instant;
  readonly standings: readonly (Standing | null)[];
}

/** How far the process's idea of now may be from ours where its clock is right: skew, and the way of a message. */
const NOW_BLUR = 5 * SECOND;

/** The daily's life, from its orders in the order in which they were given. */
export function epochsOf(orders: readonly Order[], end: Instant): Epoch[] {
  const epochs: Epoch[] = [];
  let standings: readonly (Standing | null)[] = [null];
  let from = Number.NEGATIVE_INFINITY;
  for (const order of orders) {
    const after = standings.map((standing) => obeyed(standing, order));
    const either = [...standings, ...after];
    epochs.push({ from, to: order.from, standings });
    epochs.push({ from: order.from, to: order.to, standings: either });
    if (order.outcome === 'done') standings = after;
    if (order.outcome === 'unsure') standings = distinct(either);
    from = order.to;
  }
  epochs.push({ from, to: end, standings });
  return epochs;
}

function distinct(standings: readonly (Standing | null)[]): (Standing | null)[] {
  return [...new Map(standings.map((each) => [JSON.stringify(each), each])).values()];
}

function obeyed(standing: Standing | null, order: Order): Standing | null {
  const { kind, times, from, to, clockOff } = order;
  const since = [
    from - NOW_BLUR + Math.min(0, clockOff),
    to + NOW_BLUR + Math.max(0, clockOff),
  ] as const;
  if (kind === 'setup') return times && { times, paused: false, since };
  if (standing === null) return null;
  switch (kind) {
    case 'edit':
      return { ...standing, times: times ?? standing.times, since };
    case 'pause':
    case 'suspended':
      return { ...standing, paused: true, since };
    case 'resume':
      return { ...standing, paused: false, since };
    case 'remove':
      return null;
    case 'now':
      return standing;
  }
}

const clocks = new Map<string, WallClock>();

function clockOf(zone: string): WallClock {
  const known = clocks.get(zone);
  if (known) return known;
  const made = wallClock(zone);
  clocks.set(zone, made);
  return made;
}

/** When a day's question falls due. */
export function dueOn({ time, zone }: Times, day: string): Instant {
  return clockOf(zone).firstShowing(Date.parse(`${day}T${time}Z`));
}

/** The date that the zone's clocks show. */
export function dateIn(zone: string, at: Instant): string {
  return new Date(at + clockOf(zone).offsetAt(at)).toISOString().slice(0, 10);
}

/** The time of day that the zone's clocks show, `HH:MM`. */
export function wallTimeAt(zone: string, at: Instant): string {
  return new Date(at + clockOf(zone).offsetAt(at)).toISOString().slice(11, 16);
}

/** Every date that any zone shows between two moments. */
export function datesBetween(from: Instant, to: Instant): string[] {
  const dates: string[] = [];
  for (let at = from - 24 * HOUR; at <= to + 24 * HOUR; at += 24 * HOUR) {
    const date = parseDay(new Date(at).toISOString().slice(0, 10));
    if (date) dates.push(date);
  }
  return dates;
}
