/** Starts a private Redis at a word on standard input and tells on one line what came of it. */
import { once } from 'node:events';
import { RedisServerFault } from '../../../src/store/server/fault.ts';
import { startPrivateRedis } from '../../../src/store/server/private-redis.ts';

const { stay, ...options } = JSON.parse(process.argv[2] ?? '{}');

function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

process.stdin.resume();
say('ready');
await once(process.stdin, 'end', { signal: AbortSignal.timeout(10_000) });
try {
  say(await startPrivateRedis({ ...options, report: () => undefined }));
  if (stay) setInterval(() => undefined, 1_000);
} catch (error) {
  if (!(error instanceof RedisServerFault)) throw error;
  say({ code: error.code, message: error.message });
}
