import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import type { Store } from '../../src/ports/store.ts';
import { createStore } from '../../src/store/index.ts';
import { dataFolder, startHypercall } from './hypercall-process.ts';
import { startServer } from './redis-servers.ts';
import { linesOf, setUp, startRole, together } from './role-processes.ts';

/** The store of a bot that is made of several processes. */
function sharedStore(): { store: Store; prefix: string } {
  const redis = new Redis({ path: inject('redisSocket') });
  onTestFinished(() => redis.disconnect());
  const prefix = `t${randomBytes(6).toString('hex')}`;
  return { store: createStore({ redis, prefix, makeSecret: () => 'secret' }), prefix };
}

/** The store's connection and the queue's. */
const OF_A_SCHEDULER = 2;

/** How many others are connected for good: the check at the start hangs up again. */
async function clients(redis: Redis): Promise<number> {
  const list = String(await redis.client('LIST', 'TYPE', 'NORMAL'));
  return list.split('\n').filter((line) => line.includes('cmd=') && !line.includes('cmd=client'))
    .length;
}

describe('processes with roles', () => {
  it('one gateway, two workers and two schedulers post each occurrence once', async () => {
    const { store, prefix } = sharedStore();
    const communities = await setUp(store, 40);
    const all = await Promise.all(
      ['gateway', 'worker', 'worker', 'scheduler', 'scheduler'].map((role) =>
        startRole({ prefix, role }),
      ),
    );
    const [gateway, first, second, ...schedulers] = all;
    if (!gateway || !first || !second) throw new Error('not all are there');
    const workers = [first, second];
    for (const each of schedulers) each.hears('tick');
    for (const each of schedulers) each.hears('tick');
    for (const each of schedulers) await each.says('ticked', 2);
    await together(workers, 'posted', communities.length);

    const posted = linesOf(all, 'posted').map((line) => line.split(' ')[1]);
    expect(posted.sort()).toEqual([...communities].sort());
    expect(linesOf(workers, 'posted')).toHaveLength(communities.length);
    expect(linesOf(all, 'connected')).toHaveLength(1);
    expect(gateway.said).toContain('connected');

    const [, community, round] = linesOf(workers, 'posted')[0]?.split(' ') ?? [];
    gateway.hears(`answer ${community} ${round}`);
    await gateway.says('answered later');
    await together(workers, 'replied', 1);
    expect(linesOf([gateway], 'replied')).toEqual([]);

    for (const each of all) each.child.kill('SIGTERM');
    expect(await Promise.all(all.map(({ ended }) => ended))).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('npm start -- --role', () => {
  it('runs a scheduler without a platform and a folder of its own, until SIGTERM', async () => {
    const server = await startServer(['appendonly yes']);
    const env = { REDIS_URL: `redis://127.0.0.1:${server.port}`, HYPERCALL_LOG_LEVEL: 'debug' };
    const folder = await dataFolder();
    const two = [1, 2].map(() => startHypercall(folder, env, ['--role', 'scheduler']));
    await expect.poll(() => clients(server.redis), { timeout: 20_000 }).toBe(2 * OF_A_SCHEDULER);
    for (const each of two) each.process.kill('SIGTERM');
    for (const { code, err } of await Promise.all(two.map(({ ended }) => ended))) {
      expect([code, err]).toEqual([0, '']);
    }
  });

  it.each([
    ['worker', /A worker works with others through one Redis: set REDIS_URL/],
    ['boss', /HYPERCALL_ROLE must be all, gateway, worker or scheduler/],
  ])('refuses %s here, with what to do', async (role, sentence) => {
    const started = startHypercall(await dataFolder(), {}, ['--role', role]);
    const { code, err } = await started.ended;
    expect(err).toMatch(sentence);
    expect(code).toBe(1);
  });

  it('refuses other words', async () => {
    const { code, err } = await startHypercall(await dataFolder(), {}, ['--rolle']).ended;
    expect(err).toContain('--rolle is no option: write --role and all, gateway');
    expect(code).toBe(1);
  });
});
