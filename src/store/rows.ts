import type { Card } from '../core/card.ts';
import { NO_COURSE } from '../core/course.ts';
import type { Daily, Occurrence } from '../core/daily.ts';
import type { Instant } from '../core/day.ts';
import type { CardId, DailyId } from '../core/ids.ts';
import type { QuizAnswer } from '../core/quiz.ts';
import type { Answer, Round } from '../core/round.ts';
import type { Schedule } from '../core/schedule.ts';
import { NO_STREAK, type Streak } from '../core/streak.ts';

/** How things are written in Redis. Scripts compare these texts, so writing one twice gives the same text. */

/** The text that a daily was read from: one of an earlier release lacks what dailies have learnt since. */
const textOf = new WeakMap<Daily, string>();

export const writeDaily = (daily: Daily): string => textOf.get(daily) ?? JSON.stringify(daily);

export function readDaily(text: string): Daily {
  const daily = JSON.parse(text) as WrittenDaily;
  // Filled in place: thousands are read at once, and copies would cost more than all the rest.
  daily.course ??= NO_COURSE;
  daily.organiser ??= null;
  daily.named ??= null;
  daily.schedule.dates ??= null;
  daily.schedule.months ??= null;
  textOf.set(daily, text);
  return daily;
}

type Mutable<Row> = { -readonly [Name in keyof Row]: Row[Name] };
type WrittenDaily = Mutable<Omit<Daily, 'schedule'>> & { readonly schedule: Mutable<Schedule> };

export const writeOccurrence = ({ daily, day, at, state, fence }: Occurrence): string =>
  JSON.stringify({ daily, day, at, state, fence });
export const readOccurrence = (text: string): Occurrence => JSON.parse(text) as Occurrence;

/** What never changes of a round. Closing time and message stand beside it. */
export type RoundData = Omit<Round, 'closesAt' | 'closed'>;

export function writeRound(round: Round): string {
  const { id, community, channel, daily, number, day, zone, card, exam, openedAt } = round;
  return JSON.stringify({ id, community, channel, daily, number, day, zone, card, exam, openedAt });
}
export const readRound = (text: string): RoundData => ({ exam: null, ...JSON.parse(text) });

/** A round's card with its key put right; it stands beside the one that was posted. */
export const writeCard = (card: Card): string => JSON.stringify(card);
export const readCard = (text: string): Card => JSON.parse(text) as Card;

/** The entry of an open round: it is open for as long as the entry stands. */
export interface OpenRound {
  readonly closesAt: Instant;
  readonly daily: DailyId;
  readonly card: CardId;
}

export const writeOpenRound = ({ closesAt, daily, card }: OpenRound): string =>
  `${closesAt} ${daily} ${card}`;

export function readOpenRound(text: string): OpenRound {
  const [closesAt, daily, card] = text.split(' ');
  return { closesAt: Number(closesAt), daily: daily as DailyId, card: card as CardId };
}

/** `e` event, `r` response, `t` received, `m` mark, `c` credit, `p` points, `v` card revision. */
interface AnswerRow {
  readonly e: string;
  readonly r: Answer['response'];
  readonly t: Instant;
  readonly m: Answer['verdict']['mark'];
  readonly c: number;
  readonly p: number;
  readonly v: string;
}

export function writeAnswer(answer: Answer): string {
  const { event, response, receivedAt, verdict, points, cardRevision } = answer;
  const row: AnswerRow = {
    e: event,
    r: response,
    t: receivedAt,
    m: verdict.mark,
    c: verdict.credit,
    p: points,
    v: cardRevision,
  };
  return JSON.stringify(row);
}

export function readAnswer(member: Answer['member'], text: string): Answer {
  const row = JSON.parse(text) as AnswerRow;
  return {
    member,
    event: row.e,
    response: row.r,
    receivedAt: row.t,
    verdict: { mark: row.m, credit: row.c },
    points: row.p,
    cardRevision: row.v,
  };
}

export function writeQuizAnswer(answer: QuizAnswer): string {
  const { event, response, receivedAt, verdict } = answer;
  const row: Omit<AnswerRow, 'p' | 'v'> = {
    e: event,
    r: response,
    t: receivedAt,
    m: verdict.mark,
    c: verdict.credit,
  };
  return JSON.stringify(row);
}

export function readQuizAnswer(member: QuizAnswer['member'], text: string): QuizAnswer {
  const { e, r, t, m, c } = JSON.parse(text) as Omit<AnswerRow, 'p' | 'v'>;
  return { member, event: e, response: r, receivedAt: t, verdict: { mark: m, credit: c } };
}

/** Empty for a member who has none yet. */
export function writeStreak(streak: Streak): string {
  if (streak.last === 0) return '';
  const { current, longest, last, credited, freezes, covered } = streak;
  return [current, longest, last, credited, freezes, ...covered].join(' ');
}

export function readStreak(text: string | null | undefined): Streak {
  if (!text) return NO_STREAK;
  const [current = 0, longest = 0, last = 0, credited = 0, freezes = 0, ...covered] = text
    .split(' ')
    .map(Number);
  return { current, longest, last, credited, freezes, covered };
}

/** Round numbers as a text: `3 7 12`, ascending, each once; empty for none. */
export const writeNumbers = (numbers: Iterable<number>): string =>
  [...new Set(numbers)].sort((a, b) => a - b).join(' ');

export const readNumbers = (text: string | null | undefined): ReadonlySet<number> =>
  new Set(text ? text.split(' ').map(Number) : []);

/**
 * An entry of a community's due list: `plan d1`, `post d1 2026-11-22`, `close <round>`, `remind <round>`,
 * `erase <member>`, `recount d1`, `ruling <number>`, `count <round>`, `verify`, `belonging`, `presence`, `quiz <quiz>`.
 */
export const planEntry = (daily: DailyId): string => `plan ${daily}`;
export const postEntry = (daily: DailyId, day: string): string => `post ${daily} ${day}`;
export const closeEntry = (round: string): string => `close ${round}`;
export const remindEntry = (round: string): string => `remind ${round}`;
export const eraseEntry = (member: string): string => `erase ${member}`;
export const recountEntry = (daily: DailyId): string => `recount ${daily}`;
export const rulingEntry = (number: number): string => `ruling ${number}`;
export const countEntry = (round: string): string => `count ${round}`;
export const quizEntry = (quiz: string): string => `quiz ${quiz}`;
export const VERIFY_ENTRY = 'verify';
export const BELONGING_ENTRY = 'belonging';
export const PRESENCE_ENTRY = 'presence';
