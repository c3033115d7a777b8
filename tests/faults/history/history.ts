import type { Day, Instant } from '../../../src/core/day.ts';

/** What a run leaves behind. All times are the run's true time, unless a member's name says otherwise. */
export interface History {
  readonly begun: Instant;
  readonly ended: Instant;
  /** How late a question may be posted (milliseconds). */
  readonly catchUp: number;
  readonly orders: readonly Order[];
  readonly claims: readonly Claim[];
  readonly messages: readonly Message[];
  readonly presses: readonly Press[];
  readonly faults: readonly Fault[];
}

/** One due question, by its natural key. */
export interface Target {
  readonly community: string;
  readonly daily: string;
  readonly day: Day;
}

/** When a daily asks, every day of the week. */
export interface Times {
  /** `HH:MM`. */
  readonly time: string;
  readonly zone: string;
}

/** An organiser's order, or a pause that the bot may have made itself. */
export interface Order {
  readonly community: string;
  readonly daily: string;
  readonly kind: 'setup' | 'edit' | 'pause' | 'resume' | 'remove' | 'now' | 'suspended';
  /** What it sets; null where it sets nothing. */
  readonly times: Times | null;
  /** It took effect, if at all, from here … */
  readonly from: Instant;
  /** … to here. */
  readonly to: Instant;
  /** By how much the clock of the process that took it was wrong. */
  readonly clockOff: number;
  /** `unsure`: nobody heard what became of it. */
  readonly outcome: 'done' | 'refused' | 'unsure';
}

/** A process is about to take an occurrence for sending. */
export interface Claim extends Target {
  readonly round: string;
  readonly process: number;
  readonly at: Instant;
}

/** A question that the platform accepted: it stands in the channel. */
export interface Message extends Target {
  readonly message: string;
  readonly round: string;
  readonly at: Instant;
  /** The close that it shows. */
  readonly closesAt: Instant;
  /** Which option is the right one. */
  readonly key: number;
}

/** A member's answer, delivered once or several times under one event. */
export interface Press {
  readonly event: string;
  readonly community: string;
  readonly round: string;
  readonly member: string;
  readonly pick: number;
  /** As the platform stamped it. */
  readonly receivedAt: Instant;
  /** The best that any delivery of it heard. */
  readonly outcome: 'accepted' | 'unsure' | 'refused';
}

/** Something that was made to go wrong. */
export interface Fault {
  readonly kind: string;
  readonly from: Instant;
  /** The end of its effect. */
  readonly to: Instant;
  /** What it hit; null for a process, Redis, a clock or a whole platform. */
  readonly target: Target | null;
  /** The process that it hit; null for all else. */
  readonly process: number | null;
  /** The platform that was away; null for all else. */
  readonly platform: string | null;
  /** By how much it put a clock wrong; 0 for all else. */
  readonly clockOff: number;
}

/** What the store says in the end. */
export interface Books {
  readonly rows: readonly Row[];
  readonly rounds: readonly BookedRound[];
  readonly answers: readonly BookedAnswer[];
  readonly streaks: readonly BookedStreak[];
  /** Points of all time. */
  readonly points: readonly BookedPoints[];
  /** Round numbers whose misses do not count. */
  readonly forgiven: readonly BookedForgiven[];
  /** Answers whose jobs were given up. */
  readonly deadLetters: number;
}

/** A row of the ledger. */
export interface Row extends Target {
  readonly at: Instant;
  readonly kind: string;
  readonly reason: string;
}

export interface BookedRound extends Target {
  readonly round: string;
  readonly number: number;
  readonly closesAt: Instant;
  readonly open: boolean;
}

export interface BookedAnswer {
  readonly community: string;
  readonly round: string;
  readonly member: string;
  readonly event: string;
  readonly pick: number;
  readonly points: number;
}

export interface BookedStreak {
  readonly community: string;
  readonly daily: string;
  readonly member: string;
  readonly current: number;
  readonly longest: number;
  readonly last: number;
  readonly credited: number;
  readonly freezes: number;
}

export interface BookedPoints {
  readonly community: string;
  readonly member: string;
  readonly points: number;
}

export interface BookedForgiven {
  readonly community: string;
  readonly daily: string;
  readonly numbers: readonly number[];
}

/** A promise that was not kept. */
export interface Violation {
  readonly kind: 'duplicate' | 'lost' | 'unexplained';
  /** One sentence. */
  readonly what: string;
  /** The occurrence that it is about; null where it is about a member. */
  readonly target: Target | null;
}

/** The kind of a fault that hit one question's process, for the others that it was busy with. */
export const BESIDES = 'a process besides';

export const nameOf = ({ community, daily, day }: Target): string => `${community} ${daily} ${day}`;

/** Items by a name that they have in common, in order. */
export function grouped<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(name(item));
    if (group) group.push(item);
    else groups.set(name(item), [item]);
  }
  return groups;
}
