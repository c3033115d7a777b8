import type { CommandIntent, Origin } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { leaderboardView, PAGE, whereAmIView } from '../chat/views/leaderboard.ts';
import { dayIn } from '../core/day.ts';
import { type BoardName, boardName, WINDOWS, type Window } from '../core/standings.ts';
import type { Parts } from './parts.ts';

/** Neighbours shown on each side of the reader. */
const NEIGHBOURS = 2;

/** `/leaderboard`: the window asked for, or the shortest one in which somebody has points. */
export async function leaderboardCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const asked = WINDOWS.find((window) => window === intent.options['window']);
  return leaderboardPage(parts, intent, asked ?? (await shortestWithPoints(parts, intent)), 0);
}

/** On a Monday morning this week is empty, and an empty board says nothing to anybody. */
async function shortestWithPoints(parts: Parts, { community }: Origin): Promise<Window> {
  for (const window of WINDOWS) {
    const { total } = await parts.store.boards.page(community, boardOf(parts, window), 0, 1);
    if (total > 0) return window;
  }
  return 'week';
}

/** A page of it, by a button. */
export async function leaderboardPage(
  parts: Parts,
  intent: Origin,
  window: Window,
  page: number,
): Promise<Reply> {
  const board = boardOf(parts, window);
  const { standings, total } = await parts.store.boards.page(
    intent.community,
    board,
    page * PAGE,
    PAGE,
  );
  const view = leaderboardView(window, page, standings, total, textsFor(intent.locale));
  return { kind: 'view', view, seenBy: 'channel' };
}

/** "Where am I?": only the reader sees it. */
export async function whereAmI(parts: Parts, intent: Origin, window: Window): Promise<Reply> {
  const { community, member, locale } = intent;
  const board = boardOf(parts, window);
  const { standings, total } = await parts.store.boards.around(
    community,
    board,
    member,
    NEIGHBOURS,
  );
  const view = whereAmIView(window, member, standings, total, textsFor(locale));
  return { kind: 'view', view, seenBy: 'only me' };
}

/** "This week" and "this month" turn over with the calendar of the bot's home zone. */
function boardOf(parts: Parts, window: Window): BoardName {
  return boardName(window, dayIn(parts.homeZone, parts.clock.now()));
}
