import type { Instant } from '../../core/day.ts';

/** Discord's ids begin with the milliseconds since 2015. */
const EPOCH = 1_420_070_400_000;

export const isSnowflake = (text: unknown): text is string =>
  typeof text === 'string' && /^\d{17,20}$/.test(text);

/** When the thing with this id was made. */
export function madeAt(snowflake: string): Instant {
  return Number(BigInt(snowflake) >> 22n) + EPOCH;
}
