import { type DiscordOptions, discordPlatform } from '../../../src/platforms/discord/index.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Platform } from '../../../src/ports/platform.ts';
import { type FakeChannel, type FakeDiscord, type FakeGuild, fakeDiscord } from './index.ts';

/** The real adapter, over real sockets, on a small Discord of its own. */
export interface OpenDiscord {
  readonly discord: FakeDiscord;
  readonly platform: Platform;
  readonly guild: FakeGuild;
  readonly channel: FakeChannel;
  /** What was reported and what ended for good. */
  readonly reported: readonly string[];
  readonly fatal: readonly string[];
  close(): Promise<void>;
}

/** One dot of a picture. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function openDiscord(
  clock: Clock,
  more: Partial<DiscordOptions> & { readonly shards?: number } = {},
): Promise<OpenDiscord> {
  const { shards = 1, ...options } = more;
  const discord = await fakeDiscord({ now: clock.now, shards });
  const guild = discord.guild();
  const channel = discord.channel(guild);
  const reported: string[] = [];
  const fatal: string[] = [];
  const platform = discordPlatform({
    token: discord.world.token,
    application: discord.world.application,
    api: discord.api,
    clock,
    locale: 'en',
    secret: 'a secret of the tests',
    picture: async () => PNG,
    chart: async () => PNG,
    complete: async () => [],
    report: (doing, cause) => void reported.push(`${doing}: ${String(cause)}`),
    onFatal: (sentence) => void fatal.push(sentence),
    ...options,
  });
  return {
    discord,
    platform,
    guild,
    channel,
    reported,
    fatal,
    async close() {
      await platform.stop();
      await discord.close();
    },
  };
}
