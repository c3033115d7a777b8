import type { Instant } from '../core/day.ts';
import type { Outage } from '../core/outage.ts';

/** Signs of life, and the spans without them. */
export interface Outages {
  /** The last sign of life of a platform's bot; null before the first. */
  lastBeat(platform: string): Promise<Instant | null>;
  beat(platform: string, at: Instant): Promise<void>;
  /** Writes an outage down; those of the last weeks are kept. */
  note(platform: string, outage: Outage): Promise<void>;
  /** Outages that ended later than `since`. */
  since(platform: string, since: Instant): Promise<readonly Outage[]>;
}
