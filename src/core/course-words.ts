import type { Course, DaySpan } from './course.ts';
import { type Day, parseDay } from './day.ts';

/** Takes away what a daily has. */
export const NOTHING = 'none';

/** More would make every look at a daily slow. */
export const MOST_HOLIDAYS = 1_000;
const [EARLIEST, LATEST] = ['2000-01-01', '2199-12-31'];

/** A date of our times, `2026-12-24`; null for anything else. */
export function parseDate(text: string): Day | null {
  const day = parseDay(text.trim());
  return day !== null && day >= EARLIEST && day <= LATEST ? day : null;
}

/** `2026-10-01..2027-01-31`, either end may be left out, or `none`; null for anything else. */
export function parseTerm(text: string): Pick<Course, 'starts' | 'ends'> | null {
  const written = text.trim();
  if (written.toLowerCase() === NOTHING) return { starts: null, ends: null };
  const [first, last, ...rest] = written.split('..').map((end) => end.trim());
  if (first === undefined || last === undefined || rest.length > 0 || first + last === '') {
    return null;
  }
  const [starts, ends] = [first, last].map((end) =>
    end === '' ? null : (parseDate(end) ?? 'no date'),
  );
  if (starts === 'no date' || ends === 'no date') return null;
  const isBackwards = starts && ends && starts > ends;
  return isBackwards ? null : { starts: starts ?? null, ends: ends ?? null };
}

/** The parts of a list of holidays, `2026-12-21 .. 2027-01-03, 2027-04-02`. */
export function holidayParts(text: string): string[] {
  return text
    .replace(/\s*\.\.\s*/g, '..')
    .split(/[,;\s]+/)
    .filter(Boolean);
}

/** `2026-12-24` or `2026-12-21..2027-01-03`; null for anything else. */
export function parseSpan(text: string): DaySpan | null {
  const [first, last, ...rest] = text.split('..').map(parseDate);
  if (!first || last === null || rest.length > 0) return null;
  return first > (last ?? first) ? null : { first, last: last ?? first };
}

export function termInWords({ starts, ends }: Pick<Course, 'starts' | 'ends'>): string {
  return starts === null && ends === null ? NOTHING : `${starts ?? ''}..${ends ?? ''}`;
}

export function holidaysInWords(holidays: readonly DaySpan[]): string {
  if (holidays.length === 0) return NOTHING;
  return holidays
    .map(({ first, last }) => (first === last ? first : `${first}..${last}`))
    .join(', ');
}
