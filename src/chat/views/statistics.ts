import type { Day } from '../../core/day.ts';
import {
  type CalendarWeek,
  calendarOf,
  type KnownAnswer,
  type MonthTally,
  monthTallies,
  percentRight,
  tallyOf,
  topicTallies,
  topPercent,
} from '../../core/statistics.ts';
import type { Texts } from '../texts/index.ts';
import { textView, type View } from '../view.ts';
import { chartBlock } from './chart.ts';
import { MOST_TOPICS, statisticsChart, WEEKS } from './statistics-chart.ts';
import { bestStreak, type DailyStreak } from './streak.ts';

/** A member's row on the board of all points. */
export interface OwnRank {
  readonly rank: number;
  readonly total: number;
  readonly points: number;
  readonly isHidden: boolean;
}

/** Of the cards in a member's review, how many are known and how many are due. */
export interface ReviewCounts {
  readonly all: number;
  readonly known: number;
  readonly due: number;
}

export interface Statistics {
  readonly answers: readonly KnownAnswer[];
  readonly streaks: readonly DailyStreak[];
  /** Null before the first points. */
  readonly rank: OwnRank | null;
  /** Null for an empty review. */
  readonly review: ReviewCounts | null;
  readonly today: Day;
}

/** `/me stats`: streaks, points, accuracy and the calendar of the last weeks, for the member's own eyes. */
export function statisticsView(statistics: Statistics, texts: Texts): View {
  const { answers } = statistics;
  const own = texts.statistics;
  const review = reviewLines(statistics, texts);
  const actions = reviewActions(statistics, texts);
  if (answers.length === 0) {
    return { ...textView('news', own.none, own.noneNote, ...review), actions };
  }
  const lines = [
    ...streakLines(statistics, texts),
    ...rankLines(statistics, texts),
    ...accuracyLines(answers, texts),
    ...review,
  ];
  const topics = topicLines(answers, texts);
  const calendar = calendarIn(statistics);
  const months = monthLines(calendar, texts);
  const alt = [`${own.title}.`, ...[...lines, ...topics, ...months].map(sentence)];
  return {
    ...textView('news', own.title),
    blocks: [
      chartBlock(statisticsChart(statistics, calendar.weeks, texts), alt),
      ...lines.map((line) => ({ kind: 'text', line }) as const),
      ...topicBlocks(topics, texts),
      ...calendarBlocks(calendar, months, texts),
    ],
    footer: own.legend,
    actions,
  };
}

/** The way to the cards that are due. */
function reviewActions({ review }: Statistics, { statistics }: Texts): View['actions'] {
  if (review === null || review.due === 0) return [];
  return [{ label: statistics.review, press: { kind: 'go on', of: 'review' } }];
}

const sentence = (line: string): string => (line.endsWith('.') ? line : `${line}.`);

function streakLines({ streaks }: Statistics, texts: Texts): string[] {
  const best = bestStreak(streaks);
  if (!best) return [];
  const line = ({ now, streak }: DailyStreak): string =>
    texts.streak.line(now.current, streak.freezes);
  if (streaks.length === 1) return [line(best)];
  return streaks.map((each) => `${texts.streak.daily(each.daily)}: ${line(each)}`);
}

function rankLines({ rank: own }: Statistics, { statistics }: Texts): string[] {
  if (!own) return [statistics.noPoints];
  const { points, rank, total, isHidden } = own;
  const line = statistics.points(points, rank, total, topPercent(rank, total));
  return isHidden ? [line, statistics.hidden] : [line];
}

function accuracyLines(answers: readonly KnownAnswer[], { statistics }: Texts): string[] {
  const tally = tallyOf(answers);
  const percent = percentRight(tally);
  const answered = statistics.answered(answers.length);
  return percent === null
    ? [answered]
    : [`${answered} ${statistics.right(tally.right, tally.graded, percent)}`];
}

function reviewLines({ review }: Statistics, { statistics }: Texts): string[] {
  if (!review) return [];
  const { known, all, due } = review;
  return [`${statistics.known(known, all)} ${statistics.due(due)}`];
}

function topicLines(answers: readonly KnownAnswer[], { statistics }: Texts): string[] {
  const topics = topicTallies(answers);
  const lines = topics.slice(0, MOST_TOPICS).map((tally) => {
    const { topic, right, graded } = tally;
    return statistics.topic(topic, right, graded, percentRight(tally) ?? 0);
  });
  const more = topics.length - lines.length;
  return more > 0 ? [...lines, statistics.moreTopics(more)] : lines;
}

function topicBlocks(items: readonly string[], { statistics }: Texts): View['blocks'] {
  return items.length === 0 ? [] : [heading(statistics.topics), { kind: 'list', items }];
}

interface Calendar {
  readonly weeks: readonly CalendarWeek[];
  readonly months: readonly MonthTally[];
}

function calendarIn({ answers, today }: Statistics): Calendar {
  // In a zone ahead of the bot's the latest answer may be of tomorrow.
  const until = answers.reduce((last, { day }) => (day > last ? day : last), today);
  const weeks = calendarOf(answers, until, WEEKS);
  const first = weeks[0]?.monday ?? until;
  return { weeks, months: monthTallies(answers.filter(({ day }) => day >= first)) };
}

function monthLines({ months }: Calendar, { statistics }: Texts): string[] {
  return months.map(({ month, answered, right, graded }) =>
    statistics.month(month, answered, right, graded),
  );
}

/** Rows of symbols, and the same in words, for those who hear it read. */
function calendarBlocks(
  { weeks }: Calendar,
  months: readonly string[],
  { statistics }: Texts,
): View['blocks'] {
  return [
    heading(statistics.calendar(WEEKS)),
    { kind: 'list', items: weeks.map((week) => [weekLine(week, statistics)]) },
    { kind: 'list', items: months },
  ];
}

function weekLine({ monday, days }: CalendarWeek, { symbols }: Texts['statistics']) {
  const text = `${monday.slice(5)} ${days.map((day) => symbols[day]).join(' ')}`;
  return { kind: 'code', text } as const;
}

function heading(text: string): View['blocks'][number] {
  return { kind: 'text', line: [{ kind: 'strong', text }] };
}
