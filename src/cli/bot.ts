import type { DailyParts } from '../features/daily.ts';
import { createConversations, createJobHandlers, withPlanner } from '../features/index.ts';
import type { Parts, Report } from '../features/parts.ts';
import type { JobEvent } from '../jobs/job-event.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import type { Platform } from '../ports/platform.ts';
import { type Connection, makeConnection, type RedisTarget } from '../store/connection.ts';
import { createStore } from '../store/index.ts';
import { ALL_ROLES, type Role } from './roles.ts';

/** Everything that differs between an operator's machine, a test and a bench. */
export interface BotOptions
  extends Pick<Parts, 'decks' | 'clock' | 'rules' | 'makeRoundId' | 'homeZone' | 'report'> {
  readonly redis: RedisTarget;
  /** Begins every key. */
  readonly prefix: string;
  readonly platforms: readonly Platform[];
  readonly makeSecret: () => string;
  readonly reportJob: (event: JobEvent) => void;
  /** What this process does; everything where it is left out. A scheduler's ticks are its caller's. */
  readonly roles?: ReadonlySet<Role>;
}

/** The bot, put together. It does nothing by itself before `start`. */
export interface Bot {
  readonly parts: DailyParts;
  readonly jobs: Jobs;
  /** The connection that the store asks through. */
  readonly connection: Connection;
  /**
   * A worker's jobs first, then a gateway's platforms, so that no intent meets a bot that cannot follow. A platform
   * that is not started posts, edits and replies all the same.
   */
  start(): Promise<void>;
  /** Finds what is due, once. */
  tick(): Promise<void>;
  /** Takes no more intents, finishes what is under way, lets go of the store. */
  stop(): Promise<void>;
}

/** @throws where Redis cannot be reached */
export async function makeBot(options: BotOptions): Promise<Bot> {
  const { redis, prefix, platforms, makeSecret, report, reportJob, roles = ALL_ROLES } = options;
  const connection = await opened(redis, report);
  const producer = await opened(redis, report);
  const jobs = createJobs({
    connect: (purpose) => (purpose === 'producer' ? producer : makeConnection(redis, 'wait')),
    prefix,
    report: reportJob,
  });
  const parts = withPlanner({
    ...options,
    store: createStore({
      redis: connection,
      prefix,
      makeSecret,
      hasSuccessor: redis.kind === 'sentinel',
    }),
    queue: jobs.queue,
    platforms: new Map(platforms.map((platform) => [platform.name, platform])),
  });
  const converse = createConversations(parts);
  return {
    parts,
    jobs,
    connection,
    async start() {
      if (roles.has('worker')) await jobs.work(createJobHandlers(parts));
      if (!roles.has('gateway')) return;
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
