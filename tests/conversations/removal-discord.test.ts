import { describe, expect, it } from 'vitest';
import { communityId } from '../../src/core/ids.ts';
import { type DiscordGroup, discordGroup } from './discord-group.ts';

/** A server with a daily at nine that asked once. */
async function serverWithADaily() {
  const server = await discordGroup();
  await server.setUp();
  await server.group.at('2026-11-23 09:00');
  const [guild] = [...server.discord.world.guilds.values()];
  if (!guild) throw new Error('there is no server');
  const community = communityId.of(`discord:${guild.id}`);
  const { store } = server.group.bot.parts;
  const isPaused = async (): Promise<boolean[]> => {
    await server.group.settle();
    return (await store.dailies.list(community)).map(({ paused }) => paused);
  };
  return { ...server, guild, community, store, isPaused };
}

const posts = ({ channel }: DiscordGroup): number =>
  channel.messages.filter(({ ephemeralFor }) => ephemeralFor === null).length;

describe('a server that the bot is removed from', () => {
  it('P10 is asked nothing until it is back, and then by itself', async () => {
    const server = await serverWithADaily();
    const { discord, guild, group, isPaused } = server;
    discord.kicks(guild);
    await expect.poll(isPaused).toEqual([true]);
    // The network tells it twice.
    discord.gateway.dispatch(guild.id, 'GUILD_DELETE', { id: guild.id });
    await group.at('2026-11-25 09:00');
    expect(posts(server)).toBe(1);
    discord.invites(guild);
    await expect.poll(isPaused).toEqual([false]);
    await group.at('2026-11-26 09:00');
    expect(posts(server)).toBe(2);
  });

  it('P10 goes on where the post met the removal before the gateway told of it', async () => {
    const { discord, guild, group, isPaused } = await serverWithADaily();
    discord.world.guilds.delete(guild.id);
    await group.at('2026-11-24 09:00');
    expect(await isPaused()).toEqual([true]);
    discord.kicks(guild);
    const { belonging } = group.bot.parts.store;
    const community = communityId.of(`discord:${guild.id}`);
    await expect.poll(() => belonging.place(community)).toMatchObject({ kind: 'removed' });
    await group.settle();
    discord.invites(guild);
    await expect.poll(isPaused).toEqual([false]);
  });

  it('P10 is left as it is by an outage of the server', async () => {
    const { discord, guild, community, ada, hears, isPaused, store } = await serverWithADaily();
    discord.gateway.dispatch(guild.id, 'GUILD_DELETE', { id: guild.id, unavailable: true });
    ada.types('/streak');
    await hears(ada, 'streak');
    expect(await isPaused()).toEqual([false]);
    expect(await store.belonging.place(community)).toBeNull();
  });

  it('X17 is forgotten after thirty days', async () => {
    const { discord, guild, group, community, isPaused, store } = await serverWithADaily();
    discord.kicks(guild);
    await expect.poll(isPaused).toEqual([true]);
    await group.at('2026-12-23 08:59');
    expect(await isPaused()).toEqual([true]);
    await group.at('2026-12-23 09:01');
    expect(await isPaused()).toEqual([]);
    expect(await store.belonging.place(community)).toBeNull();
    expect(await store.members.kept(community, group.member('ada').id)).toMatchObject({
      answers: [],
      organiserOf: [],
    });
  });

  it('appoints members by their ids, and they can give orders', async () => {
    const { ada, bob, hears } = await serverWithADaily();
    ada.types(`/daily organisers add=<@${bob.id}>`);
    await hears(ada, `<@${bob.id}> can set up`);
    bob.types('/daily list');
    await hears(bob, 'd1');
  });
});
