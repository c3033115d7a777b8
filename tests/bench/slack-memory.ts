import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FakeSlack, fakeSlack } from '../fakes/slack/index.ts';
import { type Bench, beside, type TestBed } from './measurement.ts';
import { megabytes, startArguments } from './processes.ts';

/** How long a process may sit idle before its memory is read (milliseconds). */
const IDLE = 5_000;
const PATIENCE = 30_000;
const WORKSPACES = 200;

type Env = Record<string, string>;
type Start = (env: Env) => ChildProcess;

/** Bolt alone, installed in as many workspaces, each with a client of its own; it answers every command. */
const BARE = `
import bolt from '@slack/bolt';
const { SLACK_API_URL: slackApiUrl, HYPERCALL_SLACK_PORT: port } = process.env;
const kept = new Map();
const app = new bolt.App({
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  clientId: process.env.SLACK_CLIENT_ID,
  clientSecret: process.env.SLACK_CLIENT_SECRET,
  stateSecret: 'state',
  scopes: ['chat:write', 'commands'],
  clientOptions: { slackApiUrl },
  installationStore: {
    storeInstallation: async (one) => void kept.set(one.team.id, one),
    fetchInstallation: async ({ teamId }) => kept.get(teamId),
  },
  installerOptions: { directInstall: true, clientOptions: { slackApiUrl } },
});
app.command(/.*/, async ({ ack, client, body }) => {
  await ack();
  await client.chat.postEphemeral({ channel: body.channel_id, user: body.user_id, text: 'Here' });
});
await app.start(Number(port));
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** What an administrator's browser does. */
async function install(url: string, team: string): Promise<void> {
  const begun = await fetch(`${url}/install`, { redirect: 'manual' });
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const query = new URLSearchParams({ code: `code-${team}`, state });
  const done = await fetch(`${url}/oauth_redirect?${query}`, { headers: { cookie } });
  if (done.status !== 200) throw new Error(`the app was not installed in ${team}`);
}

async function listening(url: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const answer = await fetch(`${url}/install`, { redirect: 'manual' }).catch(() => null);
    if (answer?.status === 302) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error('the process does not listen');
}

/** The app comes into a workspace, and a member there says something to it. */
async function joins(fake: FakeSlack, url: string, team: string): Promise<void> {
  fake.install(team);
  await install(url, team);
  const member = fake.user(team, 'member');
  const room = fake.channel(team, member);
  const before = fake.world.whispers.length;
  const payload = fake.pay.command(member, room.id, '/streak');
  const answer = await fake.deliver('slash_commands', payload);
  if (answer?.status !== 200) throw new Error(`a command of ${team} was not acknowledged`);
  await fake.until('an answer', () => fake.world.whispers.length > before);
}

/** The memory of a process that is in so many workspaces, when nothing happens any more. */
async function idleIn(workspaces: number, start: Start): Promise<number> {
  const fake = await fakeSlack({ now: Date.now });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/slack`;
  fake.requestUrl = `${url}/events`;
  const child = start({
    SLACK_API_URL: fake.apiUrl,
    SLACK_SIGNING_SECRET: fake.world.signingSecret,
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'a1'.repeat(16),
    HYPERCALL_SLACK_PORT: String(port),
  });
  const gone = once(child, 'close');
  const ended = gone.then(([code]) => Promise.reject(new Error(`the process ended with ${code}`)));
  await Promise.race([listening(url), ended]);
  for (let at = 0; at < workspaces; at++) await joins(fake, url, `T0M${at}`);
  await new Promise((later) => setTimeout(later, IDLE));
  const held = await megabytes(child.pid ?? 0, 'VmRSS');
  child.kill('SIGTERM');
  await gone;
  await fake.close();
  return held;
}

async function ours({ root, binaries }: TestBed, workspaces: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'hypercall-bench-'));
  await symlink(binaries, join(folder, 'redis'));
  const given = await startArguments(root);
  const held = await idleIn(workspaces, (env) =>
    spawn(process.execPath, given, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env['PATH'], HYPERCALL_FOLDER: folder, ...env },
    }),
  );
  await rm(folder, { recursive: true, force: true });
  return held;
}

const bare = ({ root }: TestBed, workspaces: number): Promise<number> =>
  idleIn(workspaces, (env) =>
    spawn(process.execPath, ['--input-type=module', '--eval', BARE], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env['PATH'], ...env },
    }),
  );

/** The whole bot beside Bolt alone, in one workspace and in many. */
export const slackMemory: Bench = {
  name: 'slack-memory',
  async run(bed) {
    const lines = [];
    // In one workspace decks, queue and store weigh most, of which Bolt alone has nothing.
    for (const [workspaces, most] of [
      [1, 2],
      [WORKSPACES, 1.5],
    ] as const) {
      const name = `idle memory in ${workspaces} ${workspaces === 1 ? 'workspace' : 'workspaces'}`;
      const baseline = await bare(bed, workspaces);
      lines.push(beside(name, await ours(bed, workspaces), 'MB', baseline, `ratio <= ${most}`));
    }
    return lines;
  },
};
