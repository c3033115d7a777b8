import { describe, expect, it } from 'vitest';
import { COMMUNITY, freshStore, makeDaily, NOON } from './rows.ts';

describe('a process that dies while it sets up the first daily of a community', () => {
  it('leaves no daily that nobody will ever look at', async () => {
    const { store, redis } = freshStore();
    const write = redis.zadd.bind(redis);
    Object.assign(redis, { zadd: () => Promise.reject(new Error('the process died')) });
    await expect(makeDaily(store)).rejects.toThrow();
    Object.assign(redis, { zadd: write });
    const made = await store.dailies.list(COMMUNITY);
    const looked = await store.ledger.communitiesDue(NOON);
    expect(made.length === 0 || looked.includes(COMMUNITY)).toBe(true);
  });
});
