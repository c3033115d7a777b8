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

/** A moment as other programs read it, `2026-11-23T09:00:00Z`. */
export function inUtc(at: Instant): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString();
}

export function plusDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day;
}

const DAY_LENGTH = 24 * HOUR;

/** How many days lie between 1970-01-01 and the day. */
export function dayNumber(day: Day): number {
  return (
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) /
    DAY_LENGTH
  );
}

/** The day of that number, by the calendar's 400 years of 146,097 days. From 0000-03-01 to 9999-12-31. */
export function dayNumbered(number: number): Day {
  const sinceMarch = number + 719_468;
  const era = Math.floor(sinceMarch / 146_097);
  const ofEra = sinceMarch - era * 146_097;
  const leaps =
    Math.floor(ofEra / 1_460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const year = Math.floor((ofEra - leaps) / 365);
  const ofYear = ofEra - 365 * year - Math.floor(year / 4) + Math.floor(year / 100);
  // Months counted from March have their lengths in a regular row, with the leap day behind them all.
  const month = Math.floor((5 * ofYear + 2) / 153);
  const date = ofYear - Math.floor((153 * month + 2) / 5) + 1;
  const civil = [era * 400 + year + (month > 9 ? 1 : 0), ((month + 2) % 12) + 1, date];
  return civil.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-') as Day;
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

/** The Monday of the ISO week that a day belongs to. */
export function firstOfWeek(day: Day): Day {
  return plusDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}

export function firstOfMonth(day: Day): Day {
  return `${monthOf(day)}-01` as Day;
}

export function lastOfMonth(day: Day): Day {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString() as Day;
}
