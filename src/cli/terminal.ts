import { userInfo } from 'node:os';
import { plainMoment } from '../chat/plain.ts';
import { comingQuestions } from '../core/daily.ts';
import type { Instant } from '../core/day.ts';
import { type MemberId, memberId } from '../core/ids.ts';
import { STRAGGLERS } from '../core/round.ts';
import { parseZone, type Zone } from '../core/schedule.ts';
import { STUDY, type TerminalOptions, terminalPlatform } from '../platforms/terminal/index.ts';
import type { Clock } from '../ports/clock.ts';
import type { Platform } from '../ports/platform.ts';
import type { Settings } from '../settings/settings.ts';
import type { Bot } from './bot.ts';
import type { MovableClock } from './movable-clock.ts';

/** Width assumed where the output has none, as in a pipe. */
const COLUMNS = 88;
/** How long a typed answer waits for its verdict (milliseconds): shorter than a stop may take. */
const CONFIRM_WITHIN = 5_000;

/** The zone of the settings, or the machine's. */
export function homeZone(settings: Settings): Zone {
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return settings.terminal.zone ?? parseZone(machine) ?? ('UTC' as Zone);
}

/** The terminal on this process's own input and output. */
export function openTerminal(
  settings: Settings,
  clock: Clock,
  given: Pick<TerminalOptions, 'ready' | 'advance' | 'settled' | 'onLeave'>,
): Platform {
  const { stdin, stdout, env } = process;
  const isTty = stdin.isTTY === true && stdout.isTTY === true;
  return terminalPlatform({
    input: stdin,
    output: stdout,
    isTty,
    color: stdout.isTTY === true && !env['NO_COLOR'],
    columns: () => stdout.columns ?? COLUMNS,
    folder: settings.folder,
    clock,
    zone: homeZone(settings),
    locale: settings.language,
    self: memberAtTheKeyboard(),
    ...given,
    confirmWithin: CONFIRM_WITHIN,
  });
}

function memberAtTheKeyboard(): MemberId {
  const name = userInfo()
    .username.toLowerCase()
    .replace(/[^a-z0-9_-]/g, '');
  return memberId.parse(name) ?? memberId.of('you');
}

/** `/tomorrow`: the clock shows the next due time, the open round closes, and the next question comes. */
export async function advanceToNextDue(bot: Bot, clock: MovableClock, zone: Zone): Promise<string> {
  const { community } = STUDY;
  const { ledger } = bot.parts.store;
  await bot.tick();
  await bot.jobs.settled();
  const due = (await ledger.nextDue(community)) ?? (await dueBeyondThePlan(bot, clock));
  if (due === null) {
    return 'Nothing is due: /daily setup makes a daily, /daily resume wakes a paused one.';
  }
  // Nobody is late here, so that the wait for stragglers can be skipped, and the reveal comes first.
  clock.moveTo(due + STRAGGLERS);
  for (const work of await ledger.due(community, clock.now())) {
    if (work.kind === 'close') await bot.jobs.queue.closeRound({ community, round: work.round }, 0);
  }
  await bot.jobs.settled();
  await bot.tick();
  await bot.jobs.settled();
  return `It is now ${plainMoment(clock.now(), zone)}.`;
}

/** When the next question of a daily is due that asks too seldom for the ledger to hold it yet; null for none. */
async function dueBeyondThePlan(bot: Bot, clock: MovableClock): Promise<Instant | null> {
  const dailies = await bot.parts.store.dailies.list(STUDY.community);
  const dues = dailies.flatMap((daily) => comingQuestions(daily, clock.now(), null, 1));
  return dues.length > 0 ? Math.min(...dues.map(({ at }) => at)) : null;
}
