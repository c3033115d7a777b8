import type { WhenFault } from '../../../core/when.ts';
import type { courseTexts as englishCourse } from '../en/schedule.ts';
import type { Translated } from '../translated.ts';
import { plural, quoted } from './words.ts';

const EXAMPLE = 'Schreib Wörter wie "weekdays 09:00" oder fünf Cron-Felder wie "0 9 * * 1-5"';
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
      return `Die Zeit fehlt: ${EXAMPLE}.`;
    case 'fields':
      return `Eine Zeit in der Form von Cron hat fünf Felder (Minute, Stunde, Tag des Monats, Monat, Wochentag), diese hat ${fault.count}: Schreib etwa "0 9 * * 1-5".`;
    case 'hash':
      return 'H überlässt die Zeit dem Zufall: Schreib Minute und Stunde selbst, etwa "0 9 * * 1-5".';
    case 'macro': {
      const instead = MACROS[fault.text.toLowerCase()] ?? 'daily 09:00';
      return `${quoted(fault.text)} verstehen nur manche Programme: Schreib ${quoted(instead)}.`;
    }
    case 'sign':
      return `${quoted(fault.sign)} in ${quoted(fault.text)} verstehen nur manche Programme: Schreib Zahlen, Namen, Listen und Spannen wie "1,15" oder "MON-FRI".`;
    case 'field':
      return `${quoted(fault.text)} passt nicht in dieses Feld (${fault.name}): Schreib Zahlen, Namen, Listen und Spannen, die es kennt, oder *.`;
    case 'several':
      return `${quoted(fault.text)} fragt mehr als einmal am Tag: Schreib eine Minute und eine Stunde, und richte für eine zweite Zeit eine zweite tägliche Frage ein.`;
    case 'never':
      return `${quoted(fault.text)} nennt ein Datum, das nie kommt: Schreib einen Tag, den die Monate haben.`;
    case 'time':
      return `${quoted(fault.text)} ist keine Uhrzeit: Schreib Stunden und Minuten, etwa 09:00.`;
    case 'word':
      return `${quoted(fault.text)} nennt weder Tage noch eine Uhrzeit: ${EXAMPLE}.`;
  }
}

export const whenTexts = { misread };

const DATE = 'Schreib ein Datum von 2000 bis 2199 wie 2026-12-24';

function term(starts: string | null, ends: string | null): string {
  if (starts === null) return `Semester bis ${ends}`;
  return ends === null ? `Semester ab ${starts}` : `Semester ${starts} bis ${ends}`;
}

/** A daily's term, holidays and exam. */
export const courseTexts: Translated<typeof englishCourse> = {
  badTerm: (text) =>
    `${quoted(text)} ist kein Semester: Schreib den ersten und den letzten Tag, etwa 2026-10-01..2027-01-31, lass einen davon weg, oder schreib none.`,
  badHoliday: (text) =>
    `${quoted(text)} ist kein freier Tag: ${DATE}, eine Spanne wie 2026-12-21..2027-01-03, oder none.`,
  badCalendar: (text, known, meant) =>
    known.length === 0
      ? `Es gibt keinen Kalender ${quoted(text)} und auch keinen anderen: Schreib Tage und Spannen, etwa 2026-12-21..2027-01-03.`
      : `Es gibt keinen Kalender ${quoted(text)}: ${meant ? `Meinst du ${meant}?` : `Schreib einen von ${known.join(', ')}, oder Tage und Spannen.`}`,
  tooManyHolidays: (count, most) =>
    `Das sind ${count} freie Zeiten, und eine tägliche Frage fasst ${most}: Schreib längere Spannen oder weniger davon.`,
  badExam: (text) => `${quoted(text)} ist kein Tag für eine Prüfung: ${DATE}, oder none.`,
  term,
  holidays: (spans) => `keine Fragen am ${spans}`,
  manyHolidays: (count) => `${count} freie Zeiten, wie sie sind`,
  exam: (day) => `Prüfung am ${day}`,
  asksNoMore: 'Sie kommt nicht mehr: In ihrem Semester ist kein Lerntag übrig.',
  forDay: (day) => ` (für ${day})`,
  notAStudyDay:
    'Heute ist nach Semester und Ferien kein Lerntag dieser täglichen Frage: /daily edit ändert das.',
  countdown: (count) =>
    count === 0
      ? 'Prüfung heute'
      : count === 1
        ? 'Prüfung morgen'
        : `Prüfung in ${plural(count, 'Tag', 'Tagen')}`,
};
