import { Redis } from 'ioredis';
import { inject, onTestFinished } from 'vitest';

/** Where a word stands in Redis: `key`, or `key: field or element`, without the prefix of the bot. */
export async function tracesOf(prefix: string, word: string): Promise<string[]> {
  const redis = new Redis({ path: inject('redisSocket') });
  onTestFinished(() => redis.disconnect());
  const keys = new Set<string>();
  for await (const some of redis.scanStream({ match: `*${prefix}*`, count: 1_000 })) {
    for (const key of some as string[]) keys.add(key);
  }
  const found = [...keys].map(async (key) => {
    const name = key.replace(`${prefix}:`, '');
    const lines = (await textsIn(redis, key)).map((text) => `${name}: ${text}`);
    return [name, ...lines].filter((line) => line.includes(word));
  });
  return (await Promise.all(found)).flat().sort();
}

/** Everything written in a key, as lines of text. */
async function textsIn(redis: Redis, key: string): Promise<string[]> {
  switch (await redis.type(key)) {
    case 'hash':
      return Object.entries(await redis.hgetall(key)).map((field) => field.join(' '));
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, 0, '-1');
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'stream':
      return (await redis.xrange(key, '-', '+')).map((entry) => JSON.stringify(entry));
    case 'string':
      return [(await redis.get(key)) ?? ''];
    default:
      return [];
  }
}
