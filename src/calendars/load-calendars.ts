import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DaySpan, merged } from '../core/course.ts';
import { dayIn, type Instant, plusDays } from '../core/day.ts';
import type { Calendars } from '../ports/calendars.ts';
import { BadCalendar } from './bad-calendar.ts';

/** How far back and ahead events are looked at (days). */
const REACH = 5 * 366;
const MOST_BYTES = 1024 * 1024;
const ENDING = '.ics';

export type LoadedCalendars =
  | { readonly kind: 'loaded'; readonly calendars: Calendars }
  /** Each with its file and what to do. */
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

/** Every `<name>.ics` of a folder, around a moment; none where there is no folder. Never throws. */
export async function loadCalendars(folder: string, around: Instant): Promise<LoadedCalendars> {
  const files = await filesIn(folder);
  const known = new Map<string, readonly DaySpan[]>();
  const faults: string[] = [];
  for (const file of files) {
    try {
      known.set(nameOf(file), await readCalendar(join(folder, file), around));
    } catch (cause) {
      const why = cause instanceof BadCalendar ? cause.message : `it cannot be read (${cause})`;
      faults.push(`${join(folder, file)}: ${why}.`);
    }
  }
  if (faults.length > 0) return { kind: 'faulty', faults };
  const names = [...known.keys()].sort();
  return {
    kind: 'loaded',
    calendars: { get: (name) => known.get(name) ?? null, list: () => names },
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ENDING)).sort();
}

/** What an organiser writes; a letter in front tells it from a date. */
function nameOf(file: string): string {
  const name = file.slice(0, -ENDING.length);
  if (/^[a-z][a-z0-9-]{0,63}$/.test(name)) return name;
  throw new BadCalendar(
    'its name must be small letters, digits and hyphens, with a letter in front',
  );
}

async function readCalendar(path: string, around: Instant): Promise<readonly DaySpan[]> {
  const bytes = await readFile(path);
  if (bytes.length > MOST_BYTES) throw new BadCalendar('it is larger than 1 MiB: make it shorter');
  // Few have calendars: its library is loaded for those who do.
  const { spansIn } = await import('./ics-spans.ts');
  const today = dayIn('UTC', around);
  return merged(spansIn(bytes.toString('utf8'), plusDays(today, -REACH), plusDays(today, REACH)));
}
