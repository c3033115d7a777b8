import type { WhenFault } from '../../../core/when.ts';
import { quoted } from './words.ts';

const EXAMPLE = 'write words such as "weekdays 09:00", or five cron fields such as "0 9 * * 1-5"';
const MACROS: Readonly<Record<string, string>> = {
  '@daily': 'daily 00:00',
  '@midnight': 'daily 00:00',
  '@weekly': 'sundays 00:00',
  '@monthly': '0 0 1 * *',
};

/** Why a schedule cannot be read, and what to write instead. */
function misread(fault: WhenFault): string {
  switch (fault.kind) {
    case 'empty':
      return `There is no schedule: ${EXAMPLE}.`;
    case 'fields':
      return `A schedule in cron's form has five fields (minute, hour, day of the month, month, weekday), this has ${fault.count}: write "0 9 * * 1-5", for example.`;
    case 'hash':
      return 'H leaves the time to chance: write the minute and the hour themselves, such as "0 9 * * 1-5".';
    case 'macro': {
      const instead = MACROS[fault.text.toLowerCase()] ?? 'daily 09:00';
      return `${quoted(fault.text)} is a word of some programs only: write ${quoted(instead)}.`;
    }
    case 'sign':
      return `${quoted(fault.sign)} in ${quoted(fault.text)} is known to some programs only: write numbers, names, lists and ranges, such as "1,15" or "MON-FRI".`;
    case 'field':
      return `${quoted(fault.text)} is no ${fault.name}: write numbers, names, lists and ranges that it has, or *.`;
    case 'several':
      return `${quoted(fault.text)} asks more than once a day: write one minute and one hour, and set up a second daily for a second time.`;
    case 'never':
      return `${quoted(fault.text)} names a date that never comes: write a day that its months have.`;
    case 'time':
      return `${quoted(fault.text)} is no time of day: write hours and minutes, such as 09:00.`;
    case 'word':
      return `${quoted(fault.text)} names no days and no time: ${EXAMPLE}.`;
  }
}

export const whenTexts = { misread };

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const DATE = 'write a date from 2000 to 2199 such as 2026-12-24';

/** A daily's term, holidays and exam. */
export const courseTexts = {
  badTerm: (text: string) =>
    `${quoted(text)} is no term: write its first and last day, such as 2026-10-01..2027-01-31, leave one of them out, or write none.`,
  badHoliday: (text: string) =>
    `${quoted(text)} is no holiday: ${DATE}, a range such as 2026-12-21..2027-01-03, or none.`,
  badCalendar: (text: string, known: readonly string[], meant: string | null) =>
    known.length === 0
      ? `There is no calendar ${quoted(text)}, and no other: write dates and ranges, such as 2026-12-21..2027-01-03.`
      : `There is no calendar ${quoted(text)}: ${meant ? `did you mean ${meant}?` : `write one of ${known.join(', ')}, or dates and ranges.`}`,
  tooManyHolidays: (count: number, most: number) =>
    `These are ${count} holidays, and a daily holds ${most}: write longer ranges or fewer of them.`,
  badExam: (text: string) => `${quoted(text)} is no day for an exam: ${DATE}, or none.`,
  term: (starts: string | null, ends: string | null) =>
    `term ${starts === null ? 'until' : ends === null ? 'from' : ''} ${[starts, ends].filter(Boolean).join(' to ')}`.replace(
      '  ',
      ' ',
    ),
  holidays: (spans: string) => `no questions on ${spans}`,
  manyHolidays: (count: number) => `${count} holidays, as they are`,
  exam: (day: string) => `exam on ${day}`,
  asksNoMore: 'It asks no more questions: no study day is left in its term.',
  forDay: (day: string) => ` (for ${day})`,
  notAStudyDay:
    'Today is no study day of this daily, by its term and its holidays: /daily edit changes them.',
  countdown: (count: number) =>
    count === 0 ? 'exam today' : count === 1 ? 'exam tomorrow' : `exam in ${days(count)}`,
};
