import { describe, expect, it, vi } from 'vitest';
import { textView } from '../../../src/chat/view.ts';
import { openDiscord } from '../../fakes/discord/open-discord.ts';
import type { Fault } from '../../fakes/discord/world.ts';
import { listening } from './heard.ts';

const clock = { now: () => Date.UTC(2026, 10, 23, 8, 0) };

/** How long the library may take to come back (milliseconds of real time). */
const PATIENCE = 12_000;

describe('the gateway', () => {
  it('P8 is asked for GUILDS and nothing else', async () => {
    const { discord } = await listening();
    expect(discord.gateway.identified).toEqual([{ shard: 0, intents: 1 }]);
  });

  it('P7 resumes a torn connection without identifying, and misses nothing', async () => {
    const { discord, channel, heard, intents, platform } = await listening();
    const ada = discord.member({ channel });
    discord.gateway.tear();
    await discord.gateway.connected(0);
    ada.types('/streak');
    await heard(1);
    expect(intents).toHaveLength(1);
    expect(discord.gateway.resumed).toHaveLength(1);
    expect(discord.gateway.identified).toHaveLength(1);
    expect(platform.isReachable()).toBe(true);
  });

  it('P7 stays closed where it was about to come back', async () => {
    const open = await listening();
    open.discord.gateway.tear();
    await vi.waitFor(() => expect(open.platform.isReachable()).toBe(false));
    await open.platform.stop();
    // Another one comes back later than it would have.
    const { token, application } = open.discord.world;
    const other = await listening({ token, application, api: open.discord.api });
    open.discord.gateway.tear();
    await vi.waitFor(() => expect(other.platform.isReachable()).toBe(false));
    await vi.waitFor(() => expect(other.platform.isReachable()).toBe(true), 5_000);
    expect(open.discord.gateway.resumed).toHaveLength(1);
  });

  it('is of its own bot, where two bots run in one process', async () => {
    const [one, other] = [await listening(), await listening()];
    expect(one.discord.gateway.identified).toHaveLength(1);
    expect(other.discord.gateway.identified).toHaveLength(1);
    await other.discord.member({ channel: other.channel }).types('/streak').acknowledged;
    expect(one.intents).toEqual([]);
  });

  it('P7 resumes when Discord asks it to reconnect', async () => {
    const { discord, channel, heard } = await listening();
    discord.gateway.askToReconnect();
    await vi.waitFor(() => expect(discord.gateway.resumed).toHaveLength(1), 5_000);
    discord.member({ channel }).types('/streak');
    await heard(1);
    expect(discord.gateway.identified).toHaveLength(1);
  });

  it('P7 resumes an invalid session that may be resumed, and identifies once for one that may not', async () => {
    const { discord, channel, heard, intents, clock } = await listening();
    discord.gateway.invalidate(true);
    discord.gateway.tear();
    await vi.waitFor(() => expect(discord.gateway.resumed).toHaveLength(1), PATIENCE);
    expect(discord.gateway.identified).toHaveLength(1);

    // Long after its start: one lost session is no trouble that would be waited for.
    clock.pass(3_600_000);
    discord.gateway.invalidate(false);
    discord.gateway.tear();
    await vi.waitFor(() => expect(discord.gateway.identified).toHaveLength(2), PATIENCE);
    await discord.gateway.connected(1);
    discord.member({ channel }).types('/streak');
    await heard(1);
    expect(intents).toHaveLength(1);
    expect(discord.gateway.identified).toHaveLength(2);
  }, 30_000);

  it('P7 started twenty times in a row identifies twenty times, and no more', async () => {
    const open = await openDiscord(clock);
    for (let start = 1; start <= 20; start++) {
      await open.platform.start(async () => ({ kind: 'later' }));
      expect(open.discord.gateway.identified).toHaveLength(start);
      await open.platform.stop();
    }
    await open.close();
  });

  it('P7 says why it waits where few starts are left, and can be stopped while it does', async () => {
    const open = await openDiscord(clock);
    open.discord.world.identifies = 20;
    open.platform.start(async () => ({ kind: 'later' })).catch(() => {});
    await vi.waitFor(() => expect(open.reported.join()).toContain('Only 20 starts are left'));
    expect(open.discord.gateway.identified).toEqual([]);
    await open.close();
    expect(open.platform.isReachable()).toBe(false);
  });

  it('is not reachable while it is down', async () => {
    const { discord, platform } = await listening();
    discord.gateway.tear();
    await vi.waitFor(() => expect(platform.isReachable()).toBe(false));
    await vi.waitFor(() => expect(platform.isReachable()).toBe(true), 5_000);
  });

  it.each([
    [4_004, 'DISCORD_TOKEN'],
    [4_013, 'update Hypercall'],
    [4_014, 'privileged'],
  ])('P7 ends at the start on %i with a sentence that names the remedy', async (code, remedy) => {
    const open = await openDiscord(clock);
    open.discord.gateway.refuseIdentify(code);
    await expect(open.platform.start(async () => ({ kind: 'later' }))).rejects.toThrow(remedy);
    expect(open.fatal.join()).toContain(remedy);
    expect(open.discord.gateway.identified).toHaveLength(1);
    await open.close();
  });

  it.each([4_004, 4_013, 4_014])(
    'P7 ends while it runs on %i, and does not come back',
    async (code) => {
      const { discord, fatal, platform } = await listening();
      discord.gateway.closeAll(code);
      await vi.waitFor(() => expect(fatal).toHaveLength(1));
      expect(platform.isReachable()).toBe(false);
      expect(discord.gateway.identified).toHaveLength(1);
    },
  );

  it('says when no identify is left today', async () => {
    const open = await openDiscord(clock);
    open.discord.world.identifies = 0;
    await expect(open.platform.start(async () => ({ kind: 'later' }))).rejects.toThrow('sessions');
    expect(open.discord.gateway.identified).toHaveLength(0);
    await open.close();
  });

  it.each<[string, Fault]>([
    ['cannot be reached', { kind: 'cut' }],
    ['is down', { kind: 'refuse', status: 503 }],
    ['asks to wait', { kind: 'refuse', status: 429, retryAfter: 60 }],
  ])('Q17 starts while Discord %s, says so, and connects when it is back', async (_, fault) => {
    const open = await openDiscord(clock);
    open.discord.failNext('GET', /gateway/, fault);
    await open.platform.start(async () => ({ kind: 'later' }));
    expect(open.platform.isReachable()).toBe(false);
    expect(open.reported.join()).toContain('connecting to Discord, which is tried again');
    await vi.waitFor(() => expect(open.platform.isReachable()).toBe(true), 5_000);
    expect(open.discord.gateway.identified).toHaveLength(1);
    expect(open.fatal).toEqual([]);
    await open.close();
  });

  it('Q17 starts while the gateway hangs up, and connects when it no longer does', async () => {
    const open = await openDiscord(clock);
    open.discord.gateway.hangUp();
    await open.platform.start(async () => ({ kind: 'later' }));
    expect(open.reported.join()).toContain('no connection has come about');
    await vi.waitFor(() => expect(open.platform.isReachable()).toBe(true), 5_000);
    await open.close();
  });

  it('can be stopped while it tries', async () => {
    const open = await openDiscord(clock);
    open.discord.failNext('GET', /gateway/, { kind: 'cut' });
    await open.platform.start(async () => ({ kind: 'later' }));
    await open.platform.stop();
    expect(open.discord.gateway.identified).toEqual([]);
    await open.close();
  });

  it('P7 ends at the start with a token that Discord does not know', async () => {
    const open = await openDiscord(clock, { token: `${'MTIz'.repeat(6)}.wrong.bot-token` });
    await expect(open.platform.start(async () => ({ kind: 'later' }))).rejects.toThrow(
      'Discord refuses the bot token',
    );
    expect(open.fatal).toHaveLength(1);
    expect(open.discord.gateway.identified).toEqual([]);
    await open.close();
  });

  it('P7 remembers on the shelf when it logged in, for the next process', async () => {
    const kept = new Map<string, string>();
    const shelf = {
      get: async (name: string) => kept.get(name) ?? null,
      put: async (name: string, text: string) => void kept.set(name, text),
    };
    const { discord } = await listening({ shelf });
    expect([...kept]).toEqual([
      [`discord:identify:${discord.world.application}:0`, `${clock.now()} 0`],
    ]);
  });

  it('P10 takes an outage of a server for no removal', async () => {
    const { discord, guild, channel, heard, whereabouts } = await listening();
    const server = `discord:${guild.id}`;
    discord.gateway.dispatch(guild.id, 'GUILD_DELETE', { id: guild.id, unavailable: true });
    discord.member({ channel }).types('/streak');
    await heard(1);
    expect(whereabouts).toEqual([server]);
    discord.gateway.dispatch(guild.id, 'GUILD_CREATE', { id: guild.id, unavailable: true });
    discord.gateway.dispatch(guild.id, 'GUILD_DELETE', { id: guild.id });
    await vi.waitFor(() => expect(whereabouts).toEqual([server, `-${server}`]));
  });

  it.each([2, 3])(
    'P9 hears %i shards, as many as Discord asks for, and posts without them',
    async (shards) => {
      const open = await listening({ shards });
      const { discord } = open;
      open.answer(...Array.from({ length: 4 }, () => ({ kind: 'later' }) as const));
      expect(discord.gateway.identified.map(({ shard }) => shard).sort()).toEqual(
        Array.from({ length: shards }, (_, shard) => shard),
      );
      const channels = Array.from({ length: 4 }, () => discord.channel(discord.guild()));
      for (const channel of channels) discord.member({ channel }).types('/streak');
      await open.heard(4);
      expect(new Set(open.intents.map(({ event }) => event)).size).toBe(4);
      expect(new Set(open.intents.map(({ community }) => community)).size).toBe(4);
      for (const channel of channels) await open.post(textView('news', 'Hi'), 'k1', channel);
      expect(channels.map(({ messages }) => messages.length)).toEqual([1, 1, 1, 1]);
    },
  );
});
