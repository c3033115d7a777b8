import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../core/day.ts';

/** How far a request's time may be from ours, before or after (ms). */
const TOLERANCE = 300_000;

export interface Signed {
  readonly stamp: string | undefined;
  readonly signature: string | undefined;
  readonly body: string;
}

/** Whether Slack sent this, and did so just now: a time in the future is refused like one in the past. */
export function isFromSlack(
  { stamp, signature, body }: Signed,
  secret: string,
  now: Instant,
): boolean {
  if (stamp === undefined || signature === undefined || !/^\d{1,12}$/.test(stamp)) return false;
  if (Math.abs(Number(stamp) * 1_000 - now) > TOLERANCE) return false;
  const right = `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex')}`;
  const [ours, theirs] = [Buffer.from(right), Buffer.from(signature)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
