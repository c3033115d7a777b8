import type { MemberId } from '../../core/ids.ts';
import type { Standing, Window } from '../../core/standings.ts';
import type { Texts } from '../texts/index.ts';
import { type Action, textView, type View } from '../view.ts';

/** Rows on one page of a leaderboard. */
export const PAGE = 10;

/** A page for the channel; `page` 0 is the top. */
export function leaderboardView(
  window: Window,
  page: number,
  standings: readonly Standing[],
  total: number,
  texts: Texts,
): View {
  if (total === 0) return textView('news', texts.board.title(window), texts.board.empty);
  const turn = (label: string, to: number): Action => ({
    label,
    press: { kind: 'board', window, page: to },
  });
  const actions: Action[] = [];
  if (page > 0) actions.push(turn(texts.board.previous, page - 1));
  if ((page + 1) * PAGE < total) actions.push(turn(texts.board.next, page + 1));
  actions.push({ label: texts.board.whereAmI, press: { kind: 'where am I', window } });
  return {
    ...textView('news', texts.board.title(window)),
    blocks: [tableOf(standings, null, texts)],
    actions,
    footer: texts.board.members(total),
  };
}

/** The reader's own row among its neighbours. */
export function whereAmIView(
  window: Window,
  reader: MemberId,
  standings: readonly Standing[],
  total: number,
  texts: Texts,
): View {
  const title = texts.board.title(window);
  if (standings.length === 0) return textView('news', title, texts.board.notListed);
  return {
    ...textView('news', title),
    blocks: [tableOf(standings, reader, texts)],
    footer: texts.board.members(total),
  };
}

function tableOf(
  standings: readonly Standing[],
  reader: MemberId | null,
  texts: Texts,
): View['blocks'][number] {
  const rows = standings.map(({ rank, member, points }) => ({
    rank,
    member,
    value: texts.board.points(points),
    isReader: member === reader,
  }));
  return { kind: 'table', rows };
}
