import { type Day, dayNumber, plusDays } from './day.ts';

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** A daily's calendar: outside its term and on its holidays there is no occurrence. */
export interface Course {
  /** The first day of the term; null: it has begun. */
  readonly starts: Day | null;
  /** The last day of the term; null: it has no end. */
  readonly ends: Day | null;
  /** Ascending, without overlap. */
  readonly holidays: readonly DaySpan[];
  /** The day of the exam, for the countdown. */
  readonly exam: Day | null;
}

/** No term, no holidays, no exam. */
export const NO_COURSE: Course = { starts: null, ends: null, holidays: [], exam: null };

/** True where a daily asks nothing: before its term, after it, or on a holiday. */
export function isFree({ starts, ends, holidays }: Course, day: Day): boolean {
  if ((starts !== null && day < starts) || (ends !== null && day > ends)) return true;
  let [low, high] = [0, holidays.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((holidays[middle] as DaySpan).last < day) low = middle + 1;
    else high = middle;
  }
  const next = holidays[low];
  return next !== undefined && next.first <= day;
}

/** The same days in as few spans as can be: ascending, without overlap and with a study day between any two. */
export function merged(spans: readonly DaySpan[]): DaySpan[] {
  const result: DaySpan[] = [];
  for (const span of spans.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = result.at(-1);
    if (!before || span.first > plusDays(before.last, 1)) result.push(span);
    else if (span.last > before.last) result[result.length - 1] = { ...before, last: span.last };
  }
  return result;
}

/** Days from a study day to the exam: 0 on the day itself; null once it is over or where there is none. */
export function daysToExam(exam: Day | null, day: Day): number | null {
  return exam === null || exam < day ? null : dayNumber(exam) - dayNumber(day);
}
