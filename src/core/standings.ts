import { type Day, monthOf, weekOf } from './day.ts';
import type { MemberId } from './ids.ts';

/** The span that a leaderboard covers, by the nominal dates of its rounds. */
export type Window = (typeof WINDOWS)[number];
/** The shortest first. */
export const WINDOWS = ['week', 'month', 'all'] as const;

/** A span with its name, as the store keeps one board for it: `week:2026-W47`, `month:2026-11`, `all`. */
export type BoardName = `week:${string}` | `month:${string}` | 'all';

export function boardName(window: Window, day: Day): BoardName {
  switch (window) {
    case 'week':
      return `week:${weekOf(day)}`;
    case 'month':
      return `month:${monthOf(day)}`;
    case 'all':
      return 'all';
  }
}

/** The boards that a round of this day counts on. */
export function boardsOf(day: Day): BoardName[] {
  return [boardName('week', day), boardName('month', day), 'all'];
}

export interface Score {
  readonly member: MemberId;
  readonly points: number;
}

/** A row of a leaderboard. */
export interface Standing extends Score {
  readonly rank: number;
}

/**
 * Ranks a run of rows out of a board that is ordered by points, most first. Equal points share a rank and
 * the next one is skipped (1-2-2-4). The list, the pages and "you" all come from here.
 *
 * @param offset how many rows of the board stand before the first one given
 * @param above how many rows of the whole board have more points than the first one given
 */
export function ranked(scores: readonly Score[], offset: number, above: number): Standing[] {
  const standings: Standing[] = [];
  for (const [at, score] of scores.entries()) {
    const before = standings[at - 1];
    const rank = before
      ? before.points === score.points
        ? before.rank
        : offset + at + 1
      : above + 1;
    standings.push({ ...score, rank });
  }
  return standings;
}
