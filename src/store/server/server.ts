import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Binary, environmentFor } from './binary.ts';
import { RedisServerFault, reasonOf } from './fault.ts';
import { afterLoading, healthOf, tell } from './health.ts';
import type { Place } from './place.ts';

/** `always` loses no acknowledged write at a power cut, `everysec` up to the last second. */
export type Fsync = 'always' | 'everysec';

/** How long a server may take from its start to its socket. */
const SOCKET_LIMIT_MS = 30_000;
const POLL_MS = 5;

/** Everything that one run of the server needs to know. */
export interface Run {
  readonly place: Place;
  readonly socket: string;
  readonly fsync: Fsync;
  readonly report: (progress: string) => void;
}

/** Starts the server and waits until it has loaded its data. Throws `start-failed`. */
export async function launch(binary: Binary, run: Run): Promise<void> {
  await refuseSecondWriter(run.place);
  const child = spawnDetached(binary, run);
  let end: string | undefined;
  child.on('exit', (code, signal) => {
    end = `exit ${code ?? signal}`;
  });
  child.on('error', (error) => {
    end = reasonOf(error);
  });
  const health = await firstAnswer(run, () => end);
  if (health === 'ready') return;
  child.kill('SIGKILL');
  throw await startFailed(run.place, end ?? 'no answer');
}

async function firstAnswer(run: Run, ended: () => string | undefined) {
  const deadline = performance.now() + SOCKET_LIMIT_MS;
  while (!ended() && performance.now() < deadline) {
    const health = await afterLoading(run.socket, run.report);
    if (health === 'ready') return health;
    await pause(POLL_MS);
  }
  return 'absent';
}

/** In its own session: the terminal's Ctrl-C is for Hypercall, which needs Redis to finish. */
function spawnDetached(binary: Binary, run: Run): ChildProcess {
  const env = environmentFor(binary.libraries);
  const child = spawn(binary.command, settings(run), { detached: true, stdio: 'ignore', env });
  child.unref();
  return child;
}

function settings({ place, socket, fsync }: Run): string[] {
  const pairs = {
    port: '0',
    unixsocket: socket,
    unixsocketperm: '700',
    dir: place.data,
    logfile: place.log,
    pidfile: place.pidFile,
    daemonize: 'no',
    save: '',
    appendonly: 'yes',
    appendfsync: fsync,
    'maxmemory-policy': 'noeviction',
  };
  return Object.entries(pairs).flatMap(([name, value]) => [`--${name}`, value]);
}

/**
 * A server whose socket was removed (by a cleaner of temporary folders) cannot be adopted and
 * still writes; two writers would ruin the data. Its working folder tells, on Linux only.
 */
async function refuseSecondWriter(place: Place): Promise<void> {
  const pid = await readFile(place.pidFile, 'utf8').catch(() => '');
  const folder = await readlink(`/proc/${pid.trim()}/cwd`).catch(() => '');
  if (folder !== place.data) return;
  const sentence = `A Redis without a socket still writes to ${place.named}; end it with \`kill ${pid.trim()}\` and start again.`;
  throw new RedisServerFault('start-failed', sentence);
}

/** The log's last line says why: a damaged append-only file, no space, a foreign version. */
async function startFailed(place: Place, end: string): Promise<RedisServerFault> {
  const log = await readFile(place.log, 'utf8').catch(() => '');
  const last = log.trim().split('\n').at(-1) ?? '';
  const why = last.replace(/^\d+:\w .*? [*#.-] /, '') || 'it wrote no log';
  const sentence = `Redis did not start (${end}: ${why}); see ${place.log} and start again.`;
  return new RedisServerFault('start-failed', sentence);
}

/**
 * Asks the server to write everything and exit, and waits until it has. Throws `stop-failed`.
 * Its side of the line is closed by the end of its process, whoever is its parent.
 */
export async function shutDown({ socket, place }: Run): Promise<void> {
  const said = await tell(socket, 'SHUTDOWN').catch(reasonOf);
  if (said !== 'ETIMEDOUT' && (await healthOf(socket)) === 'absent') return;
  const sentence = `Redis did not stop within 10 s (${said.trim()}); see ${place.log} and end it with \`kill $(cat ${place.pidFile})\`.`;
  throw new RedisServerFault('stop-failed', sentence);
}
