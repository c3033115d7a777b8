import { type Day, type Instant, MINUTE, SECOND } from '../../../src/core/day.ts';
import { grouped, type History, type Message, type Order, type Target } from './history.ts';
import { dateIn, datesBetween, dueOn, type Epoch, epochsOf, type Standing } from './orders.ts';

/** How long before a claim its sender may have read how the daily stands. */
const READ_BEFORE = 2 * MINUTE;
/** A question that is due this shortly before the end may still be on its way. */
export const LAST_MOMENTS = 10 * MINUTE;

interface Life {
  readonly orders: readonly Order[];
  readonly epochs: readonly Epoch[];
}

/** What every daily had to ask, by the orders that it was given. */
export interface Targets {
  /** Questions that had to be asked or accounted for, whatever happened. */
  readonly certain: readonly (Target & { readonly at: Instant })[];
  /** Whether some order, and some due time or `/daily now`, can have led to this message. */
  isDue(message: Message, firstClaim: Instant, fastest: number, slowest: number): boolean;
  /** The orders of a daily. */
  ordersOf(target: Pick<Target, 'community' | 'daily'>): readonly Order[];
}

const dailyOf = ({ community, daily }: Pick<Target, 'community' | 'daily'>): string =>
  `${community} ${daily}`;

export function targetsOf(history: History): Targets {
  const lives = new Map<string, Life>();
  for (const [name, given] of grouped(history.orders, dailyOf)) {
    const orders = [...given].sort((a, b) => a.from - b.from);
    lives.set(name, { orders, epochs: epochsOf(orders, history.ended) });
  }
  return {
    certain: [...lives.values()].flatMap((life) => certainOf(life, history)),
    ordersOf: (target) => lives.get(dailyOf(target))?.orders ?? [],
    isDue(message, firstClaim, fastest, slowest) {
      const life = lives.get(dailyOf(message));
      if (!life) return false;
      const from = firstClaim - READ_BEFORE;
      return (
        wasCalled(life.orders, message) ||
        life.epochs.some((epoch) => {
          if (epoch.from > message.at || epoch.to < from) return false;
          return epoch.standings.some((standing) => {
            if (standing === null || standing.paused) return false;
            const due = dueOn(standing.times, message.day);
            const early = due - fastest - 5 * SECOND;
            const late = due + history.catchUp + slowest + LAST_MOMENTS;
            return due > standing.since[0] && early <= message.at && message.at <= late;
          });
        })
      );
    },
  };
}

/** `/daily now` makes the day on the process's calendar due at once. */
function wasCalled(orders: readonly Order[], { at, day }: Message): boolean {
  return orders.some(({ kind, outcome, from, to, clockOff }, place) => {
    if (kind !== 'now' || outcome === 'refused' || from > at) return false;
    const zones = orders.slice(0, place + 1).flatMap(({ times }) => (times ? [times.zone] : []));
    const moments = [from + clockOff - 5 * SECOND, to + clockOff + 5 * SECOND, from, to];
    return zones.some((zone) => moments.some((moment) => dateIn(zone, moment) === day));
  });
}

/** Orders after which a question that was due, but not yet posted, need not come any more. */
const CALLS_OFF: readonly Order['kind'][] = ['edit', 'pause', 'remove', 'suspended'];

function certainOf({ orders, epochs }: Life, { begun, ended, catchUp }: History) {
  const first = orders[0];
  if (!first) return [];
  const calledOff = (at: Instant): boolean =>
    orders.some(
      ({ kind, outcome, from, to }) =>
        CALLS_OFF.includes(kind) && outcome !== 'refused' && to >= at && from <= at + catchUp,
    );
  const found: (Target & { readonly at: Instant })[] = [];
  for (const epoch of epochs) {
    const [standing, ...others] = epoch.standings;
    if (!standing || standing.paused || epoch.to <= epoch.from) continue;
    const to = Math.min(epoch.to, ended - LAST_MOMENTS);
    for (const day of datesBetween(Math.max(epoch.from, begun), to)) {
      const at = dueOn(standing.times, day);
      const stands = at > Math.max(epoch.from, standing.since[1]) && at < to;
      if (!stands || calledOff(at) || !others.every((other) => asksAlike(other, day, at))) continue;
      const { community, daily } = first;
      found.push({ community, daily, day: day as Day, at });
    }
  }
  return found;
}

function asksAlike(standing: Standing | null, day: string, at: Instant): boolean {
  if (standing === null || standing.paused) return false;
  return dueOn(standing.times, day) === at && at > standing.since[1];
}
