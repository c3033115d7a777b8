import { expect, it } from 'vitest';
import { communityId, memberId } from '../../../src/core/ids.ts';
import { openDiscord } from '../../fakes/discord/open-discord.ts';

const clock = { now: () => Date.UTC(2026, 10, 23, 8, 0) };

it('Discord says who is still there, also to a process that was never started', async () => {
  const { discord, guild, channel, platform, close } = await openDiscord(clock);
  const community = communityId.of(`discord:${guild.id}`);
  const [ada, bob] = [discord.member({ channel }), discord.member({ channel })];
  discord.world.left.add(bob.id);
  expect(await platform.knows(community, memberId.of(ada.id))).toBe('here');
  expect(await platform.knows(community, memberId.of(bob.id))).toBe('gone');
  expect(await platform.knows(community, memberId.of('bob'))).toBe('gone');
  expect(await platform.knows(community, null)).toBe('here');
  discord.failNext('GET', /guilds/, { kind: 'refuse', status: 500 });
  expect(await platform.knows(community, memberId.of(bob.id))).toBe('cannot tell');
  discord.world.guilds.delete(guild.id);
  expect(await platform.knows(community, null)).toBe('gone');
  // A server that is gone says nothing about its members.
  expect(await platform.knows(community, memberId.of(ada.id))).toBe('cannot tell');
  await close();
});
