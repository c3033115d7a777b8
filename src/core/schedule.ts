import { Temporal } from 'temporal-polyfill';
import { type Day, dayIn, type Instant, plusDays } from './day.ts';
import type { Branded } from './ids.ts';

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `HH:MM` on the wall clock. */
export type TimeOfDay = Branded<string, 'TimeOfDay'>;

/** A zone of the IANA database, as it is spelt there. */
export type Zone = Branded<string, 'Zone'>;

/** When a daily asks: at this time on these days, as the clocks of one zone show it. */
export interface Schedule {
  readonly time: TimeOfDay;
  /** Ascending, at least one. */
  readonly days: readonly Weekday[];
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
const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const DAY_WORDS: Readonly<Record<string, readonly Weekday[]>> = {
  daily: EVERY_DAY,
  'every day': EVERY_DAY,
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};

/** `9:00`, `09:00` or `9.00`; null for anything that no clock shows. */
export function parseTime(text: string): TimeOfDay | null {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim());
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${match[2]}` as TimeOfDay;
}

/** `daily`, `weekdays`, `weekends`, or names such as `mon, wed fri`; null for anything else. */
export function parseDays(text: string): readonly Weekday[] | null {
  const words = text.trim().toLowerCase();
  const known = Object.hasOwn(DAY_WORDS, words) ? DAY_WORDS[words] : undefined;
  if (known) return known;
  const days = words
    .split(/[\s,]+/)
    .filter((word) => word !== 'and' && word !== '')
    .map(weekdayNamed);
  if (days.length === 0 || days.includes(null)) return null;
  return [...new Set(days as Weekday[])].sort((a, b) => a - b);
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

/**
 * The moment at which a nominal date's time falls: the first of two when the clocks go back, and the first
 * valid moment after it when the clocks jump over it.
 */
export function momentOf(schedule: Schedule, day: Day): Instant {
  const wall = Temporal.PlainDateTime.from(`${day}T${schedule.time}`);
  const moment = wall.toZonedDateTime(schedule.zone, { disambiguation: 'compatible' });
  if (moment.toPlainDateTime().equals(wall)) return moment.epochMilliseconds;
  // The jump that swallowed the wall time is the last transition at or before the shifted moment.
  const gapEnd = moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous') ?? moment;
  return gapEnd.epochMilliseconds;
}

function asksOn(schedule: Schedule, day: Day): boolean {
  return schedule.days.includes(Temporal.PlainDate.from(day).dayOfWeek as Weekday);
}

/** The due times later than `after`, in order, without end. */
export function* dueAfter(schedule: Schedule, after: Instant): Generator<Due> {
  let day = dayIn(schedule.zone, after);
  for (;;) {
    if (asksOn(schedule, day)) {
      const at = momentOf(schedule, day);
      if (at > after) yield { day, at };
    }
    day = plusDays(day, 1);
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
