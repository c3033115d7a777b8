import { expect, it } from 'vitest';
import { textView } from '../../../src/chat/view.ts';
import { channelId, communityId } from '../../../src/core/ids.ts';
import { openDiscord } from '../../fakes/discord/open-discord.ts';

const clock = { now: () => Date.UTC(2026, 10, 23, 8, 0) };
const THREADS = 1n << 35n;

it('a question gets its thread once, and none without the right to open one', async () => {
  const { discord, guild, channel, platform, close } = await openDiscord(clock);
  const place = {
    community: communityId.of(`discord:${guild.id}`),
    channel: channelId.of(channel.id),
  };
  const never = new AbortController().signal;
  const message = await platform.post(place, textView('news', 'Question 1'), 'k1', never);
  const about = textView('news', `Question 1 · ${'a long topic '.repeat(20)}`);
  guild.rights &= ~THREADS;
  await expect(platform.discuss(message, about)).rejects.toMatchObject({ repeat: 'gone' });
  guild.rights |= THREADS;
  await platform.discuss(message, about);
  await platform.discuss(message, about);
  const threads = [...discord.world.channels.values()].filter(({ type }) => type === 11);
  expect(threads).toHaveLength(1);
  expect(threads[0]?.name).toMatch(/^Question 1 · a long topic/);
  expect(threads[0]?.name?.length).toBeLessThanOrEqual(100);
  expect(threads[0]?.id).toBe(channel.messages[0]?.id);
  await close();
});
