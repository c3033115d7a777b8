import type { CommandIntent } from '../../../src/chat/intent.ts';
import type { Reply } from '../../../src/chat/view.ts';
import { type Day, type Instant, MINUTE, SECOND } from '../../../src/core/day.ts';
import type { Dice } from '../../../src/core/dice.ts';
import type { Order, Times } from './history.ts';
import { outcomeOfOrder } from './members.ts';
import { dateIn, dueOn, wallTimeAt } from './orders.ts';
import { diceFor, noteFault, origin, type Stage } from './stage.ts';
import { ORDER_TROUBLES } from './trouble.ts';

/** A daily as its organiser last ordered it. */
export interface OrderedDaily {
  readonly community: string;
  readonly daily: string;
  times: Times;
  /** An order is under way, or nobody knows what became of the last one. */
  isBusy: boolean;
  isRemoved: boolean;
}

/** How long after its reply was lost an order may still take effect. */
const LINGERS = 3 * MINUTE;

type OrderKind = Order['kind'];
type Given = Exclude<OrderKind, 'suspended'>;

/** Gives an order and writes down what became of it; the daily's name where it was set up. */
export async function order(
  stage: Stage,
  { community, daily }: Pick<OrderedDaily, 'community' | 'daily'>,
  kind: Given,
  times: Times | null,
  dice: Dice,
): Promise<string | null> {
  const from = stage.clock.now();
  const values: Record<string, string> = times ? optionsFor(times) : {};
  const named = kind === 'setup' ? { deck: 'history' } : { daily };
  const intent: CommandIntent = {
    ...origin(community, 'olga', `order-${stage.orders.length}-${Math.floor(dice() * 1e9)}`, from),
    kind: 'command',
    command: `daily ${kind}`,
    options: { ...values, ...named },
  };
  const delivery = stage.fleet.deliver(intent, dice);
  if (!delivery) return null;
  stage.underWay.add(delivery);
  const { process, reply } = await delivery;
  stage.underWay.delete(delivery);
  const outcome = outcomeOfOrder(reply);
  const name = kind === 'setup' ? nameOfNew(reply) : daily;
  if (name === null) return null;
  const to = stage.clock.now() + (outcome === 'unsure' ? LINGERS : 0);
  const clockOff = stage.clockOff[process] ?? 0;
  stage.orders.push({ community, daily: name, kind, times, from, to, clockOff, outcome });
  return outcome === 'done' ? name : null;
}

/** Every day at that time, by the names that the options have had. */
function optionsFor({ time, zone }: Times): Record<string, string> {
  return { when: `daily ${time}`, at: time, days: 'daily', zone };
}

/** The new daily's name is on the button that offers to post at once. */
function nameOfNew(reply: Reply | null): string | null {
  if (reply?.kind !== 'view') return null;
  const press = reply.view.actions.find((action) => action.press.kind === 'post now')?.press;
  return press?.kind === 'post now' ? press.daily : null;
}

/** Plans orders around the due seconds of the next hours. */
export function planOrders(
  stage: Stage,
  dailies: readonly OrderedDaily[],
  from: Instant,
  to: Instant,
): void {
  const kinds = ORDER_TROUBLES.filter((kind) => stage.kinds.has(kind));
  if (kinds.length === 0) return;
  for (const daily of dailies) {
    if (daily.isRemoved) continue;
    const day = dateIn(daily.times.zone, from);
    const due = dueOn(daily.times, day);
    const dice = diceFor(stage, `order ${daily.community} ${daily.daily} ${day}`);
    if (due < from || due > to || dice() > 0.08) continue;
    const kind = kinds[Math.floor(dice() * kinds.length)] ?? 'pause';
    const isRare = kind === 'remove' && dice() < 0.7;
    const at = due + Math.round((dice() * 2 - 1) * 2) * SECOND;
    stage.agenda.add({
      at,
      isDelicate: true,
      act: () => void disturb(stage, daily, day as Day, isRare ? 'pause' : kind, dice),
    });
  }
}

async function disturb(
  stage: Stage,
  daily: OrderedDaily,
  day: Day,
  kind: (typeof ORDER_TROUBLES)[number],
  dice: Dice,
): Promise<void> {
  if (daily.isBusy || daily.isRemoved || stage.isHealing) return;
  const { community, daily: name } = daily;
  const target = { community, daily: name, day };
  noteFault(stage, `order ${kind} at the due second`, 0, { target });
  daily.isBusy = true;
  switch (kind) {
    case 'now':
      await order(stage, daily, 'now', null, dice);
      break;
    case 'pause':
      await order(stage, daily, 'pause', null, dice);
      resumeLater(stage, daily, dice);
      return;
    case 'edit': {
      const times = { ...daily.times, time: shifted(daily.times.time, dice() < 0.5 ? 1 : -1) };
      if (await order(stage, daily, 'edit', times, dice)) daily.times = times;
      break;
    }
    case 'remove':
      daily.isRemoved = (await order(stage, daily, 'remove', null, dice)) !== null;
  }
  daily.isBusy = false;
}

/** A pause that its organiser, or the bot, ends some minutes later. */
function resumeLater(stage: Stage, daily: OrderedDaily, dice: Dice, earliest = 10 * SECOND): void {
  daily.isBusy = true;
  stage.agenda.add({
    at: stage.clock.now() + earliest + dice() * 20 * MINUTE,
    isDelicate: true,
    act: async () => {
      await order(stage, daily, 'resume', null, dice);
      daily.isBusy = false;
    },
  });
}

/** The platform refused the channel: the bot may pause the daily by itself, and its organiser resumes it. */
export function suspendedByBot(stage: Stage, daily: OrderedDaily): void {
  const from = stage.clock.now();
  const order = { times: null, clockOff: 0, outcome: 'unsure' } as const;
  const { community, daily: name } = daily;
  stage.orders.push({
    community,
    daily: name,
    ...order,
    kind: 'suspended',
    from,
    to: from + LINGERS,
  });
  if (daily.isBusy) return;
  resumeLater(
    stage,
    daily,
    diceFor(stage, `resume ${community} ${name} ${from}`),
    LINGERS + MINUTE,
  );
}

/** A minute earlier or later on the wall clock, within the day. */
function shifted(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const moved = Math.min(24 * 60 - 1, Math.max(0, hour * 60 + minute + minutes));
  return [Math.floor(moved / 60), moved % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Tokyo',
  'America/Santiago',
  'UTC',
  'Pacific/Chatham',
  'Europe/London',
];

/** Wall times that all fall due within some minutes of one moment, each in a zone of its own. */
export function timesAround(at: Instant, place: number, minutes: number): Times {
  const zone = ZONES[place % ZONES.length] as string;
  const moment = at + ((place * 7) % minutes) * MINUTE;
  return { time: wallTimeAt(zone, moment), zone };
}
