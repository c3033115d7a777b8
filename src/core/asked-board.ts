import type { Course, DaySpan } from './course.ts';
import { type Day, firstOfMonth, firstOfWeek, lastOfMonth, parseDay, plusDays } from './day.ts';
import type { ChannelId } from './ids.ts';
import { type BoardName, boardName, type DerivedName } from './standings.ts';

/** What a board counts. A streak is the current one, so that no span belongs to it. */
export const MEASURES = ['points', 'streak', 'accuracy'] as const;
export type Measure = (typeof MEASURES)[number];

/** Whose rounds count: all of the community's, or those asked in one channel. */
export const SCOPES = ['community', 'channel'] as const;
type Scope = (typeof SCOPES)[number];

/** A span as it was asked for. The day fixes which week or month, so that later pages are of the same one. */
export type AskedSpan =
  | { readonly kind: 'week' | 'month'; readonly day: Day }
  | { readonly kind: 'term' | 'all' }
  | ({ readonly kind: 'dates' } & DaySpan);

/** A leaderboard as it was asked for. */
export interface AskedBoard {
  readonly span: AskedSpan;
  readonly by: Measure;
  readonly scope: Scope;
}

/** From the first day to the last, both included; null where there is none. */
export interface OpenSpan {
  readonly first: Day | null;
  readonly last: Day | null;
}

/** Where a leaderboard's rows come from. */
export type Board =
  | { readonly kind: 'kept'; readonly name: BoardName }
  | {
      readonly kind: 'derived';
      readonly name: DerivedName;
      readonly by: Measure;
      readonly span: OpenSpan;
      /** Null: the whole community. */
      readonly channel: ChannelId | null;
    }
  /** How far members rose in the week that begins with this day. */
  | { readonly kind: 'improved'; readonly name: DerivedName; readonly week: Day };

const EVER: OpenSpan = { first: null, last: null };

/** `2026-10-01..2026-12-20` */
export function parseDates(text: string): DaySpan | 'no dates' | 'backwards' {
  const [begin = '', end = '', more] = text.trim().split('..');
  const [first, last] = [parseDay(begin.trim()), parseDay(end.trim())];
  if (!first || !last || more !== undefined) return 'no dates';
  return first <= last ? { first, last } : 'backwards';
}

/**
 * The term of a channel's dailies or, where none of them has one, of the community's: from the earliest begin
 * to the latest end. Null where no daily has a term.
 */
export function termOf(
  dailies: readonly { readonly channel: ChannelId; readonly course: Course }[],
  channel: ChannelId,
): OpenSpan | null {
  const dated = dailies.filter(({ course }) => course.starts !== null || course.ends !== null);
  const here = dated.filter((daily) => daily.channel === channel);
  const courses = (here.length > 0 ? here : dated).map(({ course }) => course);
  if (courses.length === 0) return null;
  const starts = courses.map((course) => course.starts).sort();
  const ends = courses.map((course) => course.ends).sort();
  return {
    first: starts.includes(null) ? null : (starts[0] ?? null),
    last: ends.includes(null) ? null : (ends.at(-1) ?? null),
  };
}

function daysOf(span: AskedSpan, term: OpenSpan): OpenSpan {
  switch (span.kind) {
    case 'week': {
      const first = firstOfWeek(span.day);
      return { first, last: plusDays(first, 6) };
    }
    case 'month':
      return { first: firstOfMonth(span.day), last: lastOfMonth(span.day) };
    case 'term':
      return term;
    case 'all':
      return EVER;
    case 'dates':
      return { first: span.first, last: span.last };
  }
}

function keptName({ span, by, scope }: AskedBoard): BoardName | null {
  if (by !== 'points' || scope !== 'community') return null;
  if (span.kind === 'all') return 'all';
  return span.kind === 'week' || span.kind === 'month' ? boardName(span.kind, span.day) : null;
}

/**
 * The board that was asked for.
 *
 * @param channel where it was asked
 * @param term what "term" means there
 */
export function boardFor(asked: AskedBoard, channel: ChannelId, term: OpenSpan): Board {
  const kept = keptName(asked);
  if (kept) return { kind: 'kept', name: kept };
  const span = asked.by === 'streak' ? EVER : daysOf(asked.span, term);
  const where = asked.scope === 'channel' ? channel : null;
  const days = `${span.first ?? ''}..${span.last ?? ''}`;
  const name: DerivedName = `derived:${asked.by}:${where ?? '*'}:${days}`;
  return { kind: 'derived', name, by: asked.by, span, channel: where };
}

/** The board of those who rose in a week against the one before. */
export function improvedIn(day: Day): Extract<Board, { kind: 'improved' }> {
  const week = firstOfWeek(day);
  return { kind: 'improved', name: `derived:improved:${week}`, week };
}
