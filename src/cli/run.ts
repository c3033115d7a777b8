import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DailyValues } from '../chat/views/daily.ts';
import { roundId } from '../core/ids.ts';
import { completeOption } from '../features/complete.ts';
import { firstDaily } from '../features/daily.ts';
import type { Report } from '../features/parts.ts';
import { bringDailies } from '../features/settings-dailies.ts';
import { startTick } from '../jobs/tick.ts';
import { type Health, serveHealth } from '../ops/health.ts';
import { type Logger, openLog } from '../ops/log.ts';
import { STUDY } from '../platforms/terminal/index.ts';
import type { Platform } from '../ports/platform.ts';
import type { Settings } from '../settings/settings.ts';
import { announcerOf } from './announce.ts';
import { type Bot, makeBot } from './bot.ts';
import { openCalendars } from './calendars.ts';
import { cardsInWords, type OpenDecks, openDecks } from './decks.ts';
import { epochFile } from './epoch-file.ts';
import { logJob } from './job-log.ts';
import { movableClock } from './movable-clock.ts';
import { chartsIn, deckPictures } from './pictures.ts';
import { isTerminalAlone, openServices, terminalIsWanted } from './platforms.ts';
import { openRedis } from './redis.ts';
import { refuseLonely, rolesOf, withRole } from './roles.ts';
import { Sentence, sentenceOf } from './sentence.ts';
import { readSettings } from './settings.ts';
import { advanceToNextDue, homeZone, openTerminal } from './terminal.ts';

/** A stop that takes longer than this is cut off (milliseconds). */
const STOP_LIMIT = 10_000;

/** How often platforms are looked at, to say that they are up or away (milliseconds). */
const ANNOUNCE_EVERY = 1_000;

type Close = () => Promise<void>;

/** Runs the bot until somebody leaves or a signal comes; the exit code. */
export async function run(words: readonly string[]): Promise<number> {
  const closers: Close[] = [];
  const wish = wishToLeave();
  try {
    await open(readSettings(withRole(process.env, words)), closers, wish);
    await wish.left;
  } catch (cause) {
    process.stderr.write(`${sentenceOf(cause)}\n`);
    await closeAll(closers);
    return 1;
  }
  return closeAll(closers);
}

interface Wish {
  readonly left: Promise<void>;
  leave(): void;
  /** Ends the run with this sentence. */
  fail(sentence: string): void;
}

