import { describe, expect, it } from 'vitest';
import type { FakeChannel, FakeMember } from '../fakes/discord/index.ts';
import { type DiscordGroup, discordGroup, textIn } from './discord-group.ts';

/** A daily at 09:00 in a channel of its own, by an organiser of its own. */
async function dailyIn({ discord, hears }: DiscordGroup, channel: FakeChannel) {
  const olga = discord.member({ channel, organiser: true });
  const setup = olga.types('/daily setup');
  await setup.acknowledged;
  olga.submits(setup, {});
  await hears(olga, 'is set up');
  return { channel, olga };
}

function more({ discord }: DiscordGroup, count: number): FakeChannel[] {
  const [guild] = [...discord.world.guilds.values()];
  if (!guild) throw new Error('There is no server');
  return Array.from({ length: count }, () => discord.channel(guild));
}

const refusedIn = ({ discord }: DiscordGroup): number =>
  discord.world.requests.filter(({ status }) => status === 403 || status === 404).length;

/** What was posted, which replies are not. */
const questionsIn = ({ messages }: FakeChannel) => messages.filter(({ nonce }) => nonce !== null);

const HOURS = Array.from({ length: 16 }, (_, at) => String(at + 8).padStart(2, '0'));

function expectToldOnce(olga: FakeMember): void {
  const told = olga.heard().filter((text) => text.includes('asked nothing for 2026-11-23'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('50001');
  expect(told[0]).toContain('View Channel');
  expect(olga.heard().filter((text) => text.includes('2026-11-24'))).toEqual([]);
}

describe('a channel that the bot can no longer use', () => {
  it('P5 P6 costs one refused request a day, tells its organiser once, and is tried again by command', async () => {
    const open = await discordGroup();
    const { group, hears, channel: first } = open;
    const channels = [first, ...more(open, 9)];
    const dead = [];
    for (const channel of channels) dead.push(await dailyIn(open, channel));
    for (const { channel } of dead) channel.isHidden = true;

    for (const hour of HOURS) await group.at(`2026-11-23 ${hour}:00`);
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    expect(refusedIn(open)).toBe(10);
    for (const { olga } of dead) expectToldOnce(olga);

    const [mended, other] = dead;
    if (!mended || !other) throw new Error('There are no channels');
    const { channel, olga } = mended;
    channel.isHidden = false;
    olga.types('/daily resume d1');
    await hears(olga, 'asks again');
    await group.at('2026-11-25 09:00');
    expect(
      channel.messages
        .filter(({ nonce }) => nonce !== null)
        .map(textIn)
        .join(),
    ).toContain('Question 1');
    expect(questionsIn(other.channel)).toEqual([]);
    expect(refusedIn(open)).toBe(10);
  });

  it.each([
    [10_003, 404],
    [50_013, 403],
    [50_083, 400],
  ])('P6 refused with %i is left alone until the organiser mends it', async (code, status) => {
    const open = await discordGroup();
    const { group, channel, setUp, ada, hears } = open;
    await setUp();
    channel.refuses = { status, code };
    await group.at('2026-11-23 09:00');
    await hears(ada, 'asked nothing for 2026-11-23');
    ada.types('/daily list');
    expect(await hears(ada, 'd1')).toBeTruthy();
    channel.refuses = null;
    ada.types('/daily resume d1');
    await hears(ada, 'asks again');
    await group.at('2026-11-24 09:00');
    expect(questionsIn(channel)).toHaveLength(1);
  });

  it.each([
    [20_016, 400],
    [130_000, 403],
  ])('P6 refused with %i is tried again after the wait, and asks once', async (code, status) => {
    const { group, channel, setUp } = await discordGroup();
    await setUp();
    channel.refuses = { status, code };
    await group.at('2026-11-23 09:00');
    expect(questionsIn(channel)).toEqual([]);
    channel.refuses = null;
    for (const minute of ['05', '10', '15', '20']) await group.at(`2026-11-23 09:${minute}`);
    expect(questionsIn(channel)).toHaveLength(1);
  });

  it.each([50_035, 200_000, 240_000])(
    'P6 that refuses this very question with %i skips it with the reason, and asks the next day',
    async (code) => {
      const { group, channel, setUp, ada, hears, discord } = await discordGroup();
      await setUp();
      channel.refuses = { status: 400, code };
      await group.at('2026-11-23 09:00');
      await hears(ada, String(code));
      channel.refuses = null;
      await group.at('2026-11-23 09:10');
      const posts = discord.world.requests.filter(
        ({ method, path }) => method === 'POST' && path === `/channels/${channel.id}/messages`,
      );
      expect(posts).toHaveLength(1);
      await group.at('2026-11-24 09:00');
      expect(questionsIn(channel)).toHaveLength(1);
    },
  );
});
