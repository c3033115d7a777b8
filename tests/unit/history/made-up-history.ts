import type { Day } from '../../../src/core/day.ts';
import type {
  BookedAnswer,
  BookedRound,
  Books,
  Claim,
  Fault,
  History,
  Message,
  Order,
  Press,
  Row,
} from '../../faults/history/history.ts';

export const at = (moment: string): number => Date.parse(`2026-10-${moment}Z`);

const DAILY = { community: 'bare:group', daily: 'd1' };
const DAY = '2026-10-24' as Day;
export const TARGET = { ...DAILY, day: DAY };
export const DUE = at('24T07:00');

export function ordered(kind: Order['kind'], moment: string, more: Partial<Order> = {}): Order {
  const times = kind === 'setup' ? { time: '09:00', zone: 'Europe/Berlin' } : null;
  const span = { from: at(moment), to: at(moment) + 1_000 };
  return { ...DAILY, kind, times, ...span, clockOff: 0, outcome: 'done', ...more };
}

export const message: Message = {
  ...TARGET,
  message: 'study-1',
  round: 'round1',
  at: DUE + 3_000,
  closesAt: at('25T08:00'),
  key: 2,
};

export const claim: Claim = { ...TARGET, round: 'round1', process: 0, at: DUE + 1_000 };
export const posted: Row = { ...TARGET, at: DUE, kind: 'posted', reason: '' };
export const round: BookedRound = {
  ...TARGET,
  round: 'round1',
  number: 1,
  closesAt: at('25T08:00'),
  open: false,
};

export const press: Press = {
  event: 'event-1',
  community: DAILY.community,
  round: 'round1',
  member: 'm1',
  pick: 2,
  receivedAt: DUE + 60_000,
  outcome: 'accepted',
};

export const counted: BookedAnswer = {
  community: DAILY.community,
  round: 'round1',
  member: 'm1',
  event: 'event-1',
  pick: 2,
  points: 10,
};

export function fault(kind: string, moment: string, more: Partial<Fault> = {}): Fault {
  const from = at(moment);
  const none = { target: null, process: null, platform: null, clockOff: 0 };
  return { kind, from, to: from + 60_000, ...none, ...more };
}

/** A question asked and answered as it should be, with what a test changes of it. */
export function history(change: Partial<History> = {}): History {
  return {
    begun: at('23T06:00'),
    ended: at('24T18:00'),
    catchUp: 6 * 3_600_000,
    orders: [ordered('setup', '23T08:00')],
    claims: [claim],
    messages: [message],
    presses: [press],
    faults: [],
    ...change,
  };
}

export function books(change: Partial<Books> = {}): Books {
  const run = { current: 1, longest: 1, last: 1, credited: 1, freezes: 0 };
  return {
    rows: [posted],
    rounds: [round],
    answers: [counted],
    streaks: [{ ...DAILY, member: 'm1', ...run }],
    points: [{ community: DAILY.community, member: 'm1', points: 10 }],
    forgiven: [],
    deadLetters: 0,
    ...change,
  };
}