/** Resolved by `leave`, or by SIGINT or SIGTERM; a second signal ends the process where it stands. */
function wishToLeave(): Wish {
  let leave = (): void => {};
  let fail = (_: Sentence): void => {};
  const left = new Promise<void>((resolve, reject) => {
    leave = resolve;
    fail = reject;
  });
  // It may fail before anybody waits for it.
  left.catch(() => {});
  let signals = 0;
  const onSignal = (): void => {
    if (++signals > 1) process.exit(130);
    leave();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return { left, leave: () => leave(), fail: (sentence) => fail(new Sentence(sentence)) };
}

/** Opens part after part; each leaves its way to close, so that a start that fails half-way leaves nothing open. */
async function open(settings: Settings, closers: Close[], { leave, fail }: Wish): Promise<void> {
  refuseLonely(settings);
  const roles = rolesOf(settings.role);
  const hasTerminal = terminalIsWanted(settings);
  const decks = await openDecks(settings.content);
  const calendars = await openCalendars(settings.calendars);
  mkdirSync(settings.folder, { recursive: true, mode: 0o700 });
  const onScreen = hasTerminal ? join(settings.folder, 'hypercall.log') : null;
  const log = openLog(settings.log.level, settings.log.file ?? onScreen);
  const redis = await openRedis(settings, (sentence) => process.stderr.write(`${sentence}\n`));
  closers.push(redis.stop);
  for (const warning of redis.warnings) log.warn(warning);

  process.on('SIGHUP', () => void reload(decks, log));
  const report: Report = (doing, cause) => log.warn({ err: cause }, doing);
  const isAlone = isTerminalAlone(settings);
  const own = movableClock(settings.folder);
  // What others share is not moved by one member's /tomorrow.
  const clock = isAlone ? own : { now: () => Date.now() };
  const services = await openServices(settings, redis.target, {
    clock,
    report,
    picture: deckPictures(settings.content),
    chart: chartsIn(settings.pictures.theme),
    complete: (option, typed, community) => completeOption(bot.parts, option, typed, community),
    onFatal: fail,
  });
  for (const service of services) closers.push(service.close);
  const zone = homeZone(settings);
  const advance = (): Promise<string> => advanceToNextDue(bot, own, zone);
  let begin = (): void => {};
  const ready = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const settled = (): Promise<void> => bot.jobs.settled();
  const given = { ready, advance: isAlone ? advance : null, settled, onLeave: leave };
  const terminal = hasTerminal ? [openTerminal(settings, clock, given)] : [];
  const bot: Bot = await makeBot({
    redis: redis.target,
    prefix: settings.redis.prefix,
    platforms: [...terminal, ...services.map(({ platform }) => platform)],
    roles,
    decks,
    clock,
    timekeeper: isAlone ? null : 'server',
    rules: settings.rules,
    retention: settings.retention,
    review: settings.review,
    homeZone: zone,
    language: settings.language,
    calendars,
    settingsDailies: settings.dailies,
    makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
    makeSecret: () => randomBytes(16).toString('hex'),
    report,
    reportJob: (event) => logJob(log, event),
    epochMemory: epochFile(settings.folder),
    onLoss: async (parts) => {
      if (hasTerminal) await firstDaily(parts, STUDY, firstValues(settings), false);
    },
  });
  closers.push(bot.stop);
  closers.push(async () => begin());
  const gates = roles.has('gateway') ? services.map(({ platform }) => platform) : [];
  if (settings.health.port !== null) {
    const { host, port } = settings.health;
    const health = await serveHealth(host, port, () => healthOf(bot, gates));
    closers.push(health.stop);
  }
  await bot.start();
  // A line on the screen would run into what is typed there.
  const say = (line: string): void =>
    void (hasTerminal ? log.info(line) : process.stderr.write(`${line}\n`));
  const announcer = announcerOf(gates, say);
  announcer.look();
  const looking = setInterval(announcer.look, ANNOUNCE_EVERY).unref();
  closers.push(async () => clearInterval(looking));
  const { afterLoss } = await bot.checkEpoch();
  await bringDailies(bot.parts, bot.parts.settingsDailies);
  if (hasTerminal) await firstDaily(bot.parts, STUDY, firstValues(settings), !afterLoss);
  const tick = startTick(bot.tick, (cause) => log.error({ err: cause }, 'the minute tick'));
  closers.push(tick.stop);
  if (!hasTerminal) return;
  // What fell due while nobody ran is dealt with before the first line is read.
  await bot.tick();
  await bot.jobs.settled();
  begin();
}

function firstValues(settings: Settings): DailyValues {
  return { ...settings.firstDaily, zone: homeZone(settings) };
}

/** A broken deck never replaces a good one. */
async function reload(decks: OpenDecks, log: Logger): Promise<void> {
  try {
    await decks.reload();
    log.info(`the decks are loaded again: ${cardsInWords(decks)}`);
  } catch (cause) {
    log.error(`the decks stay as they were. ${sentenceOf(cause)}`);
  }
}

async function healthOf(bot: Bot, gates: readonly Platform[]): Promise<Health> {
  const redis = await bot.connection.ping().then(
    () => 'ready' as const,
    () => 'away' as const,
  );
  const platforms = gates.map((gate) => [
    gate.name,
    gate.isReachable() ? ('ready' as const) : ('connecting' as const),
  ]);
  return { parts: { redis, ...Object.fromEntries(platforms) } };
}

/** Closes in reverse, whatever fails on the way; 0 where all closed in time. */
async function closeAll(closers: readonly Close[]): Promise<number> {
  const limit = setTimeout(() => {
    process.stderr.write('Hypercall did not finish within 10 s and stops here.\n');
    process.exit(1);
  }, STOP_LIMIT);
  let code = 0;
  for (const close of [...closers].reverse()) {
    await close().catch((cause) => {
      process.stderr.write(`${sentenceOf(cause)}\n`);
      code = 1;
    });
  }
  clearTimeout(limit);
  return code;
}
