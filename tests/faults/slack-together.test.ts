import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { type FakeSlack, fakeSlack } from '../fakes/slack/index.ts';
import { memberIn } from '../fakes/slack/member.ts';
import { installThere } from '../fakes/slack/workspace.ts';
import { dataFolder, type Hypercall, startHypercall } from './hypercall-process.ts';
import { startServer } from './redis-servers.ts';

const TEAM = 'T0GROUP';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

interface Process {
  readonly url: string;
  readonly bot: Hypercall;
}

/** Processes of one app for many workspaces, on one Redis. */
async function together(fake: FakeSlack, count: number): Promise<readonly Process[]> {
  const server = await startServer(['appendonly yes']);
  const key = randomBytes(32).toString('hex');
  const start = async (): Promise<Process> => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/slack`;
    const bot = startHypercall(await dataFolder(), {
      REDIS_URL: `redis://127.0.0.1:${server.port}`,
      SLACK_API_URL: fake.apiUrl,
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'a1'.repeat(16),
      SLACK_SIGNING_SECRET: fake.world.signingSecret,
      HYPERCALL_SLACK_PORT: String(port),
      HYPERCALL_SLACK_KEY: key,
    });
    await expect
      .poll(() => statusOf(`${url}/install`), { timeout: 20_000, interval: 200 })
      .toBe(302);
    return { url, bot };
  };
  const processes: Process[] = [];
  while (processes.length < count) processes.push(await start());
  return processes;
}

const statusOf = (url: string): Promise<number> =>
  fetch(url, { redirect: 'manual' }).then(
    ({ status }) => status,
    () => 0,
  );

it('P15 P19 two processes exchange a rotating token once, and answer a command once', async () => {
  const fake = await fakeSlack({ now: () => Date.now() });
  onTestFinished(() => fake.close());
  const [first, second] = (await together(fake, 2)) as [Process, Process];
  fake.world.rotating.add(TEAM);
  fake.install(TEAM);
  // So short a life is renewed when the token is needed next.
  fake.world.tokenLife = 3_600;
  await installThere(first.url, TEAM);
  fake.world.tokenLife = 43_200;
  const [ada, bob] = [fake.user(TEAM, 'ada'), fake.user(TEAM, 'bob')];
  const channel = fake.channel(TEAM, ada);
  const say = (at: Process, payload: ReturnType<FakeSlack['pay']['command']>) => {
    fake.requestUrl = `${at.url}/events`;
    return fake.deliver('slash_commands', payload);
  };
  const exchanges = (): number =>
    fake.calls.filter(({ body }) => body['grant_type'] === 'refresh_token').length;

  await Promise.all([
    say(first, fake.pay.command(ada, channel.id, '/streak')),
    say(second, fake.pay.command(bob, channel.id, '/streak')),
  ]);
  const [hers, his] = [memberIn(fake, ada, channel), memberIn(fake, bob, channel)];
  await Promise.all([hers.heard('No streak yet'), his.heard('No streak yet')]);
  expect(exchanges()).toBe(1);

  const again = fake.pay.command(bob, channel.id, '/today');
  await Promise.all([say(first, again), say(second, again), say(first, again)]);
  await his.heard('No question is open');
  for (const { bot } of [first, second]) bot.process.kill('SIGTERM');
  const ended = await Promise.all([first.bot.ended, second.bot.ended]);
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  expect(his.hears()).toHaveLength(2);
  expect(exchanges()).toBe(1);
  expect(fake.world.violations).toEqual([]);
});
