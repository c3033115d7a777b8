import type { DayMark } from '../../../core/statistics.ts';
import { plural } from './words.ts';

const SYMBOLS: Readonly<Record<DayMark, string>> = {
  right: '■',
  partly: '◪',
  wrong: '□',
  answered: '○',
  none: '·',
};

/** A member's own statistics. */
export const statisticsTexts = {
  statistics: {
    title: 'Your statistics',
    none: 'No statistics yet',
    noneNote: 'They begin with your first answer.',
    points: (points: number, rank: number, total: number, top: number) =>
      `${plural(points, 'point')}, rank ${rank} of ${total}: in the top ${top} %.`,
    noPoints: 'No points yet: a question that you answered counts when it closes.',
    hidden: 'You are hidden: only you see this rank.',
    answered: (answered: number) => `${plural(answered, 'question')} answered.`,
    right: (right: number, graded: number, percent: number) =>
      `${right} of ${graded} graded answers right: ${percent} %.`,
    review: 'Review them',
    known: (known: number, all: number) =>
      `${known} of ${plural(all, 'card')} in your review known.`,
    due: (due: number) =>
      due === 0
        ? 'No card is due.'
        : `${due} ${due === 1 ? 'card is' : 'cards are'} due: /review asks ${due === 1 ? 'it' : 'them'}.`,
    topics: 'By topic, the weakest first',
    topic: (topic: string, right: number, graded: number, percent: number) =>
      `${topic}: ${right} of ${graded} right, ${percent} %`,
    moreTopics: (count: number) => `${plural(count, 'more topic')}, with better results`,
    calendar: (weeks: number) => `The last ${weeks} weeks, Monday to Sunday`,
    symbols: SYMBOLS,
    legend: `${SYMBOLS.right} right ${SYMBOLS.partly} partly ${SYMBOLS.wrong} wrong ${SYMBOLS.answered} answered ${SYMBOLS.none} no answer`,
    month: (month: string, answered: number, right: number, graded: number) =>
      `${month}: ${answered} answered, ${right} of ${graded} right`,
  },
};
