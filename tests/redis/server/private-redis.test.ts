import { stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Redis } from 'ioredis';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { tell } from '../../../src/store/server/health.ts';
import { lockFolder, runningSocket } from '../../../src/store/server/private-redis.ts';
import {
  FETCH_MS,
  fakeTools,
  fetchOnce,
  freshFolder,
  pidOf,
  start,
  startElsewhere,
  untilGone,
  untilReady,
} from './harness.ts';

const SETTINGS = ['port', 'save', 'appendonly', 'appendfsync', 'maxmemory-policy'];

async function settingsOf(socket: string): Promise<Record<string, unknown>> {
  const client = new Redis({ path: socket });
  onTestFinished(() => client.disconnect());
  const values = SETTINGS.map(async (name) => [name, [await client.config('GET', name)].flat()[1]]);
  return Object.fromEntries(await Promise.all(values));
}

describe('private Redis', () => {
  beforeAll(fetchOnce, FETCH_MS);

  it('keeps every write, evicts nothing and listens on a private socket only', async () => {
    const { socket, version, adopted } = await start(await freshFolder());
    expect(await settingsOf(socket)).toEqual({
      port: '0',
      save: '',
      appendonly: 'yes',
      appendfsync: 'always',
      'maxmemory-policy': 'noeviction',
    });
    expect((await stat(dirname(socket))).mode & 0o777).toBe(0o700);
    expect((await stat(socket)).mode & 0o777).toBe(0o700);
    expect(version).toMatch(/^(Redis|Valkey) \d+\.\d+\.\d+$/);
    expect(adopted).toBe(false);
  });

  it('syncs every second if asked to', async () => {
    const { socket } = await start(await freshFolder(), { fsync: 'everysec' });
    expect(await settingsOf(socket)).toMatchObject({ appendfsync: 'everysec' });
  });

  it('is started again when it ends by itself, with its data', async () => {
    const { socket } = await start(await freshFolder());
    const pid = await pidOf(socket);
    await tell(socket, 'SET streak 7');
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    await untilReady(socket);
    expect(await tell(socket, 'GET streak')).toContain('7');
    expect(await pidOf(socket)).not.toBe(pid);
  });

  it('can be elsewhere: then its folder is locked all the same', async () => {
    const folder = await freshFolder();
    const release = await lockFolder(folder);
    await expect(start(folder)).rejects.toMatchObject({ code: 'folder-in-use' });
    await expect(lockFolder(folder)).rejects.toMatchObject({ code: 'folder-in-use' });
    await release();
    await start(folder);
  });

  it('is found by its folder for as long as it runs', async () => {
    const folder = await freshFolder();
    expect(await runningSocket(folder)).toBeNull();
    const server = await start(folder);
    expect(await runningSocket(folder)).toBe(server.socket);
    await server.stop();
    expect(await runningSocket(folder)).toBeNull();
  });

  it('has its data after a stop and a start', async () => {
    const folder = await freshFolder();
    const first = await start(folder);
    const pid = await pidOf(first.socket);
    await tell(first.socket, 'SET streak 7');
    await first.stop();
    await untilGone(pid);
    const second = await start(folder);
    expect(second.adopted).toBe(false);
    expect(await tell(second.socket, 'GET streak')).toContain('7');
  });

  it('may be stopped twice without touching the next server', async () => {
    const folder = await freshFolder();
    const first = await start(folder);
    await first.stop();
    const second = await start(folder);
    await first.stop();
    expect(await tell(second.socket, 'PING')).toContain('PONG');
  });

  it('starts again with its data after it died in use', async () => {
    const folder = await freshFolder();
    const first = await start(folder);
    await tell(first.socket, 'SET streak 7');
    const pid = await pidOf(first.socket);
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    await first.stop();
    const second = await start(folder);
    expect(await tell(second.socket, 'GET streak')).toContain('7');
  });

  it("survives the terminal's Ctrl-C", async () => {
    const { child, said } = await startElsewhere(await freshFolder());
    const gone = new Promise((resolve) => child.on('exit', resolve));
    process.kill(-Number(child.pid), 'SIGINT');
    await gone;
    expect(await tell(String(said.socket), 'PING')).toContain('PONG');
  });

  it('does not keep its process alive', async () => {
    const { child, said } = await startElsewhere(await freshFolder(), { stay: false });
    if (child.exitCode === null) await new Promise((resolve) => child.on('exit', resolve));
    expect(child.exitCode).toBe(0);
    expect(await tell(String(said.socket), 'PING')).toContain('PONG');
  });

  it('takes folders with spaces and quotes in their names', async () => {
    const folder = join(await freshFolder(), `it's "mine" & yours`);
    const { socket } = await start(folder);
    expect(await tell(socket, 'PING')).toContain('PONG');
  });

  it("says the log's last line when the server refuses its data", async () => {
    const folder = await freshFolder();
    await (await start(folder)).stop();
    const manifest = 'data/appendonlydir/appendonly.aof.manifest';
    await writeFile(join(folder, manifest), 'nonsense\n');
    await expect(start(folder)).rejects.toMatchObject({
      code: 'start-failed',
      message: expect.stringMatching(/^Redis did not start \(exit 1: .*AOF.*\); see .*redis\.log/),
    });
  });

  it('says why it cannot use a folder', async () => {
    const file = join(await freshFolder(), 'file');
    await writeFile(file, '');
    await expect(start(file)).rejects.toMatchObject({
      code: 'folder-unusable',
      message: `Hypercall cannot keep its data in ${file} (EEXIST); give its user that folder or choose another with HYPERCALL_FOLDER.`,
    });
  });

  it('frees the folder when it cannot start', async () => {
    const folder = await freshFolder();
    const path = await fakeTools({});
    const binaries = join(folder, 'none');
    await expect(start(folder, { env: { PATH: path }, binaries })).rejects.toMatchObject({
      code: 'no-redis',
    });
    await start(folder);
  });
});
