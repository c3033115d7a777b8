import { randomBytes } from 'node:crypto';
import { beforeEach, expect, inject, it, onTestFinished } from 'vitest';
import type { Turns } from '../../../src/ports/turns.ts';
import { makeConnection } from '../../../src/store/connection.ts';
import { createTurns } from '../../../src/store/turns.ts';

// Long gaps: the time that the test itself takes is nothing beside them.
const RULE = { gap: 10_000, saved: 0, most: 50, window: 500_000, longest: 1_000_000 };

let prefix: string;
beforeEach(() => {
  prefix = `t${randomBytes(6).toString('hex')}`;
});

/** One more process that asks for turns. */
async function oneMore(): Promise<Turns> {
  const redis = makeConnection({ kind: 'socket', path: inject('redisSocket') }, 'ask');
  await redis.connect();
  onTestFinished(() => redis.disconnect());
  return createTurns(redis, prefix);
}

/** In tens of seconds, rounded up. */
const tens = (waits: readonly number[]): number[] =>
  waits.map((wait) => Math.ceil(wait / 10_000)).sort((a, b) => a - b);

it('P4 puts the turns of all processes one after another', async () => {
  const processes = await Promise.all([oneMore(), oneMore(), oneMore()]);
  const asked = processes.flatMap((turns) => [...Array(10)].map(() => turns.next('a', RULE)));
  expect(tens(await Promise.all(asked))).toEqual([...Array(30).keys()]);
});

it('P4 lets a row that rested make up for some of it, and never more than the most in a window', async () => {
  const turns = await oneMore();
  const rule = { ...RULE, saved: 1_000_000, most: 5, window: 100_000 };
  const waits = [];
  for (let at = 0; at < 7; at++) waits.push(await turns.next('a', rule));
  expect(tens(waits)).toEqual([0, 0, 0, 0, 0, 10, 10]);
});

it('does not book a turn that is too far off, and says how far', async () => {
  const turns = await oneMore();
  const rule = { ...RULE, longest: 5_000 };
  const waits = [await turns.next('a', rule), await turns.next('a', rule)];
  waits.push(await turns.next('a', rule));
  // The third is no further off than the second, which was not booked.
  expect(tens(waits)).toEqual([0, 1, 1]);
});

it('P4 lets nobody go while the whole bot has to wait', async () => {
  const [one, other] = await Promise.all([oneMore(), oneMore()]);
  await one.next('a', RULE);
  await one.hold('a', 60_000);
  await one.hold('a', 20_000);
  expect(tens([await other.next('a', RULE), await other.next('a', RULE)])).toEqual([6, 7]);
  expect(tens([await other.next('b', RULE)])).toEqual([0]);
});

it('leaves nothing behind where it rests', async () => {
  const redis = makeConnection({ kind: 'socket', path: inject('redisSocket') }, 'ask');
  await redis.connect();
  onTestFinished(() => redis.disconnect());
  const turns = createTurns(redis, prefix);
  await turns.next('a', RULE);
  await turns.hold('b', 1_000);
  for (const row of ['a', 'b']) {
    expect(await redis.pttl(`${prefix}:turns:${row}`)).toBeGreaterThan(0);
  }
});
