import type { ReplyAddress } from '../../../src/chat/intent.ts';
import type { Instant } from '../../../src/core/day.ts';
import { seededDice } from '../../../src/core/dice.ts';
import { channelId, communityId, memberId } from '../../../src/core/ids.ts';
import type { Agenda } from './agenda.ts';
import type { TrueClock } from './clock.ts';
import type { Fleet } from './fleet.ts';
import type { Claim, Fault, Message, Order, Press } from './history.ts';
import type { TroubleName } from './trouble.ts';

type Mutable<Item> = { -readonly [Name in keyof Item]: Item[Name] };

/** What everyone in a run shares: the clock, the processes, and the record that they write. */
export interface Stage {
  readonly seed: string;
  readonly kinds: ReadonlySet<TroubleName>;
  readonly clock: TrueClock;
  readonly agenda: Agenda;
  readonly fleet: Fleet;
  readonly orders: Order[];
  readonly claims: Claim[];
  readonly messages: Message[];
  readonly presses: Mutable<Press>[];
  readonly faults: Fault[];
  /** By how much each process's clock is wrong now. */
  readonly clockOff: number[];
  /** Platforms that are away now. */
  readonly away: Set<string>;
  /** Deliveries that nobody has answered yet. */
  readonly underWay: Set<Promise<unknown>>;
  /** True once nothing more is to go wrong. */
  isHealing: boolean;
}

/** A fault of a process, of Redis or of a platform, that hits no single occurrence. */
export function noteFault(stage: Stage, kind: string, lasts: number, more: Partial<Fault> = {}) {
  const from = stage.clock.now();
  const none = { target: null, process: null, platform: null, clockOff: 0 };
  stage.faults.push({ kind, from, to: from + lasts, ...none, ...more });
}

/** Who speaks, where and when, as the platform says. */
export function origin(community: string, member: string, event: string, receivedAt: Instant) {
  return {
    event,
    community: communityId.of(community),
    channel: channelId.of('study'),
    member: memberId.of(member),
    organiser: member === 'olga',
    locale: 'en',
    receivedAt,
    replyTo: `${community} study ${member} ${event}` as ReplyAddress,
    message: null,
  };
}

/** Chance for one thing, which nothing else uses up. */
export const diceFor = (stage: Pick<Stage, 'seed'>, about: string) =>
  seededDice(`${stage.seed} ${about}`);
