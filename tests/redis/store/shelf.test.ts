import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import type { Shelf } from '../../../src/ports/shelf.ts';
import { type Connection, makeConnection } from '../../../src/store/connection.ts';
import { createShelf } from '../../../src/store/shelf.ts';

let redis: Connection;
let shelf: Shelf;
beforeEach(async () => {
  redis = makeConnection({ kind: 'socket', path: inject('redisSocket') }, 'ask');
  await redis.connect();
  shelf = createShelf(redis, `t${randomBytes(6).toString('hex')}`);
});
afterEach(() => redis.disconnect());

it('keeps texts by name', async () => {
  expect(await shelf.get('a')).toBeNull();
  await shelf.put('a', 'one');
  await shelf.put('a', 'two');
  expect([await shelf.get('a'), await shelf.get('b')]).toEqual(['two', null]);
  await shelf.remove('a');
  expect(await shelf.get('a')).toBeNull();
});

it('gives a claim to one of many who ask at once', async () => {
  const claims = await Promise.all([...Array(20)].map(() => shelf.claim('a', 60_000)));
  expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  expect(await shelf.claim('b', 60_000)).not.toBeNull();
});

it('lets others have a claim that was given back, and never one that ran out and is held again', async () => {
  const first = await shelf.claim('a', 60_000);
  await first?.release();
  const second = await shelf.claim('a', 60_000);
  expect(second).not.toBeNull();
  await first?.release();
  expect(await shelf.claim('a', 60_000)).toBeNull();
});
