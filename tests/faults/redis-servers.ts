import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { inject, onTestFinished } from 'vitest';
import { findOnPath, findUnpacked } from '../../src/store/server/binary.ts';

/** A server on 127.0.0.1 that a test may end as it likes; it is gone when the test is over. */
export interface RedisServer {
  readonly port: number;
  readonly child: ChildProcess;
  /** A connection to look in from outside. */
  readonly redis: Redis;
  /** Ends it with a signal and waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Starts a server by the lines of its configuration, and waits until it answers. */
export async function startServer(
  lines: readonly string[],
  kind: 'redis' | 'sentinel' = 'redis',
): Promise<RedisServer> {
  const [port, folder, binary] = await Promise.all([freePort(), newFolder(), program()]);
  const file = join(folder, 'redis.conf');
  const config = ['bind 127.0.0.1', `port ${port}`, `dir ${folder}`, ...lines, ''];
  // A sentinel writes its own state into the file.
  await writeFile(file, config.join('\n'));
  const child = spawn(binary.command, [file, ...(kind === 'sentinel' ? ['--sentinel'] : [])], {
    env: { LD_LIBRARY_PATH: binary.libraries.join(':') },
    stdio: 'ignore',
  });
  const redis = new Redis({ port, host: '127.0.0.1', retryStrategy: () => 20 });
  redis.on('error', () => {});
  const gone = once(child, 'close');
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    child.kill(signal);
    await gone;
  };
  onTestFinished(async () => {
    redis.disconnect();
    await end('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });
  await redis.ping();
  return { port, child, redis, end };
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'hypercall-redis-'));
}

/** One that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function program() {
  const onPath = await findOnPath(process.env['PATH'] ?? '');
  const found = onPath.binary ?? (await findUnpacked(inject('redisBinaries'))).binary;
  if (!found) throw new Error('there is no Redis program');
  return found;
}
