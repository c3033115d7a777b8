import { Temporal } from 'temporal-polyfill';
import { HOUR, type Instant } from './day.ts';
import type { Round } from './round.ts';

/** Nobody is written to from 21:00 to 08:00 of the round's zone. */
const NIGHT = { from: 21, until: 8 } as const;
/** The hour at which a reminder comes that would fall into the night. */
const EVENING = 20;
/** Who has had a question for less than this needs no reminder (milliseconds). */
const SETTLING = HOUR;

const wallOf = (zone: string, at: Instant): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

/** True where the clocks of the zone show a time at which nobody wants a message. */
export function isNight(zone: string, at: Instant): boolean {
  const { hour } = wallOf(zone, at);
  return hour >= NIGHT.from || hour < NIGHT.until;
}

/** 20:00 on the evening that a night began with. */
function eveningBefore(zone: string, night: Instant): Instant {
  const wall = wallOf(zone, night);
  const date = wall.toPlainDate().subtract({ days: wall.hour < NIGHT.until ? 1 : 0 });
  return date.toZonedDateTime({ timeZone: zone, plainTime: { hour: EVENING } }).epochMilliseconds;
}

/**
 * When a round's reminders go out: `before` milliseconds ahead of its close or, where that is at night, on the
 * evening before. Null where the round has not been open for an hour by then.
 */
export function remindAt(
  { openedAt, closesAt, zone }: Pick<Round, 'openedAt' | 'closesAt' | 'zone'>,
  before: number,
): Instant | null {
  const wanted = closesAt - before;
  const at = isNight(zone, wanted) ? eveningBefore(zone, wanted) : wanted;
  return at >= openedAt + SETTLING && !isNight(zone, at) ? at : null;
}
