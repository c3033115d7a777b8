import type { chartTexts as english } from '../en/chart.ts';
import type { Translated } from '../translated.ts';

/** What stands in pictures of numbers: a few words each. */
export const chartTexts: Translated<typeof english> = {
  chart: {
    streak: (freezes) =>
      freezes === 0 ? 'Serie' : `Serie · ${freezes} ${freezes === 1 ? 'Freeze' : 'Freezes'}`,
    points: (points) => (points === 1 ? 'Punkt' : 'Punkte'),
    rank: (rank, total) => `${rank} von ${total}`,
    top: (percent) => `Rang · beste ${percent} %`,
    right: (right, graded) => `${right} von ${graded} richtig`,
    answered: 'beantwortet',
    known: (known, all) => `${known} von ${all}`,
    cardsKnown: 'Karten bekannt',
    topic: (right, graded, percent) => `${right} von ${graded} richtig, ${percent} %`,
    weekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
    marks: {
      right: 'richtig',
      partly: 'teilweise',
      wrong: 'falsch',
      answered: 'beantwortet',
      none: 'keine Antwort',
    },
    someone: 'ein Mitglied',
    you: ' (du)',
  },
};
