import type { BoardPress } from '../chat/board-press.ts';
import type { CommandIntent, Origin } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView } from '../chat/view.ts';
import { leaderboardView, PAGE, whereAmIView } from '../chat/views/leaderboard.ts';
import {
  type AskedBoard,
  type AskedSpan,
  type Board,
  boardFor,
  improvedIn,
  MEASURES,
  parseDates,
  SCOPES,
  termOf,
} from '../core/asked-board.ts';
import { type Day, dayIn } from '../core/day.ts';
import { KEPT_WINDOWS, type KeptWindow, type Standing, WINDOWS } from '../core/standings.ts';
import type { BoardPage, PageStart } from '../ports/boards.ts';
import type { Parts } from './parts.ts';
import { neighboursOf, pageOf } from './standing-rows.ts';

/** Neighbours shown on each side of the reader. */
const NEIGHBOURS = 2;
/** Rows of the top that the reader sees above them. */
const LEADERS = 3;
/** One more than are named, to know whether there are others. */
const IMPROVED_ROWS = 4;

const TOP: PageStart = { kind: 'place', place: 0 };
const ALL: AskedSpan = { kind: 'all' };

/** `/leaderboard`: the span asked for, or the shortest one in which somebody is listed. */
export async function leaderboardCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const span = spanAsked(intent.options, today(parts), texts);
  if (typeof span === 'string') return refused(span, texts);
  const by = MEASURES.find((known) => known === intent.options['by']) ?? 'points';
  const scope = SCOPES.find((known) => known === intent.options['scope']) ?? 'community';
  // A streak has no span: it is the current one.
  if (by === 'streak') return boardPage(parts, intent, { span: ALL, by, scope }, TOP);
  if (span) return boardPage(parts, intent, { span, by, scope }, TOP);
  return boardPage(parts, intent, await shortestListing(parts, intent, { by, scope }), TOP);
}

/** The span in the options; null where none is given, a sentence where it cannot be understood. */
function spanAsked(
  options: CommandIntent['options'],
  day: Day,
  { board }: Texts,
): AskedSpan | null | string {
  const written = options['dates'];
  if (written !== undefined) {
    const dates = parseDates(written);
    if (dates === 'no dates') return board.badDates(written);
    return dates === 'backwards' ? board.backwards(written) : { kind: 'dates', ...dates };
  }
  const window = WINDOWS.find((known) => known === options['window']);
  if (window === undefined) return null;
  return window === 'term' ? { kind: 'term' } : namedSpan(window, day);
}

function namedSpan(window: KeptWindow, day: Day): AskedSpan {
  return window === 'all' ? ALL : { kind: window, day };
}

/** On a Monday morning this week is empty, and an empty board says nothing to anybody. */
async function shortestListing(
  parts: Parts,
  intent: Origin,
  kind: Omit<AskedBoard, 'span'>,
): Promise<AskedBoard> {
  const spans = KEPT_WINDOWS.map((window) => namedSpan(window, today(parts)));
  for (const span of spans) {
    const board = boardFor({ ...kind, span }, intent.channel, { first: null, last: null });
    const { total } = await pageOf(parts, intent.community, board, TOP, 1);
    if (total > 0) return { ...kind, span };
  }
  return { ...kind, span: namedSpan('week', today(parts)) };
}

/** A button under a leaderboard. */
export function boardPressed(parts: Parts, intent: Origin, press: BoardPress): Promise<Reply> {
  if (press.kind === 'my standing') return whereAmI(parts, intent, press.asked);
  const { turn, value, member } = press;
  return boardPage(parts, intent, press.asked, { kind: turn, value, member });
}

/** A page by its number, as the buttons of earlier versions name it. */
export function numberedPage(
  parts: Parts,
  intent: Origin,
  window: KeptWindow,
  page: number,
): Promise<Reply> {
  return boardPage(parts, intent, pointsOf(parts, window), { kind: 'place', place: page * PAGE });
}

/** "Where am I?" on a board of points, as the buttons of earlier versions name it. */
export function whereAmIIn(parts: Parts, intent: Origin, window: KeptWindow): Promise<Reply> {
  return whereAmI(parts, intent, pointsOf(parts, window));
}

function pointsOf(parts: Parts, window: KeptWindow): AskedBoard {
  return { span: namedSpan(window, today(parts)), by: 'points', scope: 'community' };
}

async function boardPage(
  parts: Parts,
  intent: Origin,
  asked: AskedBoard,
  from: PageStart,
): Promise<Reply> {
  const board = await boardAsked(parts, intent, asked);
  const own = textsFor(intent.locale);
  if (!board) return refused(own.board.noTerm, own);
  const found = await pageOf(parts, intent.community, board, from, PAGE);
  // Where everybody behind the button is gone, the top is what there is to see.
  const page =
    found.standings.length > 0 ? found : await pageOf(parts, intent.community, board, TOP, PAGE);
  const improved = await mostImproved(parts, intent, asked, page);
  const texts = textsFor(parts.language);
  const view = leaderboardView({ asked, today: today(parts) }, page, improved, texts);
  return { kind: 'view', view, seenBy: 'channel' };
}

/** Those who rose most, best first, at the top of the week's board; nobody anywhere else. */
async function mostImproved(
  parts: Parts,
  { community }: Origin,
  { span, by, scope }: AskedBoard,
  { place, total }: BoardPage,
): Promise<readonly Standing[]> {
  const belongs = by === 'points' && scope === 'community' && place === 0 && total > 0;
  if (!belongs || span.kind !== 'week') return [];
  const { standings } = await pageOf(parts, community, improvedIn(span.day), TOP, IMPROVED_ROWS);
  return standings;
}

/** "Where am I?": only the reader sees it. */
async function whereAmI(parts: Parts, intent: Origin, asked: AskedBoard): Promise<Reply> {
  const { community, member } = intent;
  const texts = textsFor(intent.locale);
  const board = await boardAsked(parts, intent, asked);
  if (!board) return refused(texts.board.noTerm, texts);
  const rows = await neighboursOf(parts, community, board, member, NEIGHBOURS, LEADERS);
  const view = whereAmIView({ asked, today: today(parts) }, member, rows, texts);
  return { kind: 'view', view, seenBy: 'only me' };
}

/** Null where the term was asked for and there is none. */
async function boardAsked(
  { store }: Parts,
  { community, channel }: Origin,
  asked: AskedBoard,
): Promise<Board | null> {
  if (asked.span.kind !== 'term') return boardFor(asked, channel, { first: null, last: null });
  const term = termOf(await store.dailies.list(community), channel);
  return term && boardFor(asked, channel, term);
}

/** "This week" and "this month" turn over with the calendar of the bot's home zone. */
function today(parts: Parts): Day {
  return dayIn(parts.homeZone, parts.clock.now());
}

function refused(sentence: string, { refusal }: Texts): Reply {
  return { kind: 'view', view: textView('refusal', refusal.title, sentence), seenBy: 'only me' };
}
