import { type Day, monthOf, weekOf } from './day.ts';
import type { MemberId } from './ids.ts';

/** The spans of which a board of points is kept, by the nominal dates of its rounds. The shortest first. */
export const KEPT_WINDOWS = ['week', 'month', 'all'] as const;
export type KeptWindow = (typeof KEPT_WINDOWS)[number];

/** The spans that have a name; a custom one is given by its dates. */
export const WINDOWS = ['week', 'month', 'term', 'all'] as const;
export type Window = (typeof WINDOWS)[number];

/** A span with its name, as the store keeps one board for it: `week:2026-W47`, `month:2026-11`, `all`. */
export type BoardName = `week:${string}` | `month:${string}` | 'all';

/** A board that is worked out when somebody asks for it, and forgotten soon. */
export type DerivedName = `derived:${string}`;

export function boardName(window: KeptWindow, day: Day): BoardName {
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

/** What a member has on a board: points, rounds of a streak, or percent; never negative. */
export interface Score {
  readonly member: MemberId;
  readonly value: number;
}

/** A row of a leaderboard. */
export interface Standing extends Score {
  readonly rank: number;
}

/**
 * Ranks a run of rows out of a board that is ordered by value, most first. Equal values share a rank and
 * the next one is skipped (1-2-2-4). The list, the pages and "you" all come from here.
 *
 * @param offset how many rows of the board stand before the first one given
 * @param above how many rows of the whole board have more than the first one given
 */
export function ranked(scores: readonly Score[], offset: number, above: number): Standing[] {
  const standings: Standing[] = [];
  for (const { member, value } of scores) {
    const before = standings.at(-1);
    const next = before ? offset + standings.length + 1 : above + 1;
    standings.push({ member, value, rank: before?.value === value ? before.rank : next });
  }
  return standings;
}
