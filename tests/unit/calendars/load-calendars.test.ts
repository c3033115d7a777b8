import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { spansIn } from '../../../src/calendars/ics-spans.ts';
import { loadCalendars } from '../../../src/calendars/load-calendars.ts';
import type { Day } from '../../../src/core/day.ts';

const NOW = Date.parse('2026-11-23T12:00Z');
const FROM = '2021-11-22' as Day;
const TO = '2031-11-25' as Day;

const calendar = (...events: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//T//T//EN', ...events, 'END:VCALENDAR', ''].join(
    '\r\n',
  );

const event = (...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', 'UID:one', 'SUMMARY:Off', ...lines, 'END:VEVENT'].join('\r\n');

const found = (...lines: readonly string[]): string[] =>
  spansIn(calendar(event(...lines)), FROM, TO).map(({ first, last }) =>
    first === last ? first : `${first}..${last}`,
  );

describe('the days of an event', () => {
  it.each([
    ['one whole day', ['DTSTART;VALUE=DATE:20261224'], ['2026-12-24']],
    [
      'whole days, the last one not included',
      ['DTSTART;VALUE=DATE:20261221', 'DTEND;VALUE=DATE:20270104'],
      ['2026-12-21..2027-01-03'],
    ],
    ['a duration', ['DTSTART;VALUE=DATE:20261221', 'DURATION:P3D'], ['2026-12-21..2026-12-23']],
    [
      'an hour, in whatever zone it is written',
      ['DTSTART;TZID=Asia/Tokyo:20261224T230000', 'DTEND;TZID=Asia/Tokyo:20261224T235900'],
      ['2026-12-24'],
    ],
    [
      'an evening until midnight',
      ['DTSTART:20261224T180000Z', 'DTEND:20261225T000000Z'],
      ['2026-12-24'],
    ],
    ['a night', ['DTSTART:20261224T180000Z', 'DTEND:20261225T010000Z'], ['2026-12-24..2026-12-25']],
    [
      'a yearly day, within five years around now',
      ['DTSTART;VALUE=DATE:20000801', 'RRULE:FREQ=YEARLY'],
      Array.from({ length: 10 }, (_, at) => `${2022 + at}-08-01`),
    ],
    [
      'a weekly day with an exception',
      ['DTSTART;VALUE=DATE:20261204', 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;VALUE=DATE:20261211'],
      ['2026-12-04', '2026-12-18'],
    ],
    ['a cancelled event: none', ['DTSTART;VALUE=DATE:20261224', 'STATUS:CANCELLED'], []],
    ['the far future: none', ['DTSTART;VALUE=DATE:20401224'], []],
    ['the far past: none', ['DTSTART;VALUE=DATE:20001224'], []],
  ])('%s', (_what, lines, days) => {
    expect(found(...lines)).toEqual(days);
  });

  it('that was moved once stand where it was moved to', () => {
    const weekly = event('DTSTART;VALUE=DATE:20261204', 'RRULE:FREQ=WEEKLY;COUNT=2');
    const moved = event('RECURRENCE-ID;VALUE=DATE:20261211', 'DTSTART;VALUE=DATE:20261214');
    const other = weekly.replace('UID:one', 'UID:two');
    const days = (...events: string[]) =>
      spansIn(calendar(...events), FROM, TO).map(({ first }) => first);
    expect(days(weekly, moved)).toEqual(['2026-12-04', '2026-12-14']);
    expect(days(moved, other)).toEqual(['2026-12-04', '2026-12-11']);
  });
});

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hypercall-calendars-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe('the folder of calendars', () => {
  it('gives each file under its name, its days merged', async () => {
    const folder = await folderWith({
      'zurich.ics': calendar(
        event('DTSTART;VALUE=DATE:20261225'),
        event('DTSTART;VALUE=DATE:20261224'),
      ),
      'bern.ics': calendar(),
      'notes.txt': 'nothing',
    });
    const loaded = await loadCalendars(folder, NOW);
    if (loaded.kind === 'faulty') throw new Error(loaded.faults.join());
    expect(loaded.calendars.list()).toEqual(['bern', 'zurich']);
    expect(loaded.calendars.get('zurich')).toEqual([{ first: '2026-12-24', last: '2026-12-25' }]);
    expect(loaded.calendars.get('bern')).toEqual([]);
    expect(loaded.calendars.get('basel')).toBeNull();
  });

  it('may be missing', async () => {
    expect(await loadCalendars('/nowhere/at/all', NOW)).toMatchObject({ kind: 'loaded' });
  });

  it.each([
    ['a.ics', 'just words', 'a.ics: it is no iCalendar text'],
    ['a.ics', '', 'a.ics: it is no iCalendar text'],
    ['a.ics', 'BEGIN:VCARD\r\nEND:VCARD\r\n', 'a.ics: it is no iCalendar text'],
    ['a.ics', calendar(event()), 'a.ics: the event "Off" has no DTSTART'],
    ['a.ics', `${' '.repeat(1024 * 1024)} `, 'a.ics: it is larger than 1 MiB'],
    ['My Days.ics', calendar(), 'My Days.ics: its name must be small letters'],
    [
      'a.ics',
      calendar(event('DTSTART:20261224T000000Z', 'RRULE:FREQ=MINUTELY')),
      'a.ics: it has more than 5000 events within ten years',
    ],
    [
      'a.ics',
      calendar(event('DTSTART:19700101T000000Z', 'RRULE:FREQ=HOURLY')),
      'a.ics: the event "Off" repeats too often',
    ],
  ])('refuses %s: %#', async (name, text, fault) => {
    const loaded = await loadCalendars(await folderWith({ [name]: text }), NOW);
    expect(loaded.kind === 'faulty' ? loaded.faults.join() : 'loaded').toContain(fault);
  });
});
