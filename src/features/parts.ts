import type { Locale } from '../chat/intent.ts';
import type { RoundId } from '../core/ids.ts';
import type { Retention } from '../core/retention.ts';
import type { Review } from '../core/review.ts';
import type { Rules } from '../core/rules.ts';
import type { Zone } from '../core/schedule.ts';
import type { Calendars } from '../ports/calendars.ts';
import type { Clock } from '../ports/clock.ts';
import type { Decks } from '../ports/decks.ts';
import type { Platforms } from '../ports/platform.ts';
import type { Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';
import type { Allowances } from './allowances.ts';

/** Something that went wrong where nobody waits for an answer: what was under way, and the cause. */
export type Report = (doing: string, cause: unknown) => void;

/** What the conversations are made of. */
export interface Parts {
  readonly store: Store;
  readonly queue: Queue;
  readonly decks: Decks;
  readonly calendars: Calendars;
  readonly platforms: Platforms;
  readonly clock: Clock;
  readonly rules: Rules;
  readonly retention: Retention;
  readonly review: Review;
  readonly allowances: Allowances;
  /** Random, so that nobody can name a round that was never shown to them. */
  /** Names this process in the claims that it makes; another for each start. */
  readonly owner: string;
  readonly makeRoundId: () => RoundId;
  /** What stands in the form where a community has no daily yet. */
  readonly homeZone: Zone;
  /** Of what a whole channel reads, and of messages to members whose own language nobody knows. */
  readonly language: Locale;
  readonly report: Report;
}
