import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HOUR, MINUTE, SECOND } from '../../../src/core/day.ts';
import { newAgenda } from './agenda.ts';
import { keepBooks } from './books.ts';
import { checkAnswers } from './check-answers.ts';
import { checkOccurrences } from './check-occurrences.ts';
import { type TrueClock, trueClock } from './clock.ts';
import { startFleet } from './fleet.ts';
import type { Books, History, Violation } from './history.ts';
import { type OrderedDaily, order, planOrders, timesAround } from './organisers.ts';
import { pacer } from './pacer.ts';
import { PLATFORMS, servePlatforms } from './platform-server.ts';
import { fragileRedis } from './redis.ts';
import { rulingsFor } from './rulings.ts';
import { diceFor, type Stage } from './stage.ts';
import type { TroubleName } from './trouble.ts';
import { planWorld, setClock } from './world.ts';

export interface RunOptions {
  readonly seed: string;
  /** Goes on until so many minutes of ours are over … */
  readonly minutes: number;
  /** … or so many half days of the run's, whichever is first. */
  readonly halfDays: number;
  /** In how many communities; each has six dailies. */
  readonly communities: number;
  readonly members: number;
  readonly processes: number;
  /** Seconds that go by in one of ours while questions are sent. */
  readonly pace: number;
  /** For how many of the run's minutes the questions of half a day fall due, clock changes left out. */
  readonly width: number;
  /** How long the run goes on undisturbed in the end (milliseconds). */
  readonly calm: number;
  readonly kinds: ReadonlySet<TroubleName>;
  /** Where a fetched Redis lies. */
  readonly binaries: string;
  readonly say: (progress: string) => void;
}

export interface Outcome {
  readonly history: History;
  readonly books: Books;
  readonly violations: readonly Violation[];
  readonly complaints: ReadonlyMap<string, number>;
  readonly finds: number;
}

/** Dailies of one community: half of them ask in the morning, half in the evening. */
const DAILIES = 6;
const BEGIN = Date.parse('2026-10-23T06:00Z');
const MORNING = Date.parse('2026-10-23T08:00Z');
const HALF_DAY = 12 * HOUR;
const CATCH_UP = 6 * HOUR;
/** A wait for jobs that never ends is a finding of its own (real milliseconds). */
const PATIENCE = 150 * SECOND;

