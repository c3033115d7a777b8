import { onTestFinished } from 'vitest';
import type { BotOptions } from '../../src/cli/bot.ts';
import type { Card } from '../../src/core/card.ts';
import { completeOption } from '../../src/features/complete.ts';
import { discordPlatform } from '../../src/platforms/discord/index.ts';
import type { DrawChart } from '../../src/ports/charts.ts';
import { nodesOf } from '../fakes/discord/checks.ts';
import {
  type FakeChannel,
  type FakeDiscord,
  type FakeMember,
  type FakeMessage,
  fakeDiscord,
  textOf,
} from '../fakes/discord/index.ts';
import { PNG } from '../fakes/discord/open-discord.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

export interface DiscordGroup {
  readonly group: StudyGroup;
  readonly discord: FakeDiscord;
  readonly channel: FakeChannel;
  /** What went wrong where nobody waited for it. */
  readonly reported: readonly string[];
  readonly ada: FakeMember;
  readonly bob: FakeMember;
  /** The message that the whole channel saw last. */
  latest(): FakeMessage;
  /** Sets a daily up by its form as it stands and lets everything happen that follows. */
  setUp(): Promise<void>;
  /** The text that only this member sees and that says this, now or later. */
  hears(member: FakeMember, words: string): Promise<string>;
}

/** A bot on a real Redis and on a small Discord, over real sockets. */
export async function discordGroup(
  options: {
    readonly cards?: readonly Card[];
    readonly shards?: number;
    readonly chart?: DrawChart | null;
    readonly more?: Partial<BotOptions>;
  } = {},
): Promise<DiscordGroup> {
  const { cards, shards = 1 } = options;
  let now = () => Date.UTC(2026, 10, 23, 8, 0);
  const discord = await fakeDiscord({ now: () => now(), shards });
  onTestFinished(discord.close);
  const channel = discord.channel(discord.guild());
  const reported: string[] = [];
  const platform = discordPlatform({
    token: discord.world.token,
    application: discord.world.application,
    api: discord.api,
    clock: { now: () => now() },
    locale: 'en',
    secret: 'a secret of the tests',
    picture: async () => PNG,
    chart: options.chart === undefined ? async () => PNG : options.chart,
    complete: (option, typed, community) =>
      completeOption(group.bot.parts, option, typed, community),
    report: (doing, cause) => void reported.push(`${doing}: ${String(cause)}`),
    onFatal: () => {},
  });
  const group: StudyGroup = await studyGroup({
    ...(cards ? { cards } : {}),
    more: { ...options.more, platforms: [platform] },
  });
  now = group.clock.now;
  const ada = discord.member({ channel, organiser: true });
  const bob = discord.member({ channel });
  const latest = (): FakeMessage => {
    const message = channel.messages.findLast(
      ({ ephemeralFor, isDeleted }) => ephemeralFor === null && !isDeleted,
    );
    if (!message) throw new Error('Nobody has said anything');
    return message;
  };
  const hears = (member: FakeMember, words: string): Promise<string> =>
    discord.until(words, () => member.heard().find((text) => text.includes(words)));
  return {
    group,
    reported,
    discord,
    channel,
    ada,
    bob,
    latest,
    async setUp() {
      const setup = ada.types('/daily setup');
      await setup.acknowledged;
      await ada.submits(setup, {}).acknowledged;
      await hears(ada, 'is set up');
    },
    hears,
  };
}

/** The custom_ids of the controls of a message, in order. */
export const controlsOf = (message: FakeMessage): string[] =>
  nodesOf(message.body.components).flatMap(({ custom_id }) => custom_id ?? []);

export const textIn = (message: FakeMessage): string => textOf(message.body);
