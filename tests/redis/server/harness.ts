import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { reasonOf } from '../../../src/store/server/fault.ts';
import { healthOf, tell } from '../../../src/store/server/health.ts';
import {
  type PrivateRedis,
  type PrivateRedisOptions,
  startPrivateRedis,
} from '../../../src/store/server/private-redis.ts';

/** One fetched server for all tests; git ignores it. */
const BINARIES = fileURLToPath(new URL('../../../.hypercall/redis', import.meta.url));
/** A first run fetches the server: its own limit is 120 s. */
export const FETCH_MS = 130_000;
const STARTER = fileURLToPath(new URL('./starter.ts', import.meta.url));

/** For `beforeAll`, so that no test has to wait for the fetch. */
export async function fetchOnce(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'hc-test-'));
  const redis = await startPrivateRedis(optionsFor(folder));
  await redis.stop();
  await rm(folder, { recursive: true });
}

export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hc-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function optionsFor(folder: string, more: Partial<PrivateRedisOptions> = {}): PrivateRedisOptions {
  return {
    folder,
    fsync: 'always',
    report: () => undefined,
    binaries: BINARIES,
    env: process.env,
    ...more,
  };
}

/** Starts a server that ends with the test. */
export async function start(
  folder: string,
  more: Partial<PrivateRedisOptions> = {},
): Promise<PrivateRedis> {
  const redis = await startPrivateRedis(optionsFor(folder, more));
  onTestFinished(() => redis.stop());
  return redis;
}

/** What a starting process had to say: its server, or why it has none. */
export interface Said {
  readonly socket?: string;
  readonly adopted?: boolean;
  readonly code?: string;
  readonly message?: string;
}

/** A process that will start a server at a word; it is in a process group of its own. */
interface Starter {
  readonly child: ChildProcess;
  go(): Promise<Said>;
}

type StarterOptions = Partial<PrivateRedisOptions> & { stay?: boolean };

async function prepareStarter(folder: string, more: StarterOptions): Promise<Starter> {
  const options = JSON.stringify({ stay: true, ...optionsFor(folder, more) });
  const child = spawn(process.execPath, ['--import', 'tsx', STARTER, options], {
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout);
  await once(lines, 'line');
  const go = async () => {
    child.stdin.end('go');
    const [line] = await once(lines, 'line');
    return JSON.parse(line);
  };
  return { child, go };
}

async function finish({ child, go }: Starter): Promise<{ child: ChildProcess; said: Said }> {
  const said = await go();
  const { socket } = said;
  if (socket) onTestFinished(() => tell(socket, 'SHUTDOWN').then(nothing, nothing));
  return { child, said };
}

/** Starts a server in another process. */
export async function startElsewhere(folder: string, more: StarterOptions = {}) {
  return finish(await prepareStarter(folder, more));
}

/** Starts servers in six processes, all in the same instant. */
export async function startSix(folder: string) {
  const six = Array.from({ length: 6 }, () => prepareStarter(folder, {}));
  return Promise.all((await Promise.all(six)).map(finish));
}

export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** The server's process id, to look at it from outside. */
export async function pidOf(socket: string): Promise<number> {
  return Number(/^process_id:(\d+)/m.exec(await tell(socket, 'INFO server'))?.[1]);
}

export async function untilGone(pid: number): Promise<void> {
  const deadline = performance.now() + 5_000;
  while (isRunning(pid)) {
    if (performance.now() > deadline) throw new Error(`process ${pid} is still there`);
    await pause(5);
  }
}

/** Waits until the server answers again. */
export async function untilReady(socket: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while ((await healthOf(socket)) !== 'ready') {
    if (performance.now() > deadline) throw new Error(`${socket} does not answer`);
    await pause(20);
  }
}

/** A zombie has ended: in a container nobody may be there to bury it. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return reasonOf(error) === 'ENOENT' && process.platform !== 'linux';
  }
}

/** A folder of shell scripts, for a PATH on which only those are found. */
export async function fakeTools(scripts: Record<string, string>): Promise<string> {
  const folder = join(await freshFolder(), 'bin');
  await mkdir(folder);
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, name), 0o755);
  }
  return folder;
}

function nothing(): void {}
