import { type Day, firstOfWeek, monthOf, plusDays } from './day.ts';
import type { Mark } from './grading.ts';

/** One answer of a member, as far as they may know it by now. */
export interface KnownAnswer {
  readonly day: Day;
  /** The topic's title. */
  readonly topic: string;
  /** Null where nothing was graded: a self-graded card, a void question, a verdict that waits for the reveal. */
  readonly mark: Exclude<Mark, 'noted'> | null;
}

/** How a day went: `answered` where nothing of it was graded, `none` without an answer. */
export type DayMark = 'right' | 'partly' | 'wrong' | 'answered' | 'none';

export interface CalendarWeek {
  readonly monday: Day;
  /** Monday first; the last week ends with the day up to which it was made. */
  readonly days: readonly DayMark[];
}

export interface Tally {
  readonly graded: number;
  readonly right: number;
}

export interface TopicTally extends Tally {
  readonly topic: string;
}

export interface MonthTally extends Tally {
  /** Such as `2026-11`. */
  readonly month: string;
  readonly answered: number;
}

export function tallyOf(answers: readonly KnownAnswer[]): Tally {
  const graded = answers.filter(({ mark }) => mark !== null);
  return { graded: graded.length, right: graded.filter(({ mark }) => mark === 'right').length };
}

/** Whole percent of right answers; null where none was graded. */
export function percentRight({ graded, right }: Tally): number | null {
  return graded === 0 ? null : Math.round((100 * right) / graded);
}

/** The topics with graded answers, the weakest first; among equals the one with more answers. */
export function topicTallies(answers: readonly KnownAnswer[]): TopicTally[] {
  const topics = [...grouped(answers, ({ topic }) => topic)].map(([topic, ofTopic]) => ({
    topic,
    ...tallyOf(ofTopic),
  }));
  return topics
    .filter(({ graded }) => graded > 0)
    .sort((a, b) => shareOf(a) - shareOf(b) || b.graded - a.graded || (a.topic < b.topic ? -1 : 1));
}

const shareOf = ({ graded, right }: Tally): number => right / graded;

/** The months with answers, the earliest first. */
export function monthTallies(answers: readonly KnownAnswer[]): MonthTally[] {
  return [...grouped(answers, ({ day }) => monthOf(day))]
    .map(([month, ofMonth]) => ({ month, answered: ofMonth.length, ...tallyOf(ofMonth) }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The latest weeks, the earliest first. @param until the last day shown @param weeks at least 1 */
export function calendarOf(
  answers: readonly KnownAnswer[],
  until: Day,
  weeks: number,
): CalendarWeek[] {
  const byDay = grouped(answers, ({ day }) => day);
  const thisMonday = firstOfWeek(until);
  return Array.from({ length: weeks }, (_, at) => {
    const monday = plusDays(thisMonday, 7 * (at + 1 - weeks));
    const days = Array.from({ length: 7 }, (_day, of) => plusDays(monday, of));
    const past = days.filter((day) => day <= until);
    return { monday, days: past.map((day) => dayMark(byDay.get(day) ?? [])) };
  });
}

/** Of several questions on one day: right where all were, wrong where none was even partly. */
function dayMark(answers: readonly KnownAnswer[]): DayMark {
  if (answers.length === 0) return 'none';
  const marks = answers.flatMap(({ mark }) => mark ?? []);
  if (marks.length === 0) return 'answered';
  const [first] = marks;
  return first !== undefined && marks.every((mark) => mark === first) ? first : 'partly';
}

/** "In the top 25 %": the smallest whole percent of the members that holds this rank; 1 to 100. */
export function topPercent(rank: number, total: number): number {
  return Math.min(100, Math.max(1, Math.ceil((100 * rank) / total)));
}

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
