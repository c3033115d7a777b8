import { Redis } from 'ioredis';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { checkServer } from '../../../src/store/server-check.ts';
import { FETCH_MS, fetchOnce, freshFolder, start } from './harness.ts';

async function client(): Promise<Redis> {
  const { socket } = await start(await freshFolder());
  const redis = new Redis({ path: socket });
  onTestFinished(() => redis.disconnect());
  return redis;
}

describe('the check of a Redis at the start', () => {
  beforeAll(fetchOnce, FETCH_MS);

  it('finds nothing wrong with our own', async () => {
    expect(await checkServer(await client())).toEqual([]);
  });

  it('Q18 refuses one that may throw data away', async () => {
    const redis = await client();
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    expect(await checkServer(redis)).toEqual([
      {
        weight: 'refuse',
        sentence:
          'Redis may throw data away (maxmemory-policy is allkeys-lru): set maxmemory-policy to noeviction, in redis.conf or with CONFIG SET.',
      },
    ]);
  });

  it('Q18 warns of one that keeps snapshots only, and of one that keeps nothing', async () => {
    const redis = await client();
    await redis.config('SET', 'appendonly', 'no');
    await redis.config('SET', 'save', '900 1');
    expect(await checkServer(redis)).toMatchObject([
      { weight: 'warn', sentence: expect.stringContaining('snapshots only') },
    ]);
    await redis.config('SET', 'save', '');
    expect(await checkServer(redis)).toMatchObject([
      { weight: 'warn', sentence: expect.stringContaining('keeps nothing on disk') },
    ]);
  });

  it.each([
    [
      'redis_version:6.2.14',
      'Redis 6.2.14 is too old: Hypercall needs Redis 7 or Valkey 7.2, or later.',
    ],
    ['redis_version:7.2.4\r\nvalkey_version:7.0.1', 'Valkey 7.0.1 is too old'],
  ])('refuses %j', async (version, sentence) => {
    const redis = await client();
    const rest = 'maxmemory_policy:noeviction\r\naof_enabled:1';
    redis.info = (async () => `# Server\r\n${version}\r\n${rest}\r\n`) as typeof redis.info;
    expect(await checkServer(redis)).toMatchObject([
      { weight: 'refuse', sentence: expect.stringContaining(sentence) },
    ]);
  });
});
