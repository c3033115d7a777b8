import type { statisticsTexts as english } from '../en/statistics.ts';
import { statisticsTexts as own } from '../en/statistics.ts';
import type { Translated } from '../translated.ts';
import { plural, points as pointsOf } from './words.ts';

const { symbols } = own.statistics;

/** A member's own statistics. */
export const statisticsTexts: Translated<typeof english> = {
  statistics: {
    title: 'Deine Statistik',
    none: 'Noch keine Statistik',
    noneNote: 'Sie beginnt mit deiner ersten Antwort.',
    points: (points, rank, total, top) =>
      `${pointsOf(points)}, Rang ${rank} von ${total}: in den besten ${top} %.`,
    noPoints: 'Noch keine Punkte: Eine beantwortete Frage zählt, wenn sie schliesst.',
    hidden: 'Du bist verborgen: Nur du siehst diesen Rang.',
    answered: (answered) => `${plural(answered, 'Frage', 'Fragen')} beantwortet.`,
    right: (right, graded, percent) =>
      `${right} von ${graded} bewerteten Antworten richtig: ${percent} %.`,
    review: 'Wiederhole sie',
    known: (known, all) =>
      `${known} von ${plural(all, 'Karte', 'Karten')} in deiner Wiederholung bekannt.`,
    due: (due) =>
      due === 0
        ? 'Keine Karte ist fällig.'
        : `${plural(due, 'Karte ist', 'Karten sind')} fällig: /review fragt sie ab.`,
    topics: 'Nach Thema, das schwächste zuerst',
    topic: (topic, right, graded, percent) =>
      `${topic}: ${right} von ${graded} richtig, ${percent} %`,
    moreTopics: (count) =>
      count === 1
        ? '1 weiteres Thema mit besserem Ergebnis'
        : `${count} weitere Themen mit besseren Ergebnissen`,
    calendar: (weeks) => `Die letzten ${weeks} Wochen, Montag bis Sonntag`,
    symbols,
    legend: `${symbols.right} richtig ${symbols.partly} teilweise ${symbols.wrong} falsch ${symbols.answered} beantwortet ${symbols.none} keine Antwort`,
    month: (month, answered, right, graded) =>
      `${month}: ${answered} beantwortet, ${right} von ${graded} richtig`,
  },
};
