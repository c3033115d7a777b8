import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { type Bot, makeBot } from '../../src/cli/bot.ts';
import { NO_COURSE } from '../../src/core/course.ts';
import type { Day } from '../../src/core/day.ts';
import { channelId, communityId, dailyId, deckId, roundId } from '../../src/core/ids.ts';
import { parseDays, parseTime, parseZone, type Zone } from '../../src/core/schedule.ts';
import { createJobHandlers } from '../../src/features/job-handlers.ts';
import type { MessageAddress, Platform } from '../../src/ports/platform.ts';
import type { PostOccurrence } from '../../src/ports/queue.ts';
import { decksOf, RULES, smallDeck } from '../conversations/small-deck.ts';
import { alone, type Bench, inFlight, type TestBed } from './measurement.ts';

const NOW = Date.parse('2026-11-24T12:00:30Z');
const HOUR = 3_600_000;
const ZONES = Intl.supportedValuesOf('timeZone').slice(0, 400);

/** A platform that takes everything at once. */
const platform: Platform = {
  name: 'crowd',
  remembersKeysFor: 0,
  isService: true,
  discuss: async () => {},
  editsQuietly: true,
  isReachable: () => true,
  knows: async () => 'cannot tell',
  find: async () => ({ kind: 'cannot tell' }),
  tell: async () => {},
  start: async () => {},
  stop: async () => {},
  post: async (_place, _view, key) => key as MessageAddress,
  edit: async () => {},
  reply: async () => {},
};

/** A scheduler whose clock the bench moves, without workers beside it. */
async function botOn({ socket }: TestBed, clock: { at: number }): Promise<Bot> {
  const bot = await makeBot({
    redis: { kind: 'socket', path: socket },
    prefix: `b${randomBytes(6).toString('hex')}`,
    platforms: [platform],
    roles: new Set(['scheduler'] as const),
    decks: decksOf({ id: deckId.of('virtualization'), title: 'Bench', cards: smallDeck }),
    clock: { now: () => clock.at },
    rules: RULES,
    homeZone: parseZone('UTC') as Zone,
    makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
    makeSecret: () => 'bench',
    report: (doing, cause) => process.stderr.write(`${doing}: ${cause}\n`),
    reportJob: (event) => process.stderr.write(`${JSON.stringify(event)}\n`),
  });
  await bot.start();
  return bot;
}

/** Sets up dailies, each in a community of its own. */
async function setUp(
  bot: Bot,
  count: number,
  at: (number: number) => { time: string; zone: string },
): Promise<void> {
  const days = parseDays('daily');
  await inFlight(count, 1_000, async (number) => {
    const wanted = at(number);
    const [time, zone] = [parseTime(wanted.time), parseZone(wanted.zone)];
    if (!days || !time || !zone) throw new Error('not a schedule');
    await bot.parts.store.dailies.create({
      community: communityId.of(`crowd:c${number}`),
      channel: channelId.of('study'),
      deck: deckId.of('virtualization'),
      schedule: { time, days, dates: null, months: null, zone },
      course: NO_COURSE,
      organiser: null,
      named: null,
      since: NOW - HOUR / 2,
      paused: false,
    });
  });
}

/** Milliseconds of this process's CPU, and on the clock. */
async function spentOn(work: () => Promise<void>): Promise<{ cpu: number; elapsed: number }> {
  const [before, began] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1_000, elapsed: performance.now() - began };
}

const clockFace = (minutes: number): string =>
  `${`${Math.floor(minutes / 60) % 24}`.padStart(2, '0')}:${`${minutes % 60}`.padStart(2, '0')}`;

/** Planning everything that a start finds: the occurrences of two days, of dailies all over the world. */
export const planning: Bench = {
  name: 'planning',
  async run(bed) {
    const clock = { at: NOW };
    const bot = await botOn(bed, clock);
    await setUp(bot, 10_000, (number) => ({
      time: clockFace((number * 7) % 1_440),
      zone: ZONES[number % ZONES.length] ?? 'UTC',
    }));
    const spent = await spentOn(bot.tick);
    await bot.stop();
    const name = 'planning 10,000 dailies in 400 zones for 48 h';
    return [
      alone(name, spent.elapsed / 1_000, 's', '< 2 s'),
      alone(`${name}, CPU`, spent.cpu / 1_000, 's', ''),
    ];
  },
};

/** One tick among 100,000 planned dailies, of which 1,000 are due. */
export const tick: Bench = {
  name: 'tick',
  async run(bed) {
    const clock = { at: NOW };
    const bot = await botOn(bed, clock);
    await setUp(bot, 100_000, (number) => ({
      time: number < 1_000 ? '12:10' : clockFace(780 + (number % 600)),
      zone: 'UTC',
    }));
    // What was just planned is looked at once more.
    await bot.tick();
    await bot.tick();
    clock.at = Date.parse('2026-11-24T12:10:00Z');
    const { cpu, elapsed } = await spentOn(bot.tick);
    await bot.stop();
    return [
      alone('tick, 1,000 due of 100,000, CPU', cpu, 'ms', '< 200 ms'),
      alone('tick, 1,000 due of 100,000', elapsed, 'ms', ''),
    ];
  },
};

/** What one posted question asks of the store: what is written to its socket, one round trip each. */
export const claim: Bench = {
  name: 'claim',
  async run(bed) {
    const bot = await botOn(bed, { at: NOW });
    await setUp(bot, 2, () => ({ time: '12:00', zone: 'UTC' }));
    await bot.tick();
    const post = createJobHandlers(bot.parts)['post-occurrence'];
    const occurrence = (number: number): PostOccurrence => ({
      community: communityId.of(`crowd:c${number}`),
      daily: dailyId.of('d1'),
      day: '2026-11-24' as Day,
    });
    // The first teaches the server its scripts.
    await post(occurrence(0));
    if (!(bot.connection instanceof Redis)) throw new Error('not a connection to one server');
    const { stream } = bot.connection;
    const { write } = stream;
    let trips = 0;
    stream.write = ((...given: Parameters<typeof write>) => {
      trips += 1;
      return write.apply(stream, given);
    }) as typeof write;
    const result = await post(occurrence(1));
    await bot.stop();
    if (result.kind !== 'done') throw new Error(JSON.stringify(result));
    return [alone('claiming and recording a question', trips, 'round trips', '<= 6')];
  },
};
