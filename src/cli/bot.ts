import type { Locale } from '../chat/intent.ts';
import { type Retention, USUAL_RETENTION } from '../core/retention.ts';
import { createReview, REVIEW_RULES, type ReviewRules } from '../core/review.ts';
import { type Allowances, USUAL_ALLOWANCES } from '../features/allowances.ts';
import { isAstray } from '../features/astray.ts';
import { createHeeding } from '../features/belonging.ts';
import type { DailyParts } from '../features/daily.ts';
import { createEpochWatch, type EpochMemory, shortMemory } from '../features/epoch.ts';
import { createConversations, withPlanner } from '../features/index.ts';
import { createJobHandlers } from '../features/job-handlers.ts';
import { createOutageWatch } from '../features/outages.ts';
import type { Parts, Report } from '../features/parts.ts';
import { bringDailies, type SettingsDaily } from '../features/settings-dailies.ts';
import type { JobEvent } from '../jobs/job-event.ts';
import { createJobs, type Jobs } from '../jobs/jobs.ts';
import type { Calendars } from '../ports/calendars.ts';
import type { Epoch } from '../ports/epochs.ts';
import type { Platform } from '../ports/platform.ts';
import { type Connection, makeConnection, type RedisTarget } from '../store/connection.ts';
import { createStore } from '../store/index.ts';
import type { Timekeeper } from '../store/situation.ts';
import { ALL_ROLES, type Role } from './roles.ts';

/** Everything that differs between an operator's machine, a test and a bench. */
export interface BotOptions
  extends Pick<Parts, 'decks' | 'clock' | 'rules' | 'makeRoundId' | 'homeZone' | 'report'> {
  readonly redis: RedisTarget;
  /** Begins every key. */
  readonly prefix: string;
  readonly platforms: readonly Platform[];
  readonly makeSecret: () => string;
  /** Absent: the usual one. */
  readonly retention?: Retention;
  /** Absent: what holds unless an operator sets it otherwise. */
  readonly review?: ReviewRules;
  /** How much may come in; absent: what no person exceeds. */
  readonly allowances?: Allowances;
  /** Absent: none. */
  readonly calendars?: Calendars;
  /** The dailies of the settings file; absent: none. */
  readonly settingsDailies?: readonly SettingsDaily[];
  /** Of what a whole channel reads; absent: English. */
  readonly language?: Locale;
  readonly reportJob: (event: JobEvent) => void;
  /** Absent: as long as the process runs. */
  readonly epochMemory?: EpochMemory;
  /** What follows where the store was found empty and the dailies of the settings file are back; absent: nothing. */
  readonly onLoss?: (parts: DailyParts) => Promise<void>;
  /** What this process does; everything where it is left out. */
  readonly roles?: ReadonlySet<Role>;
  /** The clock that this process may not be far ahead of when it asks; absent: its own is right. */
  readonly timekeeper?: Timekeeper;
}

const NO_CALENDARS: Calendars = { get: () => null, list: () => [] };

/** The bot, put together. It does nothing by itself before `start`. */
export interface Bot {
  readonly parts: DailyParts;
  readonly jobs: Jobs;
  /** The connection that the store asks through. */
  readonly connection: Connection;
  /** What the store knows of itself; notices one that was emptied. */
  checkEpoch(): Promise<Epoch>;
  /**
   * A worker's jobs first, then a gateway's platforms, so that no intent meets a bot that cannot follow. A platform
   * that is not started posts, edits and replies all the same.
   */
  start(): Promise<void>;
  /** To be called each minute: a gateway gives its sign of life, a scheduler finds what is due. */
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
  const made: Parts = {
    ...options,
    language: options.language ?? 'en',
    owner: options.makeRoundId(),
    review: createReview(options.review ?? REVIEW_RULES),
    allowances: options.allowances ?? USUAL_ALLOWANCES,
    calendars: options.calendars ?? NO_CALENDARS,
    retention: options.retention ?? USUAL_RETENTION,
    store: createStore({
      redis: connection,
      prefix,
      makeSecret,
      hasSuccessor: redis.kind === 'sentinel',
      timekeeper: options.timekeeper ?? null,
    }),
    queue: jobs.queue,
    platforms: new Map(platforms.map((platform) => [platform.name, platform])),
  };
  const parts = withPlanner(made, options.settingsDailies);
  const { epochMemory = shortMemory(), onLoss = async () => {} } = options;
  const epoch = createEpochWatch(parts, epochMemory, async () => {
    await bringDailies(parts, parts.settingsDailies);
    await onLoss(parts);
  });
  const outages = createOutageWatch(parts);
  const converse = createConversations(parts);
  const heeding = createHeeding(parts);
  return {
    parts,
    jobs,
    connection,
    async start() {
      if (roles.has('worker')) await jobs.work(createJobHandlers(parts));
      if (!roles.has('gateway')) return;
      await Promise.all(platforms.map((platform) => platform.start(converse, heeding.heed)));
    },
    checkEpoch: epoch.check,
    async tick() {
      if (await isAstray(parts)) return;
      if (roles.has('gateway')) await outages.beat();
      await heeding.again();
      if (!roles.has('scheduler')) return;
      await epoch.check();
      await parts.planner.tick();
    },
    async stop() {
      await Promise.all(platforms.map((platform) => platform.stop()));
      await jobs.stop();
      connection.disconnect();
    },
  };
}

/** A connection that somebody waits for; each of its outages is told once, and its end. */
async function opened(redis: RedisTarget, report: Report): Promise<Connection> {
  const connection = makeConnection(redis, 'ask');
  let away = false;
  connection.on('error', (cause) => {
    if (!away) report('talking to Redis', cause);
    away = true;
  });
  connection.on('ready', () => {
    if (away) report('talking to Redis', 'Redis answers again');
    away = false;
  });
  await connection.connect();
  return connection;
}
