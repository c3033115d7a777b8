import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeDiscord } from '../fakes/discord/index.ts';
import { type FakeSlack, fakeSlack } from '../fakes/slack/index.ts';
import { type Member, memberIn } from '../fakes/slack/member.ts';
import { dataFolder, startHypercall } from './hypercall-process.ts';

interface Group {
  readonly fake: FakeSlack;
  readonly env: Record<string, string>;
  readonly ada: Member;
}

/** A Slack for a real process, on the machine's clock. */
async function group(): Promise<Group> {
  const fake = await fakeSlack({ now: () => Date.now() });
  onTestFinished(() => fake.close());
  const botToken = fake.install('T0GROUP');
  const ada = fake.user('T0GROUP', 'ada', { is_admin: true });
  const channel = fake.channel('T0GROUP', ada);
  const env = {
    SLACK_API_URL: fake.apiUrl,
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: fake.world.appToken,
  };
  return { fake, env, ada: memberIn(fake, ada, channel) };
}

describe('a process on Slack', () => {
  it('asks, is answered, and leaves at a signal', async () => {
    const folder = await dataFolder();
    const { fake, env, ada } = await group();
    const bot = startHypercall(folder, env);
    await fake.until('the socket', () => fake.calls.some(({ method }) => method === 'auth.test'));
    await expect.poll(() => fake.sockets.count(), { timeout: 20_000 }).toBe(1);
    await ada.types('/daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
    await ada.types('/daily now');
    await fake.until('the question', () =>
      JSON.stringify([...fake.world.channels.values()]).includes('Question 1'),
    );
    bot.process.kill('SIGTERM');
    const { code, err } = await bot.ended;
    expect([code, err]).toEqual([0, expect.not.stringContaining('xoxb')]);
    const { mode } = await stat(join(folder, 'slack.key'));
    expect(mode & 0o777).toBe(0o600);
    expect(await readFile(join(folder, 'slack.key'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
    expect(fake.world.violations).toEqual([]);
  });

  it('serves the terminal too, as a community of its own', async () => {
    const folder = await dataFolder();
    const { fake, env, ada } = await group();
    const bot = startHypercall(folder, { ...env, HYPERCALL_TERMINAL_ENABLED: 'true' });
    await bot.says('Question 1');
    await expect.poll(() => fake.sockets.count(), { timeout: 20_000 }).toBe(1);
    await ada.types('/daily list');
    await ada.heard('There is no daily here yet');
    bot.types('/daily list');
    await bot.says('d1');
    bot.types('/quit');
    expect((await bot.ended).code).toBe(0);
  });

  it('serves Discord and the terminal too, with the same deck and separate communities', async () => {
    const { fake, env, ada } = await group();
    const discord = await fakeDiscord({ now: Date.now });
    onTestFinished(() => discord.close());
    const room = discord.channel(discord.guild());
    const cleo = discord.member({ channel: room, organiser: true });
    const bot = startHypercall(await dataFolder(), {
      ...env,
      DISCORD_TOKEN: discord.world.token,
      DISCORD_API_URL: discord.api,
      HYPERCALL_TERMINAL_ENABLED: 'true',
    });
    await bot.says('Question 1');
    await expect.poll(() => fake.sockets.count(), { timeout: 20_000 }).toBe(1);
    await ada.types('/daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
    const cleoHears = (): string => cleo.heard().join();
    await expect
      .poll(
        () => {
          if (cleo.heard().length === 0) cleo.types('/daily list');
          return cleoHears();
        },
        { timeout: 20_000, interval: 500 },
      )
      .toContain('There is no daily here yet');
    cleo.types('/daily setup 09:00 daily UTC virtualization');
    await expect.poll(cleoHears, { timeout: 20_000 }).toContain('Daily d1 is set up');
    await ada.types('/daily now');
    cleo.types('/daily now');
    const inSlack = (): string => JSON.stringify([...fake.world.channels.values()]);
    await fake.until('the question', () => inSlack().includes('Question 1'));
    await expect.poll(() => room.messages.length, { timeout: 20_000 }).toBeGreaterThan(0);
    bot.types('/quit');
    const { code, err } = await bot.ended;
    expect([code, err]).toEqual([0, '']);
    expect(fake.world.violations).toEqual([]);
  });

  it('ends with a sentence where the token is good for nothing', async () => {
    const folder = await dataFolder();
    const { env } = await group();
    const bot = startHypercall(folder, {
      ...env,
      SLACK_BOT_TOKEN: `xoxb-${randomBytes(8).toString('hex')}`,
    });
    const { code, err } = await bot.ended;
    expect(code).toBe(1);
    expect(err.trim().split('\n').at(-1)).toMatch(/invalid_auth.*SLACK_BOT_TOKEN/);
    expect(err).not.toMatch(/xoxb-| {4}at /);
  });

  it('ends with a sentence where the token is withdrawn while it runs', async () => {
    const { fake, env } = await group();
    const bot = startHypercall(await dataFolder(), env);
    await expect.poll(() => fake.sockets.count(), { timeout: 20_000 }).toBe(1);
    fake.world.isAppTokenGood = false;
    fake.sockets.cut();
    const { code, err } = await bot.ended;
    expect(code).toBe(1);
    expect(err.trim().split('\n').at(-1)).toMatch(/invalid_auth.*SLACK_APP_TOKEN/);
    expect(err).not.toMatch(/UnhandledPromise| {4}at /);
  });

  it('says what is missing before it starts anything', async () => {
    const bot = startHypercall(await dataFolder(), { SLACK_BOT_TOKEN: 'xoxb-1' });
    const { code, err } = await bot.ended;
    expect([code, err]).toEqual([1, expect.stringContaining('set SLACK_APP_TOKEN')]);
  });
});
