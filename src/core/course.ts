import type { Day } from './day.ts';

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
