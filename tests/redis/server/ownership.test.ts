import { cp, mkdir, readdir, rename, rm, stat, symlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { guarded } from '../../../src/store/server/guard.ts';
import { tell } from '../../../src/store/server/health.ts';
import {
  FETCH_MS,
  fetchOnce,
  freshFolder,
  kill,
  pidOf,
  start,
  startElsewhere,
  startSix,
  untilGone,
} from './harness.ts';

beforeAll(fetchOnce, FETCH_MS);

const inUse = (folder: string, pid: number | undefined) => ({
  code: 'folder-in-use',
  message: `${folder} is in use by another Hypercall (process ${pid}); stop it or choose another folder with HYPERCALL_FOLDER.`,
});

describe('one owner per folder', () => {
  it(
    'refuses a second start in the same process and in another',
    async () => {
      const folder = await freshFolder();
      await start(folder);
      await expect(start(folder)).rejects.toMatchObject(inUse(folder, process.pid));
      const { said } = await startElsewhere(folder);
      expect(said).toEqual(inUse(folder, process.pid));
    },
    FETCH_MS,
  );

  it('adopts the server of a killed process, with its data, and stops it', async () => {
    const folder = await freshFolder();
    const { child, said } = await startElsewhere(folder, { fsync: 'everysec' });
    const pid = await pidOf(String(said.socket));
    await tell(String(said.socket), 'SET streak 7');
    await kill(child);
    const adopted = await start(folder);
    expect(adopted.adopted).toBe(true);
    expect(await pidOf(adopted.socket)).toBe(pid);
    expect(await tell(adopted.socket, 'GET streak')).toContain('7');
    expect(await tell(adopted.socket, 'CONFIG GET appendfsync')).toContain('always');
    await adopted.stop();
    await untilGone(pid);
  });

  it('has one winner among six that start at once', async () => {
    const folder = await freshFolder();
    const six = await startSix(folder);
    const [winner, ...others] = six.filter(({ said }) => said.socket);
    expect(others).toEqual([]);
    const losers = six.filter((one) => one !== winner);
    const refusal = inUse(folder, winner?.child.pid);
    expect(losers.map(({ said }) => said)).toEqual(Array(5).fill(refusal));
  });

  it('has one winner among six calls in one process', async () => {
    const folder = await freshFolder();
    const calls = Array.from({ length: 6 }, () => start(folder));
    const ends = await Promise.allSettled(calls);
    const refusals = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    expect(refusals).toMatchObject(Array(5).fill(inUse(folder, process.pid)));
  });

  it('has one winner among six that find the server of a killed process', async () => {
    const folder = await freshFolder();
    await kill((await startElsewhere(folder)).child);
    const six = await startSix(folder);
    const winners = six.filter(({ said }) => said.socket);
    expect(winners.map(({ said }) => said.adopted)).toEqual([true]);
  });

  it.runIf(process.platform === 'linux')(
    'never starts a second writer beside a server that lost its socket',
    async () => {
      const folder = await freshFolder();
      const { child, said } = await startElsewhere(folder);
      const pid = await pidOf(String(said.socket));
      await kill(child);
      await rm(dirname(String(said.socket)), { recursive: true });
      const refused = start(folder);
      await expect(refused).rejects.toThrow(
        `A Redis without a socket still writes to ${folder}; end it with \`kill ${pid}\` and start again.`,
      );
      process.kill(pid);
      await untilGone(pid);
    },
  );
});

describe('sockets of folders with long paths', () => {
  const long = async () => join(await freshFolder(), 'x'.repeat(150));

  it('go to a short private folder that is found again with another TMPDIR', async () => {
    const folder = await long();
    const temp = await freshFolder();
    const { child, said } = await startElsewhere(folder, { temp });
    await kill(child);
    const { socket, adopted } = await start(folder, { temp: await freshFolder() });
    expect(adopted).toBe(true);
    expect(socket).toBe(said.socket);
    expect(dirname(dirname(socket))).toBe(temp);
    expect(Buffer.byteLength(socket)).toBeLessThanOrEqual(100);
    expect((await stat(dirname(socket))).mode & 0o777).toBe(0o700);
  });

  it('are not shared with a copy of the folder', async () => {
    const folder = await long();
    const temp = await freshFolder();
    const original = await start(folder, { temp });
    const copy = `${folder}-copy`;
    await cp(folder, copy, { recursive: true });
    const { socket, adopted } = await start(copy, { temp });
    expect(adopted).toBe(false);
    expect(socket).not.toBe(original.socket);
  });

  it('are refused in a folder that is not ours', async () => {
    const temp = await freshFolder();
    const folder = await long();
    const { socket, stop } = await start(folder, { temp });
    await stop();
    await rename(dirname(socket), `${dirname(socket)}-moved`);
    await symlink(`${dirname(socket)}-moved`, dirname(socket));
    await expect(start(folder, { temp })).rejects.toMatchObject({ code: 'folder-unusable' });
  });
});

describe('guard', () => {
  it('lets one in at a time and everyone in the end', async () => {
    const folder = await freshFolder();
    let inside = 0;
    const work = async () => {
      inside += 1;
      await pause(2);
      inside -= 1;
      return inside;
    };
    const turns = await Promise.all(Array.from({ length: 12 }, () => guarded(folder, work)));
    expect(turns).toEqual(Array(12).fill(0));
    expect(await readdir(folder)).toEqual([]);
  });

  it('breaks off the guard of a process that was killed behind it', async () => {
    const folder = await freshFolder();
    const left = join(folder, 'starting-left-over');
    await mkdir(left);
    const earlier = Date.now() / 1000 - 6;
    await utimes(left, earlier, earlier);
    expect(await guarded(folder, async () => 'in')).toBe('in');
    expect(await readdir(folder)).toEqual([]);
  });
});
