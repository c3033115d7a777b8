import type { DaySpan } from '../core/course.ts';

/** The calendars of holidays that the operator keeps, such as those of a university. */
export interface Calendars {
  /** Ascending, without overlap; null where there is no calendar of that name. */
  get(name: string): readonly DaySpan[] | null;
  /** Their names, alphabetical. */
  list(): readonly string[];
}
