import ICAL from 'ical.js';
import type { DaySpan } from '../core/course.ts';
import { type Day, plusDays } from '../core/day.ts';
import { BadCalendar } from './bad-calendar.ts';

const MOST_SPANS = 5_000;
/** How often an event is followed through its repeats, back to its beginning. */
const MOST_REPEATS = 50_000;

/** Every day on which an event stands, all day or for a while, between two days; the dates as they are written. */
export function spansIn(text: string, from: Day, to: Day): DaySpan[] {
  const spans: DaySpan[] = [];
  for (const event of eventsIn(text)) {
    for (const span of spansOf(event, from, to)) {
      if (spans.push(span) > MOST_SPANS) {
        throw new BadCalendar(
          `it has more than ${MOST_SPANS} events within ten years: make it shorter`,
        );
      }
    }
  }
  return spans;
}

function eventsIn(text: string): ICAL.Event[] {
  const calendar = parsed(text);
  const all = calendar
    .getAllSubcomponents('vevent')
    .filter((component) => component.getFirstPropertyValue('status') !== 'CANCELLED')
    // By itself, an event takes the exceptions of all others for its own.
    .map((component) => new ICAL.Event(component, { strictExceptions: true, exceptions: [] }));
  const events = all.filter((event) => !event.isRecurrenceException());
  for (const changed of all.filter((event) => event.isRecurrenceException())) {
    events.find(({ uid }) => uid === changed.uid)?.relateException(changed);
  }
  return events;
}

function parsed(text: string): ICAL.Component {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    if (calendar.name === 'vcalendar') return calendar;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : cause;
    throw new BadCalendar(`it is no iCalendar text (${why}): export it anew`, { cause });
  }
  throw new BadCalendar('it is no iCalendar text: it begins with BEGIN:VCALENDAR');
}

function* spansOf(event: ICAL.Event, from: Day, to: Day): Generator<DaySpan> {
  for (const { start, end } of timesOf(event)) {
    const span = spanOf(start, end);
    if (span.first > to) return;
    if (span.last >= from) yield span;
  }
}

interface Times {
  readonly start: ICAL.Time;
  readonly end: ICAL.Time;
}

function* timesOf(event: ICAL.Event): Generator<Times> {
  if (!event.startDate)
    throw new BadCalendar(`the event ${JSON.stringify(event.summary)} has no DTSTART`);
  if (!event.isRecurring()) {
    yield { start: event.startDate, end: event.endDate };
    return;
  }
  const repeats = event.iterator();
  for (let count = 0; count < MOST_REPEATS; count++) {
    const time = repeats.next();
    if (!time) return;
    const { startDate: start, endDate: end } = event.getOccurrenceDetails(time);
    yield { start, end };
  }
  throw new BadCalendar(
    `the event ${JSON.stringify(event.summary)} repeats too often: end it, or name its days`,
  );
}

/** What ends at midnight does not touch the day that begins then. */
function spanOf(start: ICAL.Time, end: ICAL.Time): DaySpan {
  const [first, after] = [dayOf(start), dayOf(end)];
  const isWhole = end.isDate || (end.hour === 0 && end.minute === 0 && end.second === 0);
  const last = isWhole && after > first ? plusDays(after, -1) : after;
  return { first, last: last < first ? first : last };
}

function dayOf({ year, month, day }: ICAL.Time): Day {
  const parts = [
    String(year).padStart(4, '0'),
    ...[month, day].map((part) => String(part).padStart(2, '0')),
  ];
  return parts.join('-') as Day;
}
