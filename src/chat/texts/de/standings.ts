import type { Window } from '../../../core/standings.ts';
import type { standingsTexts as english } from '../en/standings.ts';
import type { Translated } from '../translated.ts';
import { freezes, list, plural, points, quoted, rounds } from './words.ts';

const WINDOWS: Readonly<Record<Window, string>> = {
  week: 'diese Woche',
  month: 'dieser Monat',
  term: 'dieses Semester',
  all: 'insgesamt',
};

/** Streaks and leaderboards. */
export const standingsTexts: Translated<typeof english> = {
  streak: {
    title: (count) => (count === 0 ? 'Noch keine Serie' : `Serie: ${rounds(count)}`),
    line: (count, held) => `Serie ${count}${held > 0 ? ` · ${freezes(held)} in Reserve` : ''}`,
    longest: (count) => `Deine längste ist ${count}.`,
    freezes: (held, most, toGo) =>
      held >= most
        ? `Freezes in Reserve: ${held}, mehr kann man nicht haben.`
        : `Freezes in Reserve: ${held}. Der nächste kommt nach ${plural(toGo, 'weiteren Frage', 'weiteren Fragen')}.`,
    covered: (numbers) =>
      `${numbers.length === 1 ? 'Ein Freeze hat' : 'Freezes haben'} Frage ${list(numbers)} überbrückt.`,
    waiting: (numbers) =>
      `Du hast Frage ${list(numbers)} verpasst: Deine nächste Antwort braucht ${freezes(numbers.length)} und erhält die Serie.`,
    broken: (longest) =>
      `Deine letzte Serie endete mit einer verpassten Frage. Die nächste Antwort beginnt eine neue; deine längste ist ${longest}.`,
    none: 'Beantworte die nächste Frage, um eine zu beginnen.',
    answered: 'Die heutige Frage ist beantwortet.',
    open: 'Die heutige Frage wartet auf dich.',
    daily: (daily) => `Tägliche Frage ${daily}`,
    share: 'Teilen',
    shared: (count) => ` hat eine Serie von ${rounds(count)}.`,
    nothingToShare: 'Es gibt noch keine Serie zu teilen: Beantworte zuerst eine Frage.',
  },

  board: {
    title: (parts) => ['Rangliste', ...parts].join(' · '),
    spans: WINDOWS,
    week: (monday) => `die Woche vom ${monday}`,
    dates: (first, last) => `${first} bis ${last}`,
    by: { points: null, streak: 'Serien', accuracy: 'Trefferquote' },
    scopes: { community: null, channel: 'dieser Kanal' },
    empty: {
      points: 'Noch keine Punkte: Sie erscheinen, wenn eine Frage schliesst.',
      streak: 'Noch hat niemand eine Serie: Eine beantwortete Frage zählt, wenn sie schliesst.',
      accuracy:
        'Noch ist niemand gelistet: Dazu braucht es Antworten auf mindestens die Hälfte der geschlossenen Fragen dieser Zeit.',
    },
    values: {
      points,
      streak: rounds,
      accuracy: (value) => `${value} % richtig`,
    },
    members: (total) => plural(total, 'Mitglied', 'Mitglieder'),
    previous: 'Zurück',
    next: 'Weiter',
    whereAmI: 'Wo bin ich?',
    notListed: {
      points:
        'Du hast in dieser Zeit noch keine Punkte: Eine beantwortete Frage zählt, wenn sie schliesst.',
      streak: 'Du hast noch keine Serie: Eine beantwortete Frage zählt, wenn sie schliesst.',
      accuracy:
        'Du bist nicht gelistet: Dazu braucht es Antworten auf mindestens die Hälfte der geschlossenen Fragen dieser Zeit.',
    },
    hidden: 'Du bist verborgen: Nur du siehst deine Zeile, und /me show listet dich wieder.',
    improved: 'Am meisten zugelegt diese Woche: ',
    improvedMore: ' und andere',
    rise: (count) => ` (+${points(count)} gegenüber letzter Woche)`,
    badDates: (text) =>
      `${quoted(text)} ist keine Zeitspanne: Schreib den ersten und den letzten Tag, etwa 2026-10-01..2026-12-20.`,
    backwards: (text) =>
      `${quoted(text)} endet, bevor es beginnt: Schreib den früheren Tag zuerst.`,
    noTerm:
      'Keine tägliche Frage hier hat ein Semester: Wähle week, month oder all, oder nenne die Tage.',
  },

  hide: {
    hidden: 'Du bist verborgen',
    hiddenNote:
      'Die Ranglisten zeigen und zählen dich nicht mehr; "Wo bin ich?" zeigt dir, und sonst niemandem, den Rang, den du hättest.',
    shown: 'Du bist wieder gelistet',
    shownNote: 'Die Ranglisten zeigen dich mit allen deinen Punkten.',
    already: 'Du bist schon verborgen: /me show listet dich wieder.',
    notHidden: 'Du bist nicht verborgen: /me hide nimmt dich aus den Ranglisten.',
  },
};
