import { Temporal } from 'temporal-polyfill';
import type { Branded } from './ids.ts';

/** Milliseconds since the epoch. */
export type Instant = number;

/** A calendar date, `YYYY-MM-DD`: a diary entry, not a moment. */
export type Day = Branded<string, 'Day'>;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** The day, or null where the text is no calendar date. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text).toString() as Day;
  } catch {
    return null;
  }
}

/** The date on the wall calendar of `zone` at `at`. */
export function dayIn(zone: string, at: Instant): Day {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString() as Day;
}

export function plusDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day;
}

/** The first moment later than `after` at which the clocks of `zone` show this full hour. */
export function nextHour(zone: string, hour: number, after: Instant): Instant {
  const now = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone);
  const today = now.withPlainTime({ hour }).epochMilliseconds;
  if (today > after) return today;
  return now.add({ days: 1 }).withPlainTime({ hour }).epochMilliseconds;
}

/** The ISO week that a day belongs to, e.g. `2026-W53`. */
export function weekOf(day: Day): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}

/** The month that a day belongs to, e.g. `2026-11`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}
