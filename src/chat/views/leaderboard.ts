import type { AskedBoard, AskedSpan, Measure } from '../../core/asked-board.ts';
import { type Day, firstOfWeek, monthOf } from '../../core/day.ts';
import type { MemberId } from '../../core/ids.ts';
import type { Standing } from '../../core/standings.ts';
import type { LeaderboardChart } from '../chart.ts';
import type { Texts } from '../texts/index.ts';
import {
  type Action,
  type Inline,
  type Line,
  type TableRow,
  textView,
  type View,
} from '../view.ts';
import { chartBlock } from './chart.ts';

/** Rows on one page of a leaderboard. */
export const PAGE = 10;

/** How many of equally improved members are named. */
const MOST_NAMED = 3;

/** A leaderboard as it was asked for, and the day on which it is read: that of "this week". */
export interface Heading {
  readonly asked: AskedBoard;
  readonly today: Day;
}

interface Rows {
  readonly standings: readonly Standing[];
  /** How many rows stand before them. */
  readonly place: number;
  readonly total: number;
}

/** A page for the channel, with who rose most where that is known. */
export function leaderboardView(
  heading: Heading,
  { standings, place, total }: Rows,
  improved: readonly Standing[],
  texts: Texts,
): View {
  const { asked } = heading;
  const title = titleOf(heading, texts);
  if (total === 0) return textView('news', title, texts.board.empty[asked.by]);
  const [first, last] = [standings[0], standings.at(-1)];
  const actions: Action[] = [];
  if (first && place > 0) actions.push(turned(texts.board.previous, 'before', first, asked));
  if (last && place + standings.length < total) {
    actions.push(turned(texts.board.next, 'after', last, asked));
  }
  actions.push({ label: texts.board.whereAmI, press: { kind: 'my standing', asked } });
  return {
    ...textView('news', title),
    blocks: [
      ...rankBlocks(title, standings, null, { by: asked.by, total, texts }),
      ...improvedLine(improved, texts),
    ],
    actions,
    footer: texts.board.members(total),
  };
}

/** A reader's rows, and those of the top. */
interface OwnRows extends Rows {
  readonly leaders: readonly Standing[];
  readonly isHidden: boolean;
}

/** The leaders, and the reader's own row among its neighbours. */
export function whereAmIView(
  heading: Heading,
  reader: MemberId,
  { standings, place, total, isHidden, leaders }: OwnRows,
  texts: Texts,
): View {
  const { by } = heading.asked;
  const title = titleOf(heading, texts);
  if (standings.length === 0) return textView('news', title, texts.board.notListed[by]);
  const note = isHidden ? textView('news', title, texts.board.hidden).blocks : [];
  return {
    ...textView('news', title),
    blocks: [
      ...rankBlocks(title, [...leaders.slice(0, place), ...standings], reader, {
        by,
        total,
        texts,
      }),
      ...note,
    ],
    footer: texts.board.members(total),
  };
}

function turned(
  label: string,
  turn: 'after' | 'before',
  { member, value }: Standing,
  asked: AskedBoard,
): Action {
  return { label, press: { kind: 'standings', asked, turn, value, member } };
}

function titleOf({ asked: { span, by, scope }, today }: Heading, texts: Texts): string {
  const { board } = texts;
  // A streak is the current one, whatever span was asked for.
  const days = by === 'streak' ? null : spanInWords(span, today, texts);
  const parts = [days, board.by[by], board.scopes[scope]];
  return board.title(parts.filter((part) => part !== null));
}

function spanInWords(span: AskedSpan, today: Day, { board }: Texts): string {
  switch (span.kind) {
    case 'week': {
      const monday = firstOfWeek(span.day);
      return monday === firstOfWeek(today) ? board.spans.week : board.week(monday);
    }
    case 'month':
      return monthOf(span.day) === monthOf(today) ? board.spans.month : monthOf(span.day);
    case 'term':
    case 'all':
      return board.spans[span.kind];
    case 'dates':
      return board.dates(span.first, span.last);
  }
}

function improvedLine(improved: readonly Standing[], texts: Texts): View['blocks'] {
  const best = improved.filter(({ rank }) => rank === 1);
  const named = best.slice(0, MOST_NAMED);
  if (named.length === 0) return [];
  const names = named.flatMap(({ member }, at): Inline[] => [
    ...(at > 0 ? [', '] : []),
    { kind: 'member', member },
  ]);
  const more = best.length > named.length ? [texts.board.improvedMore] : [];
  const rise = texts.board.rise(named[0]?.value ?? 0);
  return [{ kind: 'text', line: [texts.board.improved, ...names, ...more, rise] }];
}

interface Shown {
  readonly by: Measure;
  /** How many members the board has. */
  readonly total: number;
  readonly texts: Texts;
}

/** The rows as a picture and as a table. */
function rankBlocks(
  title: string,
  standings: readonly Standing[],
  reader: MemberId | null,
  { by, total, texts }: Shown,
): View['blocks'] {
  const most = by === 'accuracy' ? 100 : Math.max(...standings.map(({ value }) => value));
  const rows = standings.map(({ rank, member, value }) => ({
    rank,
    member,
    value: texts.board.values[by](value),
    isReader: member === reader,
    share: most > 0 ? value / most : 0,
  }));
  const footer = texts.board.members(total);
  const { someone } = texts.chart;
  const chart: LeaderboardChart = { kind: 'leaderboard', title, rows, someone, footer };
  const alt = [`${title}:`, ...rows.map((row) => rowInWords(row, texts)), `${footer}.`];
  const table = rows.map(({ share: _, ...row }) => row);
  return [chartBlock(chart, alt), { kind: 'table', rows: table }];
}

function rowInWords({ rank, member, value, isReader }: TableRow, { chart }: Texts): Line {
  const you = isReader ? chart.you : '';
  return [`${rank}. `, { kind: 'member', member }, `${you}, ${value};`];
}
