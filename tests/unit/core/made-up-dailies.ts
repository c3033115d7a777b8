import fc from 'fast-check';
import { NO_COURSE } from '../../../src/core/course.ts';
import type { Daily } from '../../../src/core/daily.ts';
import type { Instant } from '../../../src/core/day.ts';
import { channelId, communityId, dailyId, deckId } from '../../../src/core/ids.ts';
import { EVERY_DAY, type TimeOfDay, type Zone } from '../../../src/core/schedule.ts';

/** Before the first due time of every made-up daily. */
export const NOVEMBER: Instant = Date.parse('2026-10-30T00:00Z');

const base: Daily = {
  id: dailyId.of('d1'),
  community: communityId.of('terminal:local'),
  channel: channelId.of('here'),
  deck: deckId.of('virtualization'),
  schedule: {
    time: '09:00' as TimeOfDay,
    days: EVERY_DAY,
    dates: null,
    months: null,
    zone: 'UTC' as Zone,
  },
  course: NO_COURSE,
  organiser: null,
  named: null,
  since: NOVEMBER,
  paused: false,
  revision: 1,
};

const ZONES = [
  'UTC',
  'Europe/Zurich',
  'America/Sao_Paulo',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
];

/** At any quarter of an hour, on some days, in one of five zones. */
export const anyDaily: fc.Arbitrary<Daily> = fc
  .record({
    quarter: fc.nat({ max: 95 }),
    days: fc.subarray([...EVERY_DAY], { minLength: 1 }),
    dates: fc.option(fc.subarray([1, 13, 28, 31], { minLength: 1 }), { nil: null, freq: 3 }),
    zone: fc.constantFrom(...ZONES),
  })
  .map(({ quarter, days, dates, zone }) => {
    const parts = [Math.floor(quarter / 4), (quarter % 4) * 15];
    const time = parts.map((part) => String(part).padStart(2, '0')).join(':') as TimeOfDay;
    return { ...base, schedule: { time, days, dates, months: null, zone: zone as Zone } };
  });
