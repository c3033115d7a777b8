import { parseArgs } from 'node:util';
import { type Day, HOUR } from '../../src/core/day.ts';
import {
  EVERY_DAY,
  momentOf,
  type Schedule,
  type TimeOfDay,
  type Zone,
} from '../../src/core/schedule.ts';
import { quarters, shownAt, stretchesOf } from './sweep.ts';

/**
 * Compares the due time of every quarter of an hour of 2024 to 2030 in every IANA zone with a walk through the moments
 * by Intl alone: about 100 million conversions. Fails on the first hundred that differ.
 */
const { values } = parseArgs({
  options: { from: { type: 'string', default: '2024' }, to: { type: 'string', default: '2030' } },
});
const [from, to] = [Date.UTC(Number(values.from), 0, 1), Date.UTC(Number(values.to) + 1, 0, 1)];
const zones = Intl.supportedValuesOf('timeZone');
const MOST_FAULTS = 100;
const began = performance.now();
let [conversions, faults] = [0, 0];

function check(zone: string): void {
  let last = Number.NEGATIVE_INFINITY;
  const schedules = new Map<string, Schedule>();
  for (const { wall, at } of quarters(stretchesOf(zone, from, to, 6 * HOUR))) {
    const { day, time } = shownAt(wall);
    const schedule = schedules.get(time) ?? scheduleAt(time, zone);
    schedules.set(time, schedule);
    const found = momentOf(schedule, day as Day);
    conversions++;
    if (found === at && found >= last) {
      last = found;
      continue;
    }
    const shown = [found, at].map((one) => new Date(one).toISOString()).join(', not ');
    process.stdout.write(`FAULT ${zone} ${day} ${time}: ${shown}\n`);
    if (++faults >= MOST_FAULTS) throw new Error('too many faults');
  }
}

function scheduleAt(time: string, zone: string): Schedule {
  return {
    time: time as TimeOfDay,
    days: EVERY_DAY,
    dates: null,
    months: null,
    zone: zone as Zone,
  };
}

const seconds = (): string => ((performance.now() - began) / 1_000).toFixed(1);

for (const [at, zone] of zones.entries()) {
  check(zone);
  if (at % 20 === 19) {
    process.stdout.write(
      `${at + 1} of ${zones.length} zones, ${conversions} conversions, ${seconds()} s\n`,
    );
  }
}
process.stdout.write(
  `zones ${zones.length}, conversions ${conversions}, faults ${faults}, seconds ${seconds()}\n`,
);
process.exitCode = faults === 0 ? 0 : 1;
