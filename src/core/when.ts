import { readCronFields } from './cron-fields.ts';
import {
  daysInWords,
  parseDays,
  parseTime,
  type Schedule,
  type StudyDays,
  type TimeOfDay,
} from './schedule.ts';

/** What an organiser wrote about when a daily asks: a part that is null was not said. */
export interface When {
  readonly time: TimeOfDay | null;
  readonly days: StudyDays | null;
}

/** Why nothing can be made of it; the texts say what to write instead. */
export type WhenFault =
  | { readonly kind: 'empty' }
  /** Cron's form with more or fewer than five fields. */
  | { readonly kind: 'fields'; readonly count: number }
  /** `H`, which some programs replace by a time of their choice. */
  | { readonly kind: 'hash' }
  /** `@daily`. */
  | { readonly kind: 'macro'; readonly text: string }
  /** `?`, `L`, `W` or `#`, which only some programs know. */
  | { readonly kind: 'sign'; readonly text: string; readonly sign: string }
  | { readonly kind: 'field'; readonly name: string; readonly text: string }
  /** More than one run a day. */
  | { readonly kind: 'several'; readonly text: string }
  /** The 31st of February. */
  | { readonly kind: 'never'; readonly text: string }
  /** Something that looks like a time of day and is none. */
  | { readonly kind: 'time'; readonly text: string }
  | { readonly kind: 'word'; readonly text: string };

/** The longest text that is looked at. */
const LONGEST = 200;
const FILLERS = new Set(['at', 'on', 'and', 'every', 'each', 'day', 'days', 'the', "o'clock", '&']);
const CLOCK = /^\d{1,2}(?:[:.h]\d+)*[:.h]?\s*(?:[ap]\.?m\.?|h|o'clock)?$/;
const CRON_FIELD =
  /^(?:[\d*?/,#-]|\b(?:H|L|W|LW|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)\b|(?<=\d)[LW])+$/i;
const CRON_START = /^(?:[\d*?/,-]+|H(?:\/\d+|\(\S*)?)$/i;

/**
 * Five cron fields (`0 9 * * 1-5`), or words in any order: `weekdays 09:00`, `mon, wed and fri at 18:30`,
 * `every day at 9am`, a time alone, days alone.
 */
export function readWhen(text: string): When | WhenFault {
  const written = text.trim().slice(0, LONGEST);
  if (written === '') return { kind: 'empty' };
  if (written.startsWith('@')) return { kind: 'macro', text: written };
  if (!isCron(written)) return readWords(written);
  const read = readCronFields(written);
  if ('kind' in read) return read;
  const { time, ...days } = read;
  return { time, days };
}

/** True for a word that can be a part of a schedule. */
export function isWhenWord(word: string): boolean {
  if (CRON_FIELD.test(word) || word.startsWith('@')) return true;
  const lower = word.toLowerCase();
  return lower.split(',').every((part) => part === '' || isSaid(part));
}

const isSaid = (word: string): boolean =>
  FILLERS.has(word) ||
  /^[ap]\.?m\.?$/.test(word) ||
  CLOCK.test(word) ||
  clockOf(word) !== null ||
  parseDays(word) !== null;

/** A number or a sign in front, and behind it fields or signs that no other words have. */
function isCron(text: string): boolean {
  const words = text.split(/\s+/);
  if (!CRON_START.test(words[0] as string) || text.includes(':')) return false;
  return /[*?/]/.test(text) || (words.length > 2 && words.every((word) => CRON_FIELD.test(word)));
}

function readWords(text: string): When | WhenFault {
  const words = wordsOf(text);
  const said = words.filter((word) => !FILLERS.has(word));
  const times = said.filter((word) => clockOf(word) !== null || CLOCK.test(word));
  const days = said.filter((word) => !times.includes(word));
  const bad = times.find((word) => clockOf(word) === null);
  if (bad !== undefined) return { kind: 'time', text: bad };
  if (times.length > 1) return { kind: 'several', text };
  const strange = days.find((word) => parseDays(word) === null);
  if (strange !== undefined) return { kind: 'word', text: strange };
  const isEveryDay = days.length > 0 || /\b(?:every|each) day\b/.test(words.join(' '));
  const [time] = times;
  if (time === undefined && !isEveryDay) return { kind: 'word', text: words.join(' ') };
  return {
    time: time === undefined ? null : clockOf(time),
    days: isEveryDay ? daysNamed(days.length > 0 ? days.join(' ') : 'daily') : null,
  };
}

/** In small letters, with the spaces gone from `9 am`, `mon - fri` and `mon to fri`. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[–—]/g, '-')
    .replace(/\s+(?:to|through|until)\s+|\s*-\s*/g, '-')
    .replace(/(\d)\s+([ap]\.?m\b\.?|o'clock)/g, '$1$2')
    .split(/[\s,;]+/)
    .filter(Boolean);
}

function daysNamed(words: string): StudyDays | null {
  const days = parseDays(words);
  return days && { days, dates: null, months: null };
}

const NAMED_TIMES: Readonly<Record<string, string>> = {
  noon: '12:00',
  midday: '12:00',
  midnight: '00:00',
};

/** `9:00`, `09.00`, `18h30`, `9am`, `9:30pm`, `noon`; null for anything that no clock shows. */
function clockOf(word: string): TimeOfDay | null {
  if (Object.hasOwn(NAMED_TIMES, word)) return parseTime(NAMED_TIMES[word] as string);
  const [, hours, minutes = '00', half] =
    /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm|a\.m\.?|p\.m\.?|h|o'clock)?$/.exec(word) ?? [];
  if (hours === undefined || (half === undefined && !/[:.h]/.test(word))) return null;
  return /^[ap]/.test(half ?? '')
    ? halfDayTime(Number(hours), minutes, half?.startsWith('p') === true)
    : parseTime(`${hours}:${minutes}`);
}

function halfDayTime(hour: number, minutes: string, isAfternoon: boolean): TimeOfDay | null {
  if (hour < 1 || hour > 12) return null;
  return parseTime(`${(hour % 12) + (isAfternoon ? 12 : 0)}:${minutes}`);
}

/** As {@link readWhen} reads it: `weekdays at 09:00`, or cron's fields where dates or months are named. */
export function whenInWords({ time, days, dates, months }: Omit<Schedule, 'zone'>): string {
  if (!dates && !months) return `${daysInWords(days)} at ${time}`;
  const [hour, minute] = time.split(':').map(Number);
  const list = (values: readonly number[] | null): string => values?.join(',') ?? '*';
  const weekdays = days.length === 7 ? null : days;
  return [minute, hour, list(dates), list(months), list(weekdays)].join(' ');
}
