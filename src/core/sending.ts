import { type Instant, MINUTE, SECOND } from './day.ts';
import type { Dice } from './dice.ts';

/** How long a sender holds its claim; then another may examine what became of it (milliseconds). */
export const LEASE = 30 * SECOND;
/** A send is over this long after its claim, while that is still held (milliseconds). */
export const SEND_LIMIT = 20 * SECOND;

/** Since when a sender holds its claim, and when the first send under the same key began. */
export interface SendClaim {
  readonly since: Instant;
  readonly firstSent: Instant;
}

/** A platform may still accept a request this long after we hung up (milliseconds). */
export const HELD_BACK = LEASE - SEND_LIMIT;

/** How far ahead of the others' a process's clock may be (milliseconds). */
const MOST_AHEAD = 10 * SECOND;

const FIRST_WAIT = 10 * SECOND;
const LONGEST_WAIT = 10 * MINUTE;

/**
 * How long a send under this claim may take from now on (milliseconds). Null where it must not begin: this process
 * was stopped for too long, or its clock went back and cannot tell. A repeat hangs up early enough that even a request
 * that is held back meets a platform that remembers the first one, for `memory` milliseconds. `limit`: how long after
 * its claim a send is over.
 */
export function timeToSend(
  { since, firstSent }: SendClaim,
  now: Instant,
  memory: number,
  limit = SEND_LIMIT,
): number | null {
  const ofClaim = limit - (now - since);
  const ofKey = firstSent < since ? firstSent + memory - HELD_BACK - now : ofClaim;
  const left = Math.min(ofClaim, ofKey);
  return left > 0 && left <= limit ? left : null;
}

/**
 * Seconds by which a clock is too far ahead of the right one to judge by it what is late, and whose claim is over; null
 * where it may. A claim that it made would look fresh, and its key known, when that time really came.
 */
export function tooFarAhead(now: Instant, right: Instant | null): number | null {
  const ahead = right === null ? 0 : now - right;
  return ahead > MOST_AHEAD ? Math.round(ahead / SECOND) : null;
}

/** How long nobody but the owner may touch a claim yet (milliseconds); 0: it is over. On a clock that went back it holds on. */
export function heldFor({ since }: SendClaim, now: Instant): number {
  return Math.max(0, LEASE - (now - since));
}

/**
 * True while a platform that remembers keys for `memory` milliseconds will still know the first send of this round
 * when a repeat that begins now arrives. A clock that went back since can no longer tell.
 */
export function isRemembered(
  { firstSent }: Pick<SendClaim, 'firstSent'>,
  memory: number,
  now: Instant,
  limit = SEND_LIMIT,
): boolean {
  return firstSent <= now && now - firstSent + limit < memory;
}

/**
 * The wait before a question is sent again after `tries` (≥ 1) sends that certainly did not happen: it doubles up
 * to ten minutes, half of it is chance, and it is never shorter than the platform asked for.
 */
export function waitToSend(tries: number, asked: number | null, dice: Dice): number {
  const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
  return Math.max(asked ?? 0, Math.round(most * (0.5 + dice() / 2)));
}
