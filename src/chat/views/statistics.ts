import type { Day } from '../../core/day.ts';
import {
  type CalendarWeek,
  calendarOf,
  type KnownAnswer,
  monthTallies,
  percentRight,
  tallyOf,
  topicTallies,
  topPercent,
} from '../../core/statistics.ts';
import type { Texts } from '../texts/index.ts';
import { type Line, textView, type View } from '../view.ts';
import { bestStreak, type DailyStreak } from './streak.ts';

/** A quarter of a year. */
const WEEKS = 13;
const MOST_TOPICS = 10;

/** A member's row on the board of all points. */
export interface OwnRank {
  readonly rank: number;
  readonly total: number;
  readonly points: number;
  readonly isHidden: boolean;
}

export interface Statistics {
  readonly answers: readonly KnownAnswer[];
  readonly streaks: readonly DailyStreak[];
  /** Null before the first points. */
  readonly rank: OwnRank | null;
  /** Cards that the member could review now. */
  readonly due: number;
  readonly today: Day;
}

/** `/me stats`: streaks, points, accuracy and the calendar of the last weeks, for the member's own eyes. */
export function statisticsView(statistics: Statistics, texts: Texts): View {
  const { answers } = statistics;
  const own = texts.statistics;
  if (answers.length === 0)
    return withReview(textView('news', own.none, own.noneNote), statistics, texts);
  const lines = [...streakLines(statistics, texts), ...rankLines(statistics, texts)];
  const view = textView('news', own.title, ...lines, ...accuracyLines(answers, texts));
  const blocks = [
    ...view.blocks,
    ...topicBlocks(answers, texts),
    ...calendarBlocks(statistics, texts),
  ];
  return withReview({ ...view, blocks, footer: own.legend }, statistics, texts);
}

/** With the way to the cards that are due. */
function withReview(view: View, { due }: Statistics, { statistics, review }: Texts): View {
  if (due === 0) return view;
  const action = { label: statistics.review, press: { kind: 'go on', of: 'review' } } as const;
  const line = [{ kind: 'strong', text: review.due(due) }] as const;
  return { ...view, blocks: [...view.blocks, { kind: 'text', line }], actions: [action] };
}

function streakLines({ streaks }: Statistics, texts: Texts): Line[] {
  const best = bestStreak(streaks);
  if (!best) return [];
  const line = ({ now, streak }: DailyStreak): string =>
    texts.streak.line(now.current, streak.freezes);
  if (streaks.length === 1) return [line(best)];
  return streaks.map((each) => `${texts.streak.daily(each.daily)}: ${line(each)}`);
}

function rankLines({ rank: own }: Statistics, { statistics }: Texts): Line[] {
  if (!own) return [statistics.noPoints];
  const { points, rank, total, isHidden } = own;
  const line = statistics.points(points, rank, total, topPercent(rank, total));
  return isHidden ? [line, statistics.hidden] : [line];
}

function accuracyLines(answers: readonly KnownAnswer[], { statistics }: Texts): Line[] {
  const tally = tallyOf(answers);
  const percent = percentRight(tally);
  const answered = statistics.answered(answers.length);
  return percent === null
    ? [answered]
    : [`${answered} ${statistics.right(tally.right, tally.graded, percent)}`];
}

function topicBlocks(answers: readonly KnownAnswer[], { statistics }: Texts): View['blocks'] {
  const topics = topicTallies(answers);
  if (topics.length === 0) return [];
  const items = topics.slice(0, MOST_TOPICS).map((tally) => {
    const { topic, right, graded } = tally;
    return statistics.topic(topic, right, graded, percentRight(tally) ?? 0);
  });
  const more = topics.length - items.length;
  if (more > 0) items.push(statistics.moreTopics(more));
  return [heading(statistics.topics), { kind: 'list', items }];
}

/** Rows of symbols, and the same in words, for those who hear it read. */
function calendarBlocks({ answers, today }: Statistics, { statistics }: Texts): View['blocks'] {
  // In a zone ahead of the bot's the latest answer may be of tomorrow.
  const until = answers.reduce((last, { day }) => (day > last ? day : last), today);
  const weeks = calendarOf(answers, until, WEEKS);
  const first = weeks[0]?.monday ?? until;
  const months = monthTallies(answers.filter(({ day }) => day >= first));
  return [
    heading(statistics.calendar(WEEKS)),
    { kind: 'list', items: weeks.map((week) => [weekLine(week, statistics)]) },
    {
      kind: 'list',
      items: months.map(({ month, answered, right, graded }) =>
        statistics.month(month, answered, right, graded),
      ),
    },
  ];
}

function weekLine({ monday, days }: CalendarWeek, { symbols }: Texts['statistics']) {
  const text = `${monday.slice(5)} ${days.map((day) => symbols[day]).join(' ')}`;
  return { kind: 'code', text } as const;
}

function heading(text: string): View['blocks'][number] {
  return { kind: 'text', line: [{ kind: 'strong', text }] };
}
