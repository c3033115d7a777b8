import {
  type CalendarWeek,
  type DayMark,
  percentRight,
  tallyOf,
  topicTallies,
  topPercent,
} from '../../core/statistics.ts';
import type { Figure, ShareBar, StatisticsChart } from '../chart.ts';
import type { Texts } from '../texts/index.ts';
import type { Statistics } from './statistics.ts';
import { bestStreak } from './streak.ts';

/** A quarter of a year. */
export const WEEKS = 13;
export const MOST_TOPICS = 10;

const MARKS: readonly DayMark[] = ['right', 'partly', 'wrong', 'answered', 'none'];

/** The numbers of `/me stats` for a picture. */
export function statisticsChart(
  statistics: Statistics,
  weeks: readonly CalendarWeek[],
  texts: Texts,
): StatisticsChart {
  const { statistics: own, chart } = texts;
  const { weekdays, marks } = chart;
  const legend = MARKS.map((mark) => ({ mark, label: marks[mark] }));
  return {
    kind: 'statistics',
    title: own.title,
    figures: [
      ...streakFigure(statistics, texts),
      ...rankFigures(statistics, texts),
      accuracyFigure(statistics, texts),
      ...reviewFigure(statistics, texts),
    ],
    topics: { title: own.topics, bars: topicBars(statistics, texts) },
    calendar: { title: own.calendar(weeks.length), weekdays, weeks, legend },
  };
}

function streakFigure({ streaks }: Statistics, { chart }: Texts): Figure[] {
  const best = bestStreak(streaks);
  if (!best) return [];
  return [{ value: String(best.now.current), label: chart.streak(best.streak.freezes) }];
}

function rankFigures({ rank: own }: Statistics, { chart }: Texts): Figure[] {
  if (!own) return [];
  const { points, rank, total } = own;
  return [
    { value: String(points), label: chart.points(points) },
    { value: chart.rank(rank, total), label: chart.top(topPercent(rank, total)) },
  ];
}

function accuracyFigure({ answers }: Statistics, { chart }: Texts): Figure {
  const tally = tallyOf(answers);
  const percent = percentRight(tally);
  if (percent === null) return { value: String(answers.length), label: chart.answered };
  return { value: `${percent} %`, label: chart.right(tally.right, tally.graded) };
}

function reviewFigure({ review }: Statistics, { chart }: Texts): Figure[] {
  if (!review) return [];
  return [{ value: chart.known(review.known, review.all), label: chart.cardsKnown }];
}

function topicBars({ answers }: Statistics, { chart }: Texts): ShareBar[] {
  return topicTallies(answers)
    .slice(0, MOST_TOPICS)
    .map((tally) => {
      const { topic, right, graded } = tally;
      const value = chart.topic(right, graded, percentRight(tally) ?? 0);
      return { label: topic, value, share: right / graded };
    });
}
