import { randomBytes } from 'node:crypto';
import type { Intent } from '../../../src/chat/intent.ts';
import type { Reply } from '../../../src/chat/view.ts';
import { type Bot, makeBot } from '../../../src/cli/bot.ts';
import { MINUTE } from '../../../src/core/day.ts';
import { roundId } from '../../../src/core/ids.ts';
import { parseZone, type Zone } from '../../../src/core/schedule.ts';
import { type Metronome, startTick } from '../../../src/jobs/tick.ts';
import { decksOf, RULES } from '../../conversations/small-deck.ts';
import { clockOfProcess } from './clock.ts';
import type { Target } from './history.ts';
import { lineTo, remotePlatform } from './platform-client.ts';
import { PLATFORMS } from './platform-server.ts';
import { questionDeck } from './question-deck.ts';
import type { Step } from './trouble.ts';

/** What the run tells a bot's process at its start. */
export interface BotOrder {
  readonly process: number;
  readonly redis: string;
  readonly prefix: string;
  readonly platforms: string;
  readonly clock: string;
  /** How fast time goes by while questions are sent. */
  readonly speed: number;
}

/** What the run says to it later. */
export type ToBot =
  | { readonly kind: 'deliver'; readonly id: number; readonly intent: Intent }
  | { readonly kind: 'block'; readonly ms: number }
  | { readonly kind: 'away'; readonly platforms: readonly string[] };

/** What it says itself. */
export type FromBot =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply | null }
  | { readonly kind: 'trouble'; readonly doing: string; readonly cause: string };

/** One process of the bot: gateway, workers and planner, as `npm start` puts them together. */
const order = JSON.parse(process.argv[2] ?? '{}') as BotOrder;
const say = (word: FromBot): void => void process.send?.(word);
const line = lineTo(order.platforms);
const clock = clockOfProcess(order.clock, order.process);
const targets = new Map<string, Target>();
let away: readonly string[] = [];

// The features' own limits go by the machine's timers; here a second of theirs is shorter.
const timeout = AbortSignal.timeout.bind(AbortSignal);
const ends = new WeakMap<AbortSignal, number>();
AbortSignal.timeout = (ms) => {
  const signal = timeout(Math.ceil(ms / order.speed));
  ends.set(signal, Date.now() + ms / order.speed);
  return signal;
};

function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Tells the run how far a question is; it may be the last thing that this process does. */
async function step(name: Exclude<Step, 'request'>, round: string, target: Target): Promise<void> {
  const report = { process: order.process, step: name, round, ...target };
  const { block: ms } = await line.call('/step', report);
  if (typeof ms === 'number' && ms > 0) block(ms);
}

const platforms = Object.keys(PLATFORMS).map((name) =>
  remotePlatform(name, {
    process: order.process,
    line,
    targetOf: (round) => targets.get(round),
    hangsUpAt: (signal) => ends.get(signal) ?? Number.MAX_SAFE_INTEGER,
    isReachable: (platform) => !away.includes(platform),
    step,
  }),
);

/** Lets the run see each claim and each record before and after it happens. */
function watch({ ledger }: Bot['parts']['store']): void {
  const { claim, posted } = ledger;
  ledger.claim = async (...call) => {
    const [read, , round] = call;
    const target = { community: round.community, daily: read.daily, day: read.day };
    targets.set(round.id, target);
    await step('claiming', round.id, target);
    const claimed = await claim(...call);
    if (claimed) await step('claimed', round.id, target);
    return claimed;
  };
  ledger.posted = async (...call) => {
    const recorded = await posted(...call);
    const [, round] = call;
    const target = targets.get(round.id);
    if (target) await step('recorded', round.id, target);
    return recorded;
  };
}

/** Once a minute of the run's time, however fast it goes by. */
const everyMinute: Metronome = (beat) => {
  let last = clock.now();
  const timer = setInterval(() => {
    if (Math.abs(clock.now() - last) < MINUTE) return;
    last = clock.now();
    beat();
  }, 15);
  return { stop: () => clearInterval(timer) };
};

async function deliver(id: number, intent: Intent): Promise<void> {
  const name = intent.community.slice(0, intent.community.indexOf(':'));
  const platform = platforms.find((known) => known.name === name);
  const reply = (await platform?.deliver(intent)) ?? null;
  say({ kind: 'reply', id, reply });
}

const report = (doing: string, cause: unknown): void =>
  say({ kind: 'trouble', doing, cause: String(cause) });

process.on('disconnect', () => process.exit());
process.on('message', (word: ToBot) => {
  switch (word.kind) {
    case 'deliver':
      return void deliver(word.id, word.intent);
    case 'block':
      return block(word.ms);
    case 'away':
      away = word.platforms;
  }
});

const bot = await makeBot({
  redis: { kind: 'socket', path: order.redis },
  prefix: order.prefix,
  platforms,
  decks: decksOf(questionDeck),
  clock,
  timekeeper: clockOfProcess(order.clock, null),
  rules: RULES,
  homeZone: parseZone('UTC') as Zone,
  makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
  makeSecret: () => randomBytes(8).toString('hex'),
  report,
  reportJob: (event) => {
    if (event.kind !== 'dropped') report(event.kind, JSON.stringify(event));
  },
});
watch(bot.parts.store);
await bot.start();
startTick(bot.tick, (cause) => report('looking at what is due', cause), everyMinute);
say({ kind: 'ready' });
