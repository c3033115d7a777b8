import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DailyValues } from '../chat/views/daily.ts';
import { roundId } from '../core/ids.ts';
import { daysInWords } from '../core/schedule.ts';
import { firstDaily } from '../features/daily.ts';
import { startTick } from '../jobs/tick.ts';
import { type Health, serveHealth } from '../ops/health.ts';
import { type Logger, openLog } from '../ops/log.ts';
import { STUDY } from '../platforms/terminal/index.ts';
import type { Settings } from '../settings/settings.ts';
import { type Bot, makeBot } from './bot.ts';
import { cardsInWords, type OpenDecks, openDecks } from './decks.ts';
import { logJob } from './job-log.ts';
import { movableClock } from './movable-clock.ts';
import { hasServices, openServices, terminalIsWanted } from './platforms.ts';
import { openRedis } from './redis.ts';
import { Sentence, sentenceOf } from './sentence.ts';
import { readSettings } from './settings.ts';
import { advanceToNextDue, homeZone, openTerminal } from './terminal.ts';

/** A stop that takes longer than this is cut off (milliseconds). */
const STOP_LIMIT = 10_000;

type Close = () => Promise<void>;

/** Runs the bot until somebody leaves or a signal comes; the exit code. */
export async function run(): Promise<number> {
  const closers: Close[] = [];
  const wish = wishToLeave();
  try {
    await open(closers, wish.leave);
    await wish.left;
  } catch (cause) {
    process.stderr.write(`${sentenceOf(cause)}\n`);
    await closeAll(closers);
    return 1;
  }
  return closeAll(closers);
}

/** Resolved by `leave`, or by SIGINT or SIGTERM; a second signal ends the process where it stands. */
function wishToLeave(): { readonly left: Promise<void>; leave(): void } {
  let leave = (): void => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  let signals = 0;
  const onSignal = (): void => {
    if (++signals > 1) process.exit(130);
    leave();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return { left, leave: () => leave() };
}

/** Opens part after part; each leaves its way to close, so that a start that fails half-way leaves nothing open. */
async function open(closers: Close[], leave: () => void): Promise<void> {
  const settings = readSettings(process.env);
  const decks = await openDecks(settings.content);
  mkdirSync(settings.folder, { recursive: true, mode: 0o700 });
  const hasTerminal = terminalIsWanted(settings);
  const onScreen = hasTerminal ? join(settings.folder, 'hypercall.log') : null;
  const log = openLog(settings.log.level, settings.log.file ?? onScreen);
  const redis = await openRedis(settings, (sentence) => process.stderr.write(`${sentence}\n`));
  closers.push(redis.stop);
  for (const warning of redis.warnings) log.warn(warning);

  process.on('SIGHUP', () => void reload(decks, log));
  const report = (doing: string, cause: unknown): void => log.warn({ err: cause }, doing);
  const isAlone = !hasServices(settings);
  const own = movableClock(settings.folder);
  // What others share is not moved by one member's /tomorrow.
  const clock = isAlone ? own : { now: () => Date.now() };
  const onFatal = (sentence: string): void => {
    // Said at the end, so that it is the last thing to be read.
    closers.push(() => Promise.reject(new Sentence(sentence)));
    leave();
  };
  const services = await openServices(settings, redis.target, { clock, report, onFatal });
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
    decks,
    clock,
    rules: settings.rules,
    homeZone: zone,
    makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
    makeSecret: () => randomBytes(16).toString('hex'),
    report,
    reportJob: (event) => logJob(log, event),
  });
  closers.push(bot.stop);
  closers.push(async () => begin());
  if (settings.health.port !== null) {
    const { host, port } = settings.health;
    const health = await serveHealth(host, port, () => healthOf(bot));
    closers.push(health.stop);
  }
  await bot.start();
  if (hasTerminal) await firstDaily(bot.parts, STUDY, firstValues(settings));
  const tick = startTick(bot.tick, (cause) => log.error({ err: cause }, 'looking at what is due'));
  closers.push(tick.stop);
  // What fell due while nobody ran is dealt with before the first line is read.
  await bot.tick();
  await bot.jobs.settled();
  begin();
}

function firstValues(settings: Settings): DailyValues {
  const { deck, at, days } = settings.firstDaily;
  return { deck, at, days: daysInWords(days), zone: homeZone(settings) };
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

async function healthOf(bot: Bot): Promise<Health> {
  const redis = await bot.connection.ping().then(
    () => 'ready' as const,
    () => 'away' as const,
  );
  return { parts: { redis } };
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
