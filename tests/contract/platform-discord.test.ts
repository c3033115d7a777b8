import { encodePress } from '../../src/chat/press.ts';
import { textView } from '../../src/chat/view.ts';
import { channelId, communityId } from '../../src/core/ids.ts';
import { readInert } from '../../src/platforms/discord/text.ts';
import { type FakeInteraction, textOf } from '../fakes/discord/index.ts';
import { openDiscord } from '../fakes/discord/open-discord.ts';
import { describePlatform, type PlatformHarness } from './platform.ts';

const clock = { now: () => Date.UTC(2026, 10, 23, 8, 0) };

describePlatform('discord', async (): Promise<PlatformHarness> => {
  const { discord, platform, guild, channel, close } = await openDiscord(clock);
  const place = {
    community: communityId.of(`discord:${guild.id}`),
    channel: channelId.of(channel.id),
  };
  const people = {
    ada: discord.member({ channel, organiser: true }),
    bob: discord.member({ channel }),
  };
  const member = (name: string) => people[name as keyof typeof people];
  let latest: FakeInteraction | null = null;
  return {
    platform,
    place,
    async type(name, line) {
      latest = member(name).types(line);
    },
    async press(name, press) {
      const view = { ...textView('news', 'Here'), actions: [{ label: 'Press', press }] };
      await platform.post(place, view, 'a-button', new AbortController().signal);
      const message = channel.messages.at(-1);
      if (message) member(name).presses(message, encodePress(press));
    },
    async fill(name, _, values) {
      await latest?.acknowledged;
      if (latest) member(name).submits(latest, values);
    },
    async shown(message) {
      return readInert(textOf(discord.message(message.split('/')[1] ?? '')?.body));
    },
    heard: async (name) => member(name).heard().map(readInert),
    close,
  };
});
