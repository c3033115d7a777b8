import type { Course } from './course.ts';
import { type Day, HOUR, type Instant, plusDays } from './day.ts';
import type { ChannelId, CommunityId, DailyId, DeckId, MemberId, RoundId } from './ids.ts';
import { type Due, dueAfter, momentOf, type Schedule } from './schedule.ts';

/** How far ahead occurrences stand in the ledger (milliseconds). */
export const PLAN_AHEAD = 48 * HOUR;

/** A channel's standing order for questions. */
export interface Daily {
  readonly id: DailyId;
  readonly community: CommunityId;
  readonly channel: ChannelId;
  readonly deck: DeckId;
  readonly schedule: Schedule;
  readonly course: Course;
  /** Who set it up and hears what becomes of it; null where nobody gave the order. */
  readonly organiser: MemberId | null;
  /** Its name in the settings file, which alone can change it; null for one that organisers change. */
  readonly named: string | null;
  /** Occurrences due by then do not exist: its creation, last resume or last edit. */
  readonly since: Instant;
  readonly paused: boolean;
  /** Why the bot paused it by itself; absent where an organiser did or nobody. */
  readonly suspended?: string;
  /** Present where it asks again by itself as soon as the bot is back in the community. */
  readonly untilReturn?: true;
  /** Rises with each change, so that two organisers cannot overwrite each other. */
  readonly revision: number;
}

/** The due times later than `after`, on study days later than `posted`, in order, without end; none while paused. */
function* comingDue(daily: Daily, after: Instant, posted: Day | null): Generator<Due> {
  if (daily.paused) return;
  for (const due of dueAfter(daily.schedule, Math.max(after, daily.since), daily.course)) {
    if (posted === null || due.day > posted) yield due;
  }
}

/**
 * The next questions of a daily: due later than `after`, on study days later than `posted`, the one posted
 * last. A time moved back, a zone further west or a question called forward does not bring its day a second one.
 */
export function comingQuestions(
  daily: Daily,
  after: Instant,
  posted: Day | null,
  count: number,
): Due[] {
  const coming: Due[] = [];
  for (const due of comingDue(daily, after, posted)) {
    if (coming.push(due) >= count) break;
  }
  return coming;
}

/** What the ledger should hold of them: up to {@link PLAN_AHEAD} from now. */
export function dueToPlan(daily: Daily, after: Instant, now: Instant, posted: Day | null): Due[] {
  const planned: Due[] = [];
  for (const due of comingDue(daily, after, posted)) {
    if (due.at > now + PLAN_AHEAD) break;
    planned.push(due);
  }
  return planned;
}

/** A claim: somebody is sending the question. */
export interface Sending {
  readonly kind: 'sending';
  /** The round that is being sent. */
  readonly round: RoundId;
  /** 1 for the first send of this round; a repeat carries the same key. */
  readonly attempt: number;
  /** The process that holds the claim. */
  readonly owner: string;
  readonly since: Instant;
  /** When the first send of the round began: platforms remember its key from then on. */
  readonly firstSent: Instant;
  /** Sends of this occurrence that certainly did not happen; absent for none. */
  readonly tries?: number;
}

/** Where one due question of a daily has got to. */
type OccurrenceState =
  /** `tries`: sends that certainly did not happen; absent for none. */
  | { readonly kind: 'pending'; readonly tries?: number }
  | Sending
  | { readonly kind: 'posted'; readonly round: RoundId }
  | { readonly kind: 'skipped'; readonly reason: string }
  /** Nobody knows whether it stands. Its round takes answers in case it does. */
  | { readonly kind: 'unknown'; readonly round: RoundId; readonly reason: string };

/** A row of the ledger. */
export interface Occurrence {
  readonly daily: DailyId;
  readonly day: Day;
  readonly at: Instant;
  readonly state: OccurrenceState;
  /** Claims so far: rises with each, so that a sender that was overtaken can write nothing. Absent for none. */
  readonly fence?: number;
}

/** The first due time of a later study day than the one that this occurrence takes. */
export function dueNext(daily: Daily, taken: Pick<Occurrence, 'day' | 'at'>): Due | null {
  return comingQuestions(daily, taken.at, taken.day, 1)[0] ?? null;
}

/**
 * When this occurrence's question gives way: as the next one falls due, or would have on the day after the term.
 * Null where its daily asks no more without a term that ends.
 */
export function givesWayAt(daily: Daily, taken: Pick<Occurrence, 'day' | 'at'>): Instant | null {
  const next = dueNext(daily, taken);
  if (next) return next.at;
  const { schedule, course } = daily;
  return course.ends === null || daily.paused ? null : momentOf(schedule, plusDays(course.ends, 1));
}

/** True where an occurrence is past saving: later than the catch-up limit, or the next one is due already. */
export function tooLate(
  daily: Daily,
  occurrence: Occurrence,
  now: Instant,
  catchUp: number,
): boolean {
  const over = givesWayAt(daily, occurrence);
  return now > occurrence.at + catchUp || (over !== null && now >= over);
}
