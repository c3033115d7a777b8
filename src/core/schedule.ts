import { Temporal } from 'temporal-polyfill';
import { type Course, isFree, NO_COURSE } from './course.ts';
import { type Day, dayNumber, dayNumbered, HOUR, type Instant, MINUTE } from './day.ts';
import type { Branded } from './ids.ts';
import { zoneClock } from './zone-clock.ts';

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `HH:MM` on the wall clock. */
export type TimeOfDay = Branded<string, 'TimeOfDay'>;

/** A zone of the IANA database, as it is spelt there. */
export type Zone = Branded<string, 'Zone'>;

/** Which days a daily asks on. */
export interface StudyDays {
  /** Ascending, at least one. */
  readonly days: readonly Weekday[];
  /** Days of the month, ascending; null: any. Where weekdays are named too, a day of either kind will do. */
  readonly dates: readonly number[] | null;
  /** 1 to 12, ascending; null: any. */
  readonly months: readonly number[] | null;
}

/** When a daily asks: at this time on these days, as the clocks of one zone show it. */
export interface Schedule extends StudyDays {
  readonly time: TimeOfDay;
  readonly zone: Zone;
}

/** One due time of a schedule, named by its nominal date. */
export interface Due {
  readonly day: Day;
  readonly at: Instant;
}

const WEEKDAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** What people write, long enough for each. */
const LONG_NAMES = [
  'mondays',
  'tuesdays',
  'wednesdays',
  'thursdays',
  'fridays',
  'saturdays',
  'sundays',
] as const;
export const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const DAY_WORDS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: EVERY_DAY,
  'every day': EVERY_DAY,
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
  weekday: [1, 2, 3, 4, 5],
  weekend: [6, 7],
};

/** `9:00`, `09:00` or `9.00`; null for anything that no clock shows. */
export function parseTime(text: string): TimeOfDay | null {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${match[2]}` as TimeOfDay;
}

/** `daily`, `weekdays`, `weekends`, names such as `mon, wed fri`, spans such as `mon-fri`; null for anything else. */
export function parseDays(text: string): readonly Weekday[] | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace('every day', 'daily')
    .split(/[\s,]+/);
  const named = words.filter((word) => word !== 'and' && word !== '').map(daysNamed);
  if (named.length === 0 || named.includes(null)) return null;
  return EVERY_DAY.filter((day) => named.some((days) => days?.includes(day)));
}

function daysNamed(word: string): readonly Weekday[] | null {
  if (Object.hasOwn(DAY_WORDS, word)) return DAY_WORDS[word] ?? null;
  const [first, last, ...rest] = word.split('-').map(weekdayNamed);
  if (!first || last === null || rest.length > 0) return null;
  if (last === undefined) return [first];
  const isWithin = (day: Weekday): boolean =>
    first <= last ? day >= first && day <= last : day >= first || day <= last;
  return EVERY_DAY.filter(isWithin);
}

function weekdayNamed(word: string): Weekday | null {
  if (word.length < 3) return null;
  const index = LONG_NAMES.findIndex((name) => name.startsWith(word));
  return index < 0 ? null : ((index + 1) as Weekday);
}

/** The zone in its own spelling, or null where the IANA database does not have it. */
export function parseZone(text: string): Zone | null {
  try {
    const zone = text.trim();
    // Temporal takes bare offsets too, and whole dates for the sake of theirs; a name begins with a letter.
    if (!/^[a-z]/i.test(zone)) return null;
    // Temporal keeps an alias, in its own spelling: Europe/Kyiv is Europe/Kiev to older tables.
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId as Zone;
  } catch {
    return null;
  }
}

/** `daily`, `weekdays` or the days' short names. */
export function daysInWords(days: readonly Weekday[]): string {
  const same = Object.entries(DAY_WORDS).find(([, known]) => known.join() === days.join());
  return same ? same[0] : days.map((day) => WEEKDAY_NAMES[day - 1]).join(', ');
}

const DAY_LENGTH = 24 * HOUR;

/**
 * The moment at which a nominal date's time falls: the first of two when the clocks go back, and the first
 * valid moment after it when the clocks jump over it.
 */
export function momentOf(schedule: Schedule, day: Day): Instant {
  return momentOnDay(schedule, dayNumber(day));
}

function momentOnDay({ time, zone }: Schedule, number: number): Instant {
  const sinceMidnight = Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE;
  return zoneClock(zone).firstShowing(number * DAY_LENGTH + sinceMidnight);
}

/** True on the days that a schedule names. */
export function asksOn({ days, dates, months }: StudyDays, day: Day): boolean {
  if (months && !months.includes(Number(day.slice(5, 7)))) return false;
  const onWeekday = days.includes(weekdayOf(dayNumber(day)));
  if (!dates) return onWeekday;
  const onDate = dates.includes(Number(day.slice(8)));
  return days.length === EVERY_DAY.length ? onDate : onDate || onWeekday;
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (number: number): Weekday => (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;

/** The due times later than `after`, in order, on the days that the course leaves; without end where it has none. */
export function* dueAfter(
  schedule: Schedule,
  after: Instant,
  course: Course = NO_COURSE,
): Generator<Due> {
  const today = dayNumbered(Math.floor(zoneClock(schedule.zone).wallAt(after) / DAY_LENGTH));
  const from = course.starts !== null && course.starts > today ? course.starts : today;
  for (let number = dayNumber(from); ; number++) {
    const day = dayNumbered(number);
    if (course.ends !== null && day > course.ends) return;
    if (!asksOn(schedule, day) || isFree(course, day)) continue;
    const at = momentOnDay(schedule, number);
    if (at > after) yield { day, at };
  }
}

/** The next `count` (≥ 1) due times later than `after`. */
export function nextDue(schedule: Schedule, after: Instant, count: number): Due[] {
  const found: Due[] = [];
  for (const due of dueAfter(schedule, after)) {
    if (found.push(due) >= count) break;
  }
  return found;
}
