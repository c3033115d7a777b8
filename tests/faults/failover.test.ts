import { describe, expect, it } from 'vitest';
import type { RedisTarget } from '../../src/store/connection.ts';
import { COMMUNITY, studyGroup } from '../conversations/study-group.ts';
import { type RedisServer, startServer } from './redis-servers.ts';

interface Pair {
  readonly target: RedisTarget;
  readonly master: RedisServer;
  readonly replica: RedisServer;
  readonly sentinel: RedisServer;
}

/** A master and its replica under one real sentinel that knows both. */
async function watchedPair(): Promise<Pair> {
  const master = await startServer(['appendonly yes', 'repl-diskless-sync-delay 0']);
  const replica = await startServer(['appendonly yes', `replicaof 127.0.0.1 ${master.port}`]);
  const sentinel = await startServer(
    [
      `sentinel monitor group 127.0.0.1 ${master.port} 1`,
      'sentinel down-after-milliseconds group 500',
      'sentinel failover-timeout group 2000',
    ],
    'sentinel',
  );
  const knows = async (): Promise<number> =>
    ((await sentinel.redis.call('SENTINEL', 'REPLICAS', 'group')) as unknown[]).length;
  await expect.poll(knows, { timeout: 20_000 }).toBe(1);
  await expect.poll(() => master.redis.wait(1, 1_000), { timeout: 20_000 }).toBe(1);
  const nodes = [{ host: '127.0.0.1', port: sentinel.port }];
  const access = { tls: false, user: null, password: null };
  return {
    target: { kind: 'sentinel', nodes, master: 'group', db: 0, ...access },
    master,
    replica,
    sentinel,
  };
}

async function groupOn(target: RedisTarget) {
  const group = await studyGroup({ now: '2026-11-23 08:00', more: { redis: target } });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  return group;
}

const isMaster = async ({ redis }: RedisServer): Promise<boolean> =>
  String(await redis.info('replication')).includes('role:master');

describe('a failover under Sentinel', () => {
  it('Q19 loses no answer that had reached the replica, and posts a question under way once', async () => {
    const { target, master, replica } = await watchedPair();
    const group = await groupOn(target);
    await group.at('2026-11-23 09:00');
    const members = Array.from({ length: 20 }, (_, at) => group.member(`m${at}`));
    for (const member of members) await member.picks('right one');
    for (const member of members) await member.next();
    await group.bot.jobs.settled();
    expect(await master.redis.wait(1, 5_000)).toBe(1);

    const { post } = group.recorder;
    group.recorder.post = async (...args) => {
      group.recorder.post = post;
      await master.end('SIGKILL');
      return post(...args);
    };
    group.clock.moveTo(Date.parse('2026-11-24T09:00Z'));
    await group.bot.tick();
    await expect.poll(() => isMaster(replica), { timeout: 20_000 }).toBe(true);
    const { store } = group.bot.parts;
    const listed = () => store.dailies.list(COMMUNITY).then((all) => all.length);
    await expect.poll(() => listed().catch(() => null), { timeout: 20_000 }).toBe(1);

    group.clock.moveTo(Date.parse('2026-11-24T09:01Z'));
    await group.settle();
    expect(group.messages().map(({ title }) => title.slice(0, 10))).toEqual([
      'Question 1',
      'Question 2',
    ]);
    expect(group.messages()[0]?.footer).toContain('20 members answered');
    expect(await members[7]?.types('/streak')).toMatchObject({
      view: { title: 'Streak: 1 round' },
    });
  });

  it('Q19 cannot double a question: none goes out before its claim stands on the replica', async () => {
    const { target, replica } = await watchedPair();
    const group = await groupOn(target);
    replica.child.kill('SIGSTOP');
    await group.at('2026-11-23 09:00');
    expect(group.messages()).toEqual([]);
    replica.child.kill('SIGCONT');
    group.clock.moveTo(Date.parse('2026-11-23T09:01Z'));
    await expect
      .poll(
        async () => {
          await group.settle();
          return group.messages().length;
        },
        { timeout: 20_000 },
      )
      .toBe(1);
  });

  it('Q19 goes on alone where no replica is left', async () => {
    const { target, replica } = await watchedPair();
    const group = await groupOn(target);
    await replica.end('SIGKILL');
    await group.at('2026-11-23 09:00');
    await expect
      .poll(
        async () => {
          await group.settle();
          return group.messages().length;
        },
        { timeout: 20_000 },
      )
      .toBe(1);
  });
});