/** Plays one history and checks it. */
export async function playHistory(options: RunOptions): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'hypercall-faults-'));
  await mkdir(join(folder, 'redis'));
  const redis = await fragileRedis(join(folder, 'redis'), options.binaries);
  const clock = trueClock(join(folder, 'clock'), BEGIN, options.pace, options.processes);
  try {
    return await play(options, folder, redis, clock);
  } finally {
    clock.close();
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Redis = Awaited<ReturnType<typeof fragileRedis>>;

async function play(
  options: RunOptions,
  folder: string,
  redis: Redis,
  clock: TrueClock,
): Promise<Outcome> {
  const prefix = `f${randomBytes(4).toString('hex')}`;
  const socket = join(folder, 'platforms.sock');
  const places = Array.from({ length: options.processes }, (_, at) => at);
  const fleet = startFleet(
    places.map((process) => ({
      process,
      redis: redis.socket,
      prefix,
      platforms: socket,
      clock: join(folder, 'clock'),
      speed: options.pace,
    })),
  );
  const stage: Stage = {
    ...{ seed: options.seed, kinds: options.kinds, clock, agenda: newAgenda(), fleet },
    ...{ orders: [], claims: [], messages: [], presses: [], faults: [] },
    clockOff: places.map(() => 0),
    away: new Set(),
    underWay: new Set(),
    isHealing: false,
  };
  const dailies: OrderedDaily[] = [];
  const rulings = rulingsFor(stage, options.members, (target) =>
    dailies.find(
      ({ community, daily }) => community === target.community && daily === target.daily,
    ),
  );
  const server = await servePlatforms(socket, clock, rulings);
  const books = keepBooks(redis.socket, prefix);
  try {
    await fleet.allUp();
    dailies.push(...(await setUp(stage, options)));
    options.say(`${dailies.length} dailies are set up`);
    const communities = [...new Set(dailies.map(({ community }) => community))];
    const pace = pacer(stage, server, rulings, books, communities);
    await disturbedDays(options, stage, redis, dailies, pace);
    await heal(options, stage, pace, books);
    const history: History = {
      begun: BEGIN,
      ended: clock.now(),
      catchUp: CATCH_UP,
      ...{ orders: stage.orders, claims: stage.claims, messages: stage.messages },
      ...{ presses: stage.presses, faults: stage.faults },
    };
    const found = await books.read(history);
    const violations = [...checkOccurrences(history, found), ...checkAnswers(history, found)];
    const { finds } = server.counts;
    return { history, books: found, violations, complaints: fleet.complaints, finds };
  } finally {
    books.close();
    await fleet.end();
    await server.close();
  }
}

/** Every community's dailies, over the platforms in turn. */
async function setUp(stage: Stage, { communities, width }: RunOptions): Promise<OrderedDaily[]> {
  const platforms = Object.keys(PLATFORMS);
  const dailies: OrderedDaily[] = [];
  for (let at = 0; at < communities; at++) {
    const community = `${platforms[at % platforms.length]}:group${at}`;
    for (let place = 0; place < DAILIES; place++) {
      const half = place % 2 === 0 ? MORNING : MORNING + HALF_DAY;
      const times = timesAround(half, at * DAILIES + place, width);
      const dice = diceFor(stage, `setup ${community} ${place}`);
      const daily = await order(stage, { community, daily: '' }, 'setup', times, dice);
      if (daily === null) throw new Error(`${community} could not set up a daily`);
      dailies.push({ community, daily, times, isBusy: false, isRemoved: false });
    }
  }
  return dailies;
}

type Pacer = ReturnType<typeof pacer>;

async function disturbedDays(
  { minutes, halfDays, width, say }: RunOptions,
  stage: Stage,
  redis: Redis,
  dailies: readonly OrderedDaily[],
  pace: Pacer,
): Promise<void> {
  const deadline = performance.now() + minutes * 60 * SECOND;
  for (let half = 0; half < halfDays && performance.now() < deadline; half++) {
    const from = MORNING + half * HALF_DAY - 2 * MINUTE;
    planWorld(stage, redis, from, from + (width + 3) * MINUTE);
    planOrders(stage, dailies, from, from + HALF_DAY);
    const isLast = half + 1 === halfDays;
    await pace.until(from + (isLast ? (width + 4) * MINUTE : HALF_DAY - 4 * MINUTE));
    say(
      `${half + 1} half days: ${stage.messages.length} questions, ${stage.presses.length} answers, ${stage.faults.length} faults`,
    );
  }
}

/** Nothing more goes wrong; everything that was begun comes to its end. */
async function heal(
  { calm }: RunOptions,
  stage: Stage,
  pace: Pacer,
  books: ReturnType<typeof keepBooks>,
): Promise<void> {
  stage.isHealing = true;
  for (const process of stage.clockOff.keys()) setClock(stage, process, 0);
  stage.away.clear();
  stage.fleet.tellAway([]);
  await stage.fleet.allUp();
  stage.clock.calm();
  await pause((90 * SECOND) / stage.clock.pace);
  await settled(stage, books);
  // Claims run out, closes come, refused channels are tried again, and members answer what is asked meanwhile.
  await pace.until(stage.clock.now() + calm);
  await settled(stage, books);
}

/** Every delivery is answered, and every job done. */
async function settled(stage: Stage, books: ReturnType<typeof keepBooks>): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  await Promise.all(stage.underWay);
  while ((await books.jobsLeft()) > 0 && performance.now() < deadline) await pause(200);
}
