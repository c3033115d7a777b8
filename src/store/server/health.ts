import { setTimeout as pause } from 'node:timers/promises';
import { converse, isNobodyThere } from './converse.ts';
import { RedisServerFault, reasonOf } from './fault.ts';

/** What a Redis socket says of its server; `silent`: somebody listens, but does not answer. */
export type Health = 'ready' | 'loading' | 'absent' | 'silent';

/** Enough for a busy disk; a healthy server answers within a millisecond. */
const PING_LIMIT_MS = 10_000;
const POLL_MS = 5;
/** A gigabyte of append-only file loads in about 10 s. */
const LOADING_LIMIT_MS = 600_000;
const SAY_SO_EVERY_MS = 2_000;

/** The server hangs up after QUIT, so that a whole exchange is one line each way. */
export function tell(socket: string, command: string): Promise<string> {
  return converse(socket, `${command}\r\nQUIT\r\n`, PING_LIMIT_MS);
}

export async function healthOf(socket: string): Promise<Health> {
  try {
    const said = await tell(socket, 'PING');
    if (said.startsWith('+PONG')) return 'ready';
    if (said.startsWith('-LOADING')) return 'loading';
    return said ? 'silent' : 'absent';
  } catch (error) {
    return isGone(error) ? 'absent' : 'silent';
  }
}

/** A server hangs up without an answer when it exits in that moment. */
function isGone(error: unknown): boolean {
  return isNobodyThere(error) || ['ECONNRESET', 'EPIPE'].includes(reasonOf(error));
}

/**
 * Waits until the server has loaded its data or is in another state than loading.
 * Reports every 2 s. Throws `start-failed` after 10 minutes and leaves the server loading, so
 * that the next start can adopt it instead of beginning again.
 */
export async function afterLoading(
  socket: string,
  report: (progress: string) => void,
): Promise<Exclude<Health, 'loading'>> {
  const began = performance.now();
  for (let said = 0; ; await pause(POLL_MS)) {
    const health = await healthOf(socket);
    if (health !== 'loading') return health;
    const waited = performance.now() - began;
    if (waited > LOADING_LIMIT_MS) throw stillLoading();
    if (waited < said + SAY_SO_EVERY_MS) continue;
    said = waited;
    report(`Redis is loading its data (${Math.round(waited / 1000)} s so far) …`);
  }
}

function stillLoading(): RedisServerFault {
  const sentence = `Redis is still loading its data after ${LOADING_LIMIT_MS / 60_000} minutes; it goes on by itself, start Hypercall again later.`;
  return new RedisServerFault('start-failed', sentence);
}

/** The product and version of a running server, as `Redis 7.0.15` or `Valkey 8.1.1`. */
export async function runningVersion(socket: string): Promise<string> {
  const info = await tell(socket, 'INFO server');
  const valkey = /^valkey_version:(\S+)/m.exec(info)?.[1];
  return valkey ? `Valkey ${valkey}` : `Redis ${/^redis_version:(\S+)/m.exec(info)?.[1]}`;
}
