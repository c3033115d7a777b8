import type { DayMark } from '../../../core/statistics.ts';

const MARKS: Readonly<Record<DayMark, string>> = {
  right: 'right',
  partly: 'partly',
  wrong: 'wrong',
  answered: 'answered',
  none: 'no answer',
};

/** What stands in pictures of numbers: a few words each. */
export const chartTexts = {
  chart: {
    streak: (freezes: number) =>
      freezes === 0 ? 'streak' : `streak · ${freezes} ${freezes === 1 ? 'freeze' : 'freezes'}`,
    points: (points: number) => (points === 1 ? 'point' : 'points'),
    rank: (rank: number, total: number) => `${rank} of ${total}`,
    top: (percent: number) => `rank · top ${percent} %`,
    right: (right: number, graded: number) => `${right} of ${graded} right`,
    answered: 'answered',
    known: (known: number, all: number) => `${known} of ${all}`,
    cardsKnown: 'cards known',
    topic: (right: number, graded: number, percent: number) =>
      `${right} of ${graded} right, ${percent} %`,
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    marks: MARKS,
    someone: 'a member',
    you: ' (you)',
  },
};
