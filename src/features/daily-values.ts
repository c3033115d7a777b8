import { nearest } from '../chat/nearest.ts';
import type { Texts } from '../chat/texts/index.ts';
import type { DailyValues } from '../chat/views/daily.ts';
import { type Course, type DaySpan, merged } from '../core/course.ts';
import {
  holidayParts,
  MOST_HOLIDAYS,
  NOTHING,
  parseDate,
  parseSpan,
  parseTerm,
} from '../core/course-words.ts';
import type { Daily } from '../core/daily.ts';
import { type ChannelId, channelId, type DeckId, deckId } from '../core/ids.ts';
import { parseZone, type Schedule, type Zone } from '../core/schedule.ts';
import { readWhen } from '../core/when.ts';
import type { Calendars } from '../ports/calendars.ts';
import type { Decks } from '../ports/decks.ts';

/** What organisers decide about a daily. */
export type DailyOrder = Pick<Daily, 'channel' | 'schedule' | 'deck' | 'course'>;

/** What an organiser wrote about a daily, understood, or every problem with it at once. */
export type ReadValues =
  | { readonly kind: 'read'; readonly order: DailyOrder }
  | { readonly kind: 'misread'; readonly problems: readonly string[] };

interface Known {
  readonly decks: Decks;
  readonly calendars: Calendars;
}

/** One text that cannot be read. */
interface Problem {
  readonly problem: string;
}

const isProblem = (result: unknown): result is Problem =>
  typeof result === 'object' && result !== null && 'problem' in result;

/** What was not written stays as it is in `before`. */
export function readDailyValues(
  { decks, calendars }: Known,
  values: DailyValues,
  before: DailyOrder,
  texts: Texts,
): ReadValues {
  const problems: string[] = [];
  function read<Value>(
    text: string | undefined,
    stands: Value,
    reader: (text: string) => Value | Problem,
  ): Value {
    if (!text?.trim()) return stands;
    const result = reader(text.trim());
    if (!isProblem(result)) return result;
    problems.push(result.problem);
    return stands;
  }
  const { schedule, course } = before;
  const when = read(values.when, schedule, (text) => readSchedule(text, schedule, texts));
  const zone = read(values.zone, schedule.zone, (text) => readZone(text, texts));
  const deck = read(values.deck, before.deck, (text) => readDeck(text, decks, texts));
  const term = read(values.term, termOf(course), (text) => readTerm(text, texts));
  const holidays = read(values.holidays, course.holidays, (text) =>
    readHolidays(text, calendars, texts),
  );
  const exam = read(values.exam, course.exam, (text) => readExam(text, texts));
  const channel = read(values.channel, before.channel, (text) => readChannel(text, texts));
  if (problems.length > 0) return { kind: 'misread', problems };
  const order = {
    channel,
    schedule: { ...when, zone },
    deck,
    course: { ...term, holidays, exam },
  };
  return { kind: 'read', order };
}

function readSchedule(text: string, before: Schedule, texts: Texts): Schedule | Problem {
  const when = readWhen(text);
  if ('kind' in when) return { problem: texts.when.misread(when) };
  return { ...before, ...when.days, time: when.time ?? before.time };
}

function readZone(text: string, texts: Texts): Zone | Problem {
  return parseZone(text) ?? { problem: texts.daily.badZone(text, nearestZone(text)) };
}

function readDeck(text: string, decks: Decks, texts: Texts): DeckId | Problem {
  const id = deckId.parse(text);
  const names = decks.list().map((deck) => deck.id);
  return (id && decks.get(id)?.id) ?? { problem: texts.daily.badDeck(text, names) };
}

const termOf = ({ starts, ends }: Course): Pick<Course, 'starts' | 'ends'> => ({ starts, ends });

function readTerm(text: string, texts: Texts): Pick<Course, 'starts' | 'ends'> | Problem {
  return parseTerm(text) ?? { problem: texts.course.badTerm(text) };
}

function readExam(text: string, texts: Texts): Course['exam'] | Problem {
  if (text.toLowerCase() === NOTHING) return null;
  return parseDate(text) ?? { problem: texts.course.badExam(text) };
}

/** Dates, ranges and names of calendars, whose days are copied. */
function readHolidays(
  text: string,
  calendars: Calendars,
  texts: Texts,
): Course['holidays'] | Problem {
  if (text.toLowerCase() === NOTHING) return [];
  const spans: DaySpan[] = [];
  for (const part of holidayParts(text)) {
    const span = parseSpan(part);
    const found = span ? [span] : calendars.get(part.toLowerCase());
    if (!found) return { problem: noHoliday(part, calendars, texts) };
    spans.push(...found);
  }
  const all = merged(spans);
  if (all.length <= MOST_HOLIDAYS) return all;
  return { problem: texts.course.tooManyHolidays(all.length, MOST_HOLIDAYS) };
}

function noHoliday(part: string, calendars: Calendars, texts: Texts): string {
  if (!/^[a-z]/i.test(part)) return texts.course.badHoliday(part);
  const known = calendars.list();
  return texts.course.badCalendar(part, known, nearest(part.toLowerCase(), known));
}

/** An id as platforms hand it over, or as some write a mention: `<#C123|study>`, `#study`. */
function readChannel(text: string, texts: Texts): ChannelId | Problem {
  const id = text.replace(/^<#([^|>]*)(?:\|[^>]*)?>$/, '$1').replace(/^#/, '');
  return channelId.parse(id) ?? { problem: texts.daily.badChannel(text) };
}

/** By the whole name or by its city alone, whatever the case. */
function nearestZone(text: string): string | null {
  const zones = Intl.supportedValuesOf('timeZone');
  const typed = text.trim().toLowerCase().replace(/\s+/g, '_');
  const byCity = zones.find((zone) => zone.toLowerCase().endsWith(`/${typed}`));
  if (byCity) return byCity;
  const meant = nearest(
    typed,
    zones.map((zone) => zone.toLowerCase()),
  );
  return zones.find((zone) => zone.toLowerCase() === meant) ?? null;
}
