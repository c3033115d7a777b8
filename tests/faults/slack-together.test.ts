import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { encodePress } from '../../src/chat/press.ts';
import { roundId } from '../../src/core/ids.ts';
import { type FakeSlack, fakeSlack } from '../fakes/slack/index.ts';
import { memberIn } from '../fakes/slack/member.ts';
import { installThere } from '../fakes/slack/workspace.ts';
import type { Json, User } from '../fakes/slack/world.ts';
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
  const hears = (at: Process, type: 'slash_commands' | 'interactive', payload: Json) => {
    fake.requestUrl = `${at.url}/events`;
    return fake.deliver(type, payload);
  };
  /** A press that any member may do: only its language takes a token. */
  const value = encodePress({ kind: 'look', round: roundId.of('round0000001') });
  const pressed = (user: User): Json => {
    const message = { ts: '1.000001', team: TEAM, text: 'A streak', blocks: [], edits: 0 };
    const action = { type: 'button', action_id: 'press-action-0', value };
    return fake.pay.action(
      user,
      channel.id,
      { ...message, metadata: null, thread: null },
      action,
      {},
    );
  };
  const exchanges = (): number =>
    fake.calls.filter(({ body }) => body['grant_type'] === 'refresh_token').length;

  let release = (): void => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  fake.failNext('oauth.v2.access', { kind: 'held', until, accepts: true });
  await Promise.all([
    hears(first, 'interactive', pressed(ada)),
    hears(second, 'interactive', pressed(bob)),
  ]);
  const [hers, his] = [memberIn(fake, ada, channel), memberIn(fake, bob, channel)];
  await fake.until('both answers', () => hers.hears().length > 0 && his.hears().length > 0);
  // Both were answered while the exchange hung: a second one would have begun by now.
  expect(exchanges()).toBe(1);
  release();

  const again = fake.pay.command(bob, channel.id, '/today');
  await Promise.all(
    [first, second, first].map((process) => hears(process, 'slash_commands', again)),
  );
  await his.heard('No question is open');
  for (const { bot } of [first, second]) bot.process.kill('SIGTERM');
  const ended = await Promise.all([first.bot.ended, second.bot.ended]);
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  expect(his.hears()).toHaveLength(2);
  expect(exchanges()).toBe(1);
  expect(fake.world.violations).toEqual([]);
});
