import { HOUR, type Instant, MINUTE } from '../../../src/core/day.ts';
import {
  type Books,
  type Claim,
  type Fault,
  grouped,
  type History,
  type Message,
  nameOf,
  type Row,
  type Target,
  type Violation,
} from './history.ts';
import { LAST_MOMENTS, type Targets, targetsOf } from './targets.ts';

/** Faults leave traces for this long: a claim runs out, a job is found again, a retry backs off. */
const AFTERMATH = 15 * MINUTE;

interface Case {
  readonly target: Target;
  readonly row: Row | undefined;
  readonly messages: readonly Message[];
  readonly claims: readonly Claim[];
}

/** Targets ↔ what the platform received ↔ what the ledger says. */
export function checkOccurrences(history: History, books: Books): Violation[] {
  const targets = targetsOf(history);
  const cases = casesOf(history, books, targets);
  const twins = twinNumbers(books);
  const traces = new Set([...history.messages, ...books.rows].map(nameOf));
  const later = grouped(history.messages, dailyOf);
  return [
    ...cases.flatMap((each) => judged(each, history, targets)),
    ...targets.certain.flatMap(({ at, ...target }) => missing(target, at, later, traces)),
    ...twins,
  ];
}

function casesOf(history: History, books: Books, targets: Targets): Case[] {
  const rows = new Map(books.rows.map((row) => [nameOf(row), row]));
  const messages = grouped(history.messages, nameOf);
  const claims = grouped(history.claims, nameOf);
  const all = new Map<string, Target>();
  for (const target of [...targets.certain, ...books.rows, ...history.messages]) {
    all.set(nameOf(target), target);
  }
  return [...all].map(([name, target]) => {
    return {
      target,
      row: rows.get(name),
      messages: messages.get(name) ?? [],
      claims: claims.get(name) ?? [],
    };
  });
}

function judged(each: Case, history: History, targets: Targets): Violation[] {
  const { target, row, messages } = each;
  const found: Violation[] = [];
  const say = (kind: Violation['kind'], what: string): void => {
    found.push({ kind, what: `${nameOf(target)} ${what}`, target });
  };
  if (messages.length > 1) say('duplicate', `was asked ${messages.length} times`);
  for (const message of messages) {
    if (!isJustified(message, each, history, targets)) {
      say('unexplained', `was asked at ${moment(message.at)}, though nothing was due`);
    }
  }
  const told = row ? complaintOf(row, each, history, targets) : null;
  if (told) say(...told);
  if (!row && messages.length > 0) say('unexplained', 'was asked, and the ledger does not know it');
  return found;
}

function isJustified(message: Message, each: Case, history: History, targets: Targets): boolean {
  const wrong = history.faults
    .filter(({ from, to }) => from <= message.at && message.at <= to + AFTERMATH)
    .map(({ clockOff }) => clockOff);
  const firstClaim = Math.min(message.at, ...each.claims.map(({ at }) => at));
  return targets.isDue(message, firstClaim, Math.max(0, ...wrong), -Math.min(0, ...wrong));
}

/** What is wrong with how an occurrence ended, if anything. */
function complaintOf(
  row: Row,
  each: Case,
  history: History,
  targets: Targets,
): readonly [Violation['kind'], string] | null {
  const stands = each.messages.length > 0;
  const because = `${row.kind} because ${row.reason}`;
  switch (row.kind) {
    case 'posted':
      return stands ? null : ['lost', 'is recorded as posted, and the platform has nothing'];
    case 'skipped':
      if (stands) return ['unexplained', `is ${because}, and stands in the channel`];
      return isExplained(row, each, history, targets)
        ? null
        : ['unexplained', `is ${because}, and nothing happened that explains it`];
    case 'unknown':
      return isTouched(each, row.at, history)
        ? null
        : ['unexplained', `is ${because}, and nothing happened that explains it`];
    default:
      return row.at < history.ended - LAST_MOMENTS
        ? ['lost', `is still ${row.kind}, due at ${moment(row.at)}`]
        : null;
  }
}

/** A skip that says that somebody paused or removed the daily needs the order; any other needs a fault. */
function isExplained(row: Row, each: Case, history: History, targets: Targets): boolean {
  const ordered = targets
    .ordersOf(each.target)
    .some(({ kind, outcome }) => kind !== 'setup' && kind !== 'now' && outcome !== 'refused');
  if (/\b(paused|removed)\b/.test(row.reason)) return ordered;
  return isTouched(each, row.at, history);
}

/** Whether a fault hit the occurrence itself, or what it depended on from its due time to its last claim. */
function isTouched(each: Case, due: Instant, history: History): boolean {
  const times = [due, ...each.claims.map(({ at }) => at)];
  const from = Math.min(...times) - MINUTE;
  const to = Math.max(...times) + MINUTE;
  return history.faults.some((fault) => {
    if (isHarmless(fault) || !concerns(fault, each)) return false;
    // Yesterday's wrong clock may have decided about today, an hour's about the hour around.
    const reach = Math.min(Math.abs(fault.clockOff), 24 * HOUR) + AFTERMATH;
    return fault.from <= to + reach && fault.to + reach >= from;
  });
}

/** A member's event that comes twice, or an order, keeps no question from being asked. */
const isHarmless = ({ kind }: Fault): boolean =>
  kind === 'doubled event' || kind.startsWith('order ');

function concerns(fault: Fault, { target, row, claims }: Case): boolean {
  if (fault.target) return nameOf(fault.target) === nameOf(target);
  const platform = target.community.slice(0, target.community.indexOf(':'));
  if (fault.platform !== null) return fault.platform === platform;
  if (fault.process === null || row?.kind !== 'unknown') return true;
  // Only the process that was sending it can have left it unknown.
  return claims.some(
    ({ process, at }) =>
      process === fault.process && at <= fault.to + MINUTE && at >= fault.from - 2 * MINUTE,
  );
}

/** A certain target that left no trace at all. */
function missing(
  target: Target,
  at: Instant,
  asked: ReadonlyMap<string, readonly Message[]>,
  traces: ReadonlySet<string>,
): Violation[] {
  if (traces.has(nameOf(target))) return [];
  // A later day that was asked early, by a clock that was ahead, takes its day's turn away.
  const others = asked.get(dailyOf(target)) ?? [];
  if (others.some((message) => message.day > target.day && message.at < at)) return [];
  const what = `${nameOf(target)}, due at ${moment(at)}, left no trace`;
  return [{ kind: 'lost', what, target }];
}

const dailyOf = ({ community, daily }: Target): string => `${community} ${daily}`;

function twinNumbers({ rounds }: Books): Violation[] {
  const groups = grouped(rounds, ({ community, daily, number }) =>
    [community, daily, number].join(' '),
  );
  return [...groups].flatMap(([name, { length, 0: first }]): Violation[] =>
    length > 1 && first
      ? [{ kind: 'duplicate', what: `${name}: ${length} rounds have this number`, target: first }]
      : [],
  );
}

export const moment = (at: Instant): string => new Date(at).toISOString().slice(0, 19);
