import { describe, expect, it, onTestFinished } from 'vitest';
import { openOperator } from '../../../src/platforms/discord/operator.ts';
import { type FakeDiscord, fakeDiscord } from '../../fakes/discord/index.ts';

const clock = { now: () => Date.UTC(2026, 10, 23, 8, 0) };

async function operating(more: { readonly token?: string } = {}) {
  const discord: FakeDiscord = await fakeDiscord(clock);
  const { token, application } = discord.world;
  const operator = openOperator({ token, application, api: discord.api, clock, ...more });
  onTestFinished(async () => {
    operator.close();
    await discord.close();
  });
  const writes = () => discord.world.requests.filter(({ method }) => method !== 'GET').length;
  return { discord, operator, writes };
}

describe('discord register', () => {
  it('P13 writes once, and nothing where nothing changed', async () => {
    const { operator, writes, discord } = await operating();
    expect(await operator.register(null)).toBe(discord.world.commands.length);
    expect(writes()).toBe(1);
    expect(await operator.register(null)).toBe(0);
    expect(writes()).toBe(1);
  });

  it.each([
    [
      'a changed description',
      (command: Record<string, unknown>) => ({ ...command, description: 'Other' }),
    ],
    [
      'other rights',
      (command: Record<string, unknown>) => ({ ...command, default_member_permissions: '8' }),
    ],
    [
      'a lost translation',
      (command: Record<string, unknown>) => ({
        ...command,
        description_localizations: null,
        options: [],
      }),
    ],
  ])('P13 writes again after %s', async (_, change) => {
    const { operator, discord } = await operating();
    await operator.register(null);
    const [first, ...rest] = discord.world.commands;
    discord.world.commands = [change(first), ...rest];
    expect(await operator.register(null)).toBeGreaterThan(0);
  });

  it('writes to one server where one is named', async () => {
    const { operator, discord } = await operating();
    await operator.register('123456789012345678');
    expect(discord.world.requests.at(-1)?.path).toContain('/guilds/123456789012345678/commands');
  });
});

describe('discord doctor', () => {
  const sentences = async (operator: ReturnType<typeof openOperator>) =>
    (await operator.doctor())
      .map(({ isWell, sentence }) => `${isWell ? '✓' : '✗'} ${sentence}`)
      .join('\n');

  it('finds a bot in good health', async () => {
    const { operator, discord } = await operating();
    discord.guild('Study group');
    await operator.register(null);
    expect(await operator.doctor()).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ isWell: false })]),
    );
    expect(await sentences(operator)).toContain('✓ Study group');
  });

  it('names what is missing', async () => {
    const { operator, discord } = await operating();
    discord.guild('Quiet').rights = 1n << 10n;
    discord.world.identifies = 3;
    const text = await sentences(operator);
    expect(text).toContain(
      '✗ Quiet: give the bot Send Messages, Attach Files, Read Message History.',
    );
    expect(text).toContain('✗ The commands differ');
    expect(text).toContain('3 of 1000 starts are left');
  });

  it('says how much room the limits leave', async () => {
    const { operator, discord } = await operating();
    discord.guild();
    discord.world.routeLimit = { most: 4, within: 60_000 };
    const text = await sentences(operator);
    expect(text).toContain('1000 of 1000 starts are left');
    expect(text).toContain('✓ None of these 4 requests came too early');
    expect(text).toMatch(/leaves 3 of 4 \(GET \/[a-z/@]+\)\./);
  });

  it('says where requests came too early', async () => {
    const { operator, discord } = await operating();
    discord.guild();
    const early = { kind: 'refuse', status: 429, retryAfter: 0.01, scope: 'global' } as const;
    discord.failNext('GET', /gateway/, early);
    expect(await sentences(operator)).toContain('✗ 1 of these 5 requests came too early');
  });

  it('asks for privileged intents to be switched off', async () => {
    const { operator, discord } = await operating();
    discord.world.flags = (1 << 13) | (1 << 18) | (1 << 23);
    const text = await sentences(operator);
    expect(text).toContain('✗ Hypercall asks for the intent GUILDS alone');
    expect(text).toContain('switch Presence, Message Content off');
  });

  it('names each of a few servers, and of many only those that lack a right', async () => {
    const { operator, discord } = await operating();
    for (let at = 0; at < 450; at++) discord.guild(`Server ${at}`);
    discord.guild('Quiet').rights = 1n << 10n;
    const text = await sentences(operator);
    expect(text).toContain('✓ In 450 of 451 servers the bot has the rights');
    expect(text.match(/Server \d+:/g)).toBeNull();
    expect(text).toContain('✗ Quiet: give the bot');
  });

  it('says what to do about a token that is refused, without showing it', async () => {
    const { operator } = await operating({ token: 'a.wrong.canary-token' });
    const text = await sentences(operator);
    expect(text).toMatch(/^✗ .*DISCORD_TOKEN\.$/);
    expect(text).not.toContain('canary');
  });
});
