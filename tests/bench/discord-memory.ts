import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/index.ts';
import { type Bench, beside, type TestBed } from './measurement.ts';
import { megabytes, startArguments } from './processes.ts';

/** How long a process may sit idle before its memory is read (milliseconds). */
const IDLE = 5_000;

/** discord.js alone, with the same intents. */
const BARE = `
import { Client, GatewayIntentBits } from 'discord.js';
const { DISCORD_API_URL: api, DISCORD_TOKEN: token } = process.env;
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api, version: '10' } });
await client.login(token);
`;

/** A server as it comes: thirty channels and twenty roles. */
function joinMany(discord: FakeDiscord, count: number): void {
  for (let at = 0; at < count; at++) {
    const { id } = discord.guild(`Server ${at}`);
    discord.world.details.set(id, {
      channels: Array.from({ length: 30 }, (_, position) => ({
        id: discord.world.nextId(),
        type: 0,
        name: `channel-${position}`,
        position,
        topic: 'What is talked about here',
        permission_overwrites: [{ id, type: 0, allow: '0', deny: '1024' }],
      })),
      roles: Array.from({ length: 20 }, (_, position) => ({
        id: position === 0 ? id : discord.world.nextId(),
        name: `Role ${position}`,
        position,
        permissions: '104324673',
        color: position,
      })),
    });
  }
}

/** The memory of a process that is in so many servers, when nothing happens. */
async function idleIn(
  servers: number,
  start: (env: Record<string, string>) => ChildProcess,
): Promise<number> {
  const discord = await fakeDiscord({ now: Date.now });
  joinMany(discord, servers);
  const child = start({ DISCORD_API_URL: discord.api, DISCORD_TOKEN: discord.world.token });
  const gone = once(child, 'close');
  await Promise.race([
    discord.gateway.connected(1),
    gone.then(([code]) => Promise.reject(new Error(`the process ended with ${code}`))),
  ]);
  await new Promise((later) => setTimeout(later, IDLE));
  const held = await megabytes(child.pid ?? 0, 'VmRSS');
  child.kill('SIGTERM');
  await gone;
  await discord.close();
  return held;
}

async function ours({ root, binaries }: TestBed, servers: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'hypercall-bench-'));
  await symlink(binaries, join(folder, 'redis'));
  const given = await startArguments(root);
  const held = await idleIn(servers, (env) =>
    spawn(process.execPath, given, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env['PATH'], HYPERCALL_FOLDER: folder, ...env },
    }),
  );
  await rm(folder, { recursive: true, force: true });
  return held;
}

const bare = ({ root }: TestBed, servers: number): Promise<number> =>
  idleIn(servers, (env) =>
    spawn(process.execPath, ['--input-type=module', '--eval', BARE], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { PATH: process.env['PATH'], ...env },
    }),
  );

/** The whole bot beside discord.js alone, in one server and in as many as a shard holds. */
export const discordMemory: Bench = {
  name: 'discord-memory',
  async run(bed) {
    const lines = [];
    for (const servers of [1, 2_500]) {
      const name = `idle memory in ${servers} ${servers === 1 ? 'server' : 'servers'}`;
      const baseline = await bare(bed, servers);
      lines.push(beside(name, await ours(bed, servers), 'MB', baseline, 'ratio <= 1.5'));
    }
    return lines;
  },
};
