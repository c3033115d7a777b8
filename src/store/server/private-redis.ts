import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeSystem, noRedis } from './advice.ts';
import { type Binary, type Environment, findOnPath, findUnpacked } from './binary.ts';
import { RedisServerFault } from './fault.ts';
import { fetchFromDebian } from './fetch.ts';
import { afterLoading, healthOf, runningVersion, tell } from './health.ts';
import { keepRunning } from './keeper.ts';
import { ownerPid, takeOwnership } from './owner.ts';
import { openPlace, socketFolder } from './place.ts';
import { type Fsync, launch, type Run, shutDown } from './server.ts';

/** How to run the bot's own Redis. */
export interface PrivateRedisOptions {
  /** Holds the data, the log, a fetched program and the sockets, e.g. `.hypercall`. */
  readonly folder: string;
  readonly fsync: Fsync;
  /** Called with a sentence whenever something takes longer than a person would expect. */
  readonly report: (progress: string) => void;
  /** Where a fetched server program lives, to share it between folders: `<folder>/redis`. */
  readonly binaries?: string;
  /** Programs are looked for in its PATH, and apt gets the whole of it; the server gets nothing. */
  readonly env: Environment;
  /** Where sockets go when the folder's path is too long for them: the system's folder. */
  readonly temp?: string;
}

/** A running server that belongs to this process alone. */
export interface PrivateRedis {
  /** The unix socket to connect to, absolute. */
  readonly socket: string;
  /** Product and version, e.g. `Redis 7.0.15`. */
  readonly version: string;
  /** Whether it was left over by a process that was killed. */
  readonly adopted: boolean;
  /**
   * Ends the server, with its data on disk, and frees the folder; a second call does nothing.
   * Throws `stop-failed` after 10 s; the folder is free then too, and the next start adopts it.
   */
  stop(): Promise<void>;
}

/**
 * Starts the folder's Redis server, or adopts the one that a killed process left there, and
 * resolves when it has loaded its data. It outlives the terminal's Ctrl-C and a kill of this
 * process, and does not keep this process alive; one that ends by itself is started again.
 * Throws {@link RedisServerFault}.
 */
export async function startPrivateRedis(options: PrivateRedisOptions): Promise<PrivateRedis> {
  if (process.platform === 'win32') throw noServerHere();
  const place = await openPlace(options.folder);
  const owner = await takeOwnership(place, options.temp ?? tmpdir());
  const run = { ...options, place, socket: join(owner.sockets, 'redis.sock') };
  try {
    const start = async () => launch(await findBinary(options, place.root), run);
    const adopted = await adopt(run);
    if (!adopted) await start();
    const version = await runningVersion(run.socket);
    const keeper = keepRunning(run.socket, start, options.report);
    const end = () => keeper.letGo().then(() => shutDown(run));
    let stopped: Promise<void> | undefined;
    const stop = () => (stopped ??= end().finally(owner.release));
    return { socket: run.socket, version, adopted, stop };
  } catch (error) {
    await owner.release();
    throw error;
  }
}

/**
 * Keeps other processes out of a folder whose Redis is elsewhere. Throws `folder-in-use`, `folder-unusable`.
 */
export async function lockFolder(folder: string, temp = tmpdir()): Promise<() => Promise<void>> {
  const owner = await takeOwnership(await openPlace(folder), temp);
  return owner.release;
}

/** The process that runs on this folder; null where none does. */
export async function ownerOf(folder: string, temp = tmpdir()): Promise<number | null> {
  return ownerPid(await socketFolder(await openPlace(folder), temp));
}

/** The socket of the server that runs for this folder, whoever started it; null where none does. */
export async function runningSocket(folder: string, temp = tmpdir()): Promise<string | null> {
  const place = await openPlace(folder);
  const socket = join(await socketFolder(place, temp), 'redis.sock');
  return (await healthOf(socket)) === 'ready' ? socket : null;
}

function noServerHere(): RedisServerFault {
  return new RedisServerFault('no-redis', noRedis(describeSystem(process.platform, ''), []));
}

/** False when nobody is there. What the previous process chose for `fsync` no longer counts. */
async function adopt(run: Run): Promise<boolean> {
  const health = await afterLoading(run.socket, run.report);
  if (health === 'absent') return false;
  if (health === 'silent') throw hangs(run);
  await tell(run.socket, `CONFIG SET appendfsync ${run.fsync}`);
  return true;
}

function hangs({ place }: Run): RedisServerFault {
  const sentence = `A Redis left over in ${place.named} does not answer; end it with \`kill $(cat ${place.pidFile})\` and start again.`;
  return new RedisServerFault('start-failed', sentence);
}

/** The system's own, else the copy fetched earlier, else one fetched now. Throws `no-redis`. */
async function findBinary(options: PrivateRedisOptions, root: string): Promise<Binary> {
  const { env } = options;
  const into = resolve(options.binaries ?? join(root, 'redis'));
  const onPath = await findOnPath(env['PATH'] ?? '');
  if (onPath.binary) return onPath.binary;
  const earlier = await findUnpacked(into);
  if (earlier.binary) return earlier.binary;
  const system = describeSystem(process.platform, await osRelease());
  const fetched = await fetchFromDebian({ system, env, into, report: options.report });
  if (fetched) return fetched;
  const passedOver = [...onPath.passedOver, ...earlier.passedOver];
  throw new RedisServerFault('no-redis', noRedis(system, passedOver));
}

async function osRelease(): Promise<string> {
  const read = (file: string) => readFile(file, 'utf8').catch(() => '');
  return (await read('/etc/os-release')) || (await read('/usr/lib/os-release'));
}
