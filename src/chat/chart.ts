import type { MemberId } from '../core/ids.ts';
import type { CalendarWeek, DayMark } from '../core/statistics.ts';

/** A number with what it counts. */
export interface Figure {
  readonly value: string;
  readonly label: string;
}

/** A bar with its words; `share` is how much of it is filled, 0 to 1. */
export interface ShareBar {
  readonly label: string;
  readonly value: string;
  readonly share: number;
}

/** A member's own statistics. */
export interface StatisticsChart {
  readonly kind: 'statistics';
  readonly title: string;
  /** The most important first; at most five. */
  readonly figures: readonly Figure[];
  readonly topics: { readonly title: string; readonly bars: readonly ShareBar[] };
  readonly calendar: {
    readonly title: string;
    /** Seven, Monday first. */
    readonly weekdays: readonly string[];
    /** The earliest first. */
    readonly weeks: readonly CalendarWeek[];
    readonly legend: readonly { readonly mark: DayMark; readonly label: string }[];
  };
}

export interface RankRow {
  readonly rank: number;
  readonly member: MemberId;
  readonly value: string;
  /** Of the best value that is shown, 0 to 1. */
  readonly share: number;
  readonly isReader: boolean;
}

/** A page of a leaderboard, or a reader among neighbours. */
export interface LeaderboardChart {
  readonly kind: 'leaderboard';
  readonly title: string;
  readonly rows: readonly RankRow[];
  /** Stands for a member whose name cannot be drawn. */
  readonly someone: string;
  readonly footer: string;
}

/** Numbers to draw beside the text that says them; everything in it is worded. */
export type Chart = StatisticsChart | LeaderboardChart;

/** Whose names stand in a chart. */
export function membersOnChart(chart: Chart): readonly MemberId[] {
  return chart.kind === 'leaderboard' ? chart.rows.map(({ member }) => member) : [];
}
