import type { Sending } from './daily.ts';
import { type Instant, MINUTE, SECOND } from './day.ts';
import type { Dice } from './dice.ts';

/** How long a sender holds its claim; then another may examine what became of it (milliseconds). */
export const LEASE = 30 * SECOND;
/** A send is given up while the claim is still held (milliseconds). */
export const SEND_LIMIT = 20 * SECOND;

const FIRST_WAIT = 10 * SECOND;
const LONGEST_WAIT = 10 * MINUTE;

/** True while a claim may still lead to a send: a process that was stopped for longer must not begin one. */
export function maySend({ since }: Sending, now: Instant): boolean {
  return since <= now && now - since < SEND_LIMIT;
}

/** True while nobody but the owner may touch a claim. On a clock that went back it holds on. */
export function isHeld({ since }: Sending, now: Instant): boolean {
  return now - since < LEASE;
}

/**
 * True while a platform that remembers keys for `memory` milliseconds still knows the first send of this round.
 * A clock that went back since can no longer tell.
 */
export function isRemembered({ firstSent }: Sending, memory: number, now: Instant): boolean {
  return firstSent <= now && now - firstSent < memory;
}

/**
 * The wait before a question is sent again after `tries` (≥ 1) sends that certainly did not happen: it doubles up
 * to ten minutes, half of it is chance, and it is never shorter than the platform asked for.
 */
export function waitToSend(tries: number, asked: number | null, dice: Dice): number {
  const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1));
  return Math.max(asked ?? 0, Math.round(most * (0.5 + dice() / 2)));
}
