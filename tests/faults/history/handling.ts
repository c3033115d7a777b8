import { SECOND } from '../../../src/core/day.ts';
import type { RequestTrouble } from './trouble.ts';

/** What becomes of a request to post; `none`: nothing goes wrong. */
export type Ruling = RequestTrouble | 'end the process first' | 'end it after' | 'none';

/** How a request to post is dealt with. */
export interface Handling {
  /** How long it hangs in the network after its sender hung up (milliseconds of the run); null: not at all. */
  readonly heldBack: number | null;
  readonly accepts: boolean;
  /** How long the platform thinks about its answer. */
  readonly thinks: number;
  /** What the sender hears: an HTTP status, nothing, or the end of the connection. */
  readonly then: number | 'hang' | 'drop';
}

const handling = (
  accepts: boolean,
  then: Handling['then'],
  heldBack: number | null = null,
  thinks = 0,
): Handling => ({
  heldBack,
  accepts,
  thinks,
  then,
});

/** How long a slow platform thinks about its answer. */
const SLOW = 7 * SECOND;
/**
 * When a request that hung in the network is accepted after its sender hung up: close to the ten seconds that a claim
 * outlives its send, but for what the machine of the run may lag behind.
 */
const BELATED = 8 * SECOND;
/**
 * No network of the run accepts a request that its sender gave up for longer: `docs/guarantees.md` promises nothing
 * beyond. A machine that is busy would do it by itself, without anybody having planned it.
 */
export const LATEST = 10 * SECOND;
/** What a platform asks for that is asked too often (milliseconds). */
export const ASKED_TO_WAIT = 20 * SECOND;

export const HANDLING: Readonly<Record<Ruling, Handling>> = {
  none: handling(true, 200),
  'end the process first': handling(false, 'drop'),
  'end it after': handling(true, 'drop'),
  'drop before': handling(false, 'drop'),
  'drop after': handling(true, 'drop'),
  'refuse 500 before': handling(false, 500),
  'answer 500 after': handling(true, 500),
  'answer 502 after': handling(true, 502),
  'hang after': handling(true, 'hang'),
  'accept belatedly': handling(true, 200, BELATED),
  'answer slowly': handling(true, 200, null, SLOW),
  'ask to wait': handling(false, 429),
  'refuse the message': handling(false, 400),
  'refuse the channel': handling(false, 403),
};
