import { redisTarget } from '../settings/redis-target.ts';
import type { Settings } from '../settings/settings.ts';
import { makeConnection, type RedisTarget } from '../store/connection.ts';
import { lockFolder, runningSocket, startPrivateRedis } from '../store/server/private-redis.ts';
import { checkServer } from '../store/server-check.ts';
import { Sentence, sentenceOf } from './sentence.ts';

/** A Redis that can be used. */
export interface OpenRedis {
  readonly target: RedisTarget;
  /** What may lose data, a sentence each. */
  readonly warnings: readonly string[];
  /** Ends the private server; leaves another one alone. */
  stop(): Promise<void>;
}

/** The Redis of the settings, or else one of our own. @throws {Sentence} where it cannot be used */
export async function openRedis(
  { redis, folder, role }: Settings,
  progress: (sentence: string) => void,
): Promise<OpenRedis> {
  if (redis.url !== null) {
    const target = redisTarget(redis.url);
    const warnings = await inspected(target);
    // Processes that share the work may share a folder: only the terminal keeps anything there.
    const stop = role === 'all' ? await lockFolder(folder) : async () => {};
    return { target, warnings, stop };
  }
  const server = await startPrivateRedis({
    folder,
    fsync: redis.fsync,
    report: progress,
    env: process.env,
  });
  const target = { kind: 'socket', path: server.socket } as const;
  return { target, warnings: await inspected(target), stop: () => server.stop() };
}

/** For operator commands: the Redis of the bot, whether or not the bot is running. */
export async function findRedis(
  settings: Settings,
  progress: (sentence: string) => void,
): Promise<OpenRedis> {
  const target = await targetInUse(settings);
  if (target === null) return openRedis(settings, progress);
  return { target, warnings: await inspected(target), stop: async () => {} };
}

async function targetInUse({ redis, folder }: Settings): Promise<RedisTarget | null> {
  if (redis.url !== null) return redisTarget(redis.url);
  const path = await runningSocket(folder);
  return path === null ? null : { kind: 'socket', path };
}

/** Warnings about the server at hand; throws where it would lose data. */
async function inspected(target: RedisTarget): Promise<string[]> {
  const connection = makeConnection(target, 'ask');
  let last: unknown;
  connection.on('error', (cause) => {
    last = cause;
  });
  try {
    await connection.connect();
    const problems = await checkServer(connection);
    const refused = problems.filter(({ weight }) => weight === 'refuse');
    if (refused.length > 0) {
      throw new Sentence(refused.map(({ sentence }) => sentence).join('\n'));
    }
    return problems.map(({ sentence }) => sentence);
  } catch (cause) {
    if (cause instanceof Sentence) throw cause;
    throw new Sentence(
      `Redis cannot be reached (${sentenceOf(last ?? cause)}): check REDIS_URL, or leave it out and Hypercall runs its own.`,
      cause,
    );
  } finally {
    connection.disconnect();
  }
}
