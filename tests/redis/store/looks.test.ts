import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { type Daily, dueToPlan } from '../../../src/core/daily.ts';
import { type CommunityId, communityId } from '../../../src/core/ids.ts';
import type { Plan } from '../../../src/ports/ledger.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createStore } from '../../../src/store/index.ts';
import { startPrivateRedis } from '../../../src/store/server/private-redis.ts';
import { freshStore, makeDaily, NOON } from './rows.ts';

const HOUR = 3_600_000;
const NAMES = ['recorder:one', 'recorder:two', 'recorder:three'].map(communityId.of);
const [ONE, TWO, THREE] = NAMES as [CommunityId, CommunityId, CommunityId];

/** A daily in each of three communities. */
async function threeDailies(store: Store): Promise<Daily[]> {
  const { id: _, revision: __, ...draft } = await makeDaily(freshStore().store);
  return Promise.all(NAMES.map((community) => store.dailies.create({ ...draft, community })));
}

const planOf = (daily: Daily): Plan => ({
  daily,
  dues: dueToPlan(daily, daily.since, NOON, null),
  through: NOON + 48 * HOUR,
  againAt: NOON + 24 * HOUR,
});

/** The days that are due to be posted in each within two days, in the order asked for. */
async function postsIn(store: Store, communities: readonly CommunityId[]) {
  const looks = await store.ledger.look(communities, NOON + 48 * HOUR);
  return looks.map(({ community, due }) => [
    community,
    due.flatMap((work) => (work.kind === 'post' ? [work.day] : [])),
  ]);
}

const DAYS = ['2026-11-24', '2026-11-25'];

describe('a look at many communities', () => {
  it('tells of each what is due and what is to be planned, in the order asked for', async () => {
    const { store } = freshStore();
    const dailies = await threeDailies(store);
    const looks = await store.ledger.look([THREE, ONE, TWO], NOON);
    expect(looks.map(({ community }) => community)).toEqual([THREE, ONE, TWO]);
    expect(looks.map(({ toPlan }) => toPlan)).toEqual(
      [2, 0, 1].map((at) => [{ daily: dailies[at], through: null, posted: null }]),
    );
    await store.ledger.plan(dailies.map(planOf));
    expect(await postsIn(store, [TWO, THREE])).toEqual([
      [TWO, DAYS],
      [THREE, DAYS],
    ]);
  });

  it('wakes each again for its own earliest', async () => {
    const { store } = freshStore();
    const [one, two, three] = (await threeDailies(store)) as [Daily, Daily, Daily];
    await store.ledger.plan([planOf(one), { ...planOf(two), dues: [], againAt: NOON + 60 }]);
    await store.dailies.remove(three, NOON);
    await store.ledger.look(NAMES, NOON);
    expect(await store.ledger.communitiesDue(NOON + 59)).toEqual([]);
    expect(await store.ledger.communitiesDue(NOON + 60)).toEqual([TWO]);
    expect(await store.ledger.communitiesDue(NOON + HOUR)).toEqual(expect.arrayContaining(NAMES));
  });

  it('of no community and the plan of no daily are nothing', async () => {
    const { store } = freshStore();
    expect(await store.ledger.look([], NOON)).toEqual([]);
    await store.ledger.plan([]);
    expect(await store.ledger.communitiesDue(NOON + 48 * HOUR)).toEqual([]);
  });

  it('throws where the rows of one are broken, and plans the others all the same', async () => {
    const { store, redis, prefix } = freshStore();
    const dailies = await threeDailies(store);
    await redis.set(`${prefix}:{${TWO}}:planned`, 'broken');
    await expect(store.ledger.plan(dailies.map(planOf))).rejects.toThrow('WRONGTYPE');
    await expect(store.ledger.look(NAMES, NOON + 48 * HOUR)).rejects.toThrow('WRONGTYPE');
    expect(await postsIn(store, [ONE, THREE])).toEqual([
      [ONE, DAYS],
      [THREE, DAYS],
    ]);
  });

  it('goes on where the server forgot the scripts', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hc-looks-'));
    const server = await startPrivateRedis({
      folder,
      fsync: 'always',
      report: () => undefined,
      binaries: inject('redisBinaries'),
      env: process.env,
    });
    const redis = new Redis({ path: server.socket });
    onTestFinished(async () => {
      redis.disconnect();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const store = createStore({ redis, prefix, makeSecret: () => 'secret' });
    const dailies = await threeDailies(store);
    for (const _ of [1, 2]) {
      await redis.script('FLUSH');
      await store.ledger.plan(dailies.map(planOf));
      expect(await postsIn(store, NAMES)).toEqual(NAMES.map((name) => [name, DAYS]));
    }
  });
});
