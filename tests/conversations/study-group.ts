import { randomBytes } from 'node:crypto';
import { inject, onTestFinished } from 'vitest';
import type { View } from '../../src/chat/view.ts';
import { type Bot, type BotOptions, makeBot } from '../../src/cli/bot.ts';
import type { Card, Deck } from '../../src/core/card.ts';
import { parseDay } from '../../src/core/day.ts';
import { channelId, communityId, deckId, roundId } from '../../src/core/ids.ts';
import type { Rules } from '../../src/core/rules.ts';
import { parseZone, type Zone } from '../../src/core/schedule.ts';
import { type Recorder, recorderPlatform } from '../../src/platforms/recorder/index.ts';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { decksOf, RULES, smallDeck } from './small-deck.ts';

/** A clock that stands until a test moves it. */
interface StoppedClock {
  now(): number;
  moveTo(at: number): void;
}

function stoppedClock(at: number): StoppedClock {
  let now = at;
  return {
    now: () => now,
    moveTo(next) {
      now = next;
    },
  };
}

/** `2026-11-23 09:00` or `2026-11-23 09:00:30` in UTC, as an instant. */
function utc(moment: string): number {
  const [day = '', time = '00:00'] = moment.split(' ');
  const date = parseDay(day);
  if (!date) throw new Error(`${day} is no date`);
  return Date.parse(`${date}T${time}Z`);
}

export const COMMUNITY = communityId.of('recorder:group');
const STUDY = { community: COMMUNITY, channel: channelId.of('study') };

export interface StudyGroup {
  readonly bot: Bot;
  readonly recorder: Recorder;
  readonly clock: StoppedClock;
  /** Begins every key of the bot. */
  readonly prefix: string;
  readonly cards: readonly Card[];
  member(name: string, organiser?: boolean): Member;
  /** Moves the clock and lets everything happen that is due then. */
  at(moment: string): Promise<void>;
  /** Lets everything happen that is due now. */
  settle(): Promise<void>;
  /** The latest post of the channel, as it reads now. */
  latest(): View;
  /** All posts of the channel, as they read now. */
  messages(): readonly View[];
}

/** A bot on a real Redis with the recorder as its platform, and the clock in the test's hands. */
export async function studyGroup(options: {
  readonly now?: string;
  readonly cards?: readonly Card[];
  readonly rules?: Partial<Rules>;
  readonly zone?: string;
  /** A network that outlives its bot. */
  readonly recorder?: Recorder;
  readonly more?: Partial<BotOptions>;
}): Promise<StudyGroup> {
  const clock = stoppedClock(utc(options.now ?? '2026-11-23 08:00'));
  const recorder = options.recorder ?? recorderPlatform({ clock });
  const cards = options.cards ?? smallDeck;
  const deck: Deck = { id: deckId.of('virtualization'), title: 'Virtualization', cards };
  const faults: unknown[] = [];
  const prefix = options.more?.prefix ?? `t${randomBytes(6).toString('hex')}`;
  const bot = await makeBot({
    redis: { kind: 'socket', path: inject('redisSocket') },
    prefix,
    platforms: [recorder],
    decks: decksOf(deck),
    clock,
    rules: { ...RULES, ...options.rules },
    homeZone: parseZone(options.zone ?? 'UTC') as Zone,
    makeRoundId: () => roundId.of(randomBytes(6).toString('hex')),
    makeSecret: () => 'a secret of the tests',
    report: (doing, cause) => faults.push([doing, cause]),
    reportJob: (event) => faults.push(event),
    ...options.more,
  });
  await bot.start();
  let stopped: Promise<void> | undefined;
  const stopOnce = (): Promise<void> => (stopped ??= bot.stop());
  onTestFinished(stopOnce);
  const messages = (): readonly View[] => recorder.channel(STUDY).messages.map(({ view }) => view);
  const settle = async (): Promise<void> => {
    await bot.tick();
    await bot.jobs.settled();
  };
  return {
    bot: { ...bot, stop: stopOnce },
    recorder,
    clock,
    prefix,
    cards,
    settle,
    messages,
    member: (name, organiser = false) => recorder.member(name, { ...STUDY, organiser }),
    async at(moment) {
      clock.moveTo(utc(moment));
      await settle();
    },
    latest: () => messages().at(-1) as View,
  };
}
