import type { DailyParts } from '../features/daily.ts';
import { createConversations, createJobHandlers, withPlanner } from '../features/index.ts';
import type { Parts, Report } from '../features/parts.ts';
import type { SettingsDaily } from '../features/settings-dailies.ts';
import type { JobEvent } from '../jobs/job-event.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import type { Calendars } from '../ports/calendars.ts';
import type { Platform } from '../ports/platform.ts';
import { type Connection, makeConnection, type RedisTarget } from '../store/connection.ts';
import { createStore } from '../store/index.ts';

/** Everything that differs between an operator's machine, a test and a bench. */
export interface BotOptions
  extends Pick<Parts, 'decks' | 'clock' | 'rules' | 'makeRoundId' | 'homeZone' | 'report'> {
  readonly redis: RedisTarget;
  /** Begins every key. */
  readonly prefix: string;
  readonly platforms: readonly Platform[];
  readonly makeSecret: () => string;
  /** Absent: none. */
  readonly calendars?: Calendars;
  /** The dailies of the settings file; absent: none. */
  readonly settingsDailies?: readonly SettingsDaily[];
  readonly reportJob: (event: JobEvent) => void;
}

const NO_CALENDARS: Calendars = { get: () => null, list: () => [] };

/** The bot, put together. It does nothing by itself before `start`. */
export interface Bot {
  readonly parts: DailyParts;
  readonly jobs: Jobs;
  /** The connection that the store asks through. */
  readonly connection: Connection;
  /** Workers first, then the platforms, so that no intent meets a bot that cannot follow. */
  start(): Promise<void>;
  /** Finds what is due, once. */
  tick(): Promise<void>;
  /** Takes no more intents, finishes what is under way, lets go of the store. */
  stop(): Promise<void>;
}

/** @throws where Redis cannot be reached */
export async function makeBot(options: BotOptions): Promise<Bot> {
  const { redis, prefix, platforms, makeSecret, report, reportJob } = options;
  const connection = await opened(redis, report);
  const producer = await opened(redis, report);
  const jobs = createJobs({
    connect: (purpose) => (purpose === 'producer' ? producer : makeConnection(redis, 'wait')),
    prefix,
    report: reportJob,
  });
  const made: Parts = {
    ...options,
    calendars: options.calendars ?? NO_CALENDARS,
    store: createStore({ redis: connection, prefix, makeSecret }),
    queue: jobs.queue,
    platforms: new Map(platforms.map((platform) => [platform.name, platform])),
  };
  const parts = withPlanner(made, options.settingsDailies);
  const converse = createConversations(parts);
  return {
    parts,
    jobs,
    connection,
    async start() {
      await jobs.work(createJobHandlers(parts));
      await Promise.all(platforms.map((platform) => platform.start(converse)));
    },
    tick: () => parts.planner.tick(),
    async stop() {
      await Promise.all(platforms.map((platform) => platform.stop()));
      await jobs.stop();
      connection.disconnect();
    },
  };
}

/** A connection that somebody waits for; its outages are told, never thrown into the void. */
async function opened(redis: RedisTarget, report: Report): Promise<Connection> {
  const connection = makeConnection(redis, 'ask');
  connection.on('error', (cause) => report('talking to Redis', cause));
  await connection.connect();
  return connection;
}
