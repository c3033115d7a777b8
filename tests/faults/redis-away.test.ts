import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { tell } from '../../src/store/server/health.ts';
import { type PrivateRedis, startPrivateRedis } from '../../src/store/server/private-redis.ts';
import { studyGroup } from '../conversations/study-group.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => id }) : reply.kind;

interface OwnRedis {
  readonly socket: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  pid(): Promise<number>;
}

/** A Redis that a test may take away. */
async function ownRedis(): Promise<OwnRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'hypercall-'));
  const start = (): Promise<PrivateRedis> =>
    startPrivateRedis({
      folder,
      fsync: 'everysec',
      report: () => {},
      binaries: inject('redisBinaries'),
      env: process.env,
    });
  let redis = await start();
  onTestFinished(async () => {
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    socket: redis.socket,
    stop: () => redis.stop(),
    async start() {
      redis = await start();
    },
    pid: async () => Number(/process_id:(\d+)/.exec(await tell(redis.socket, 'INFO server'))?.[1]),
  };
}

async function groupOn(redis: OwnRedis) {
  const target = { kind: 'socket', path: redis.socket } as const;
  const group = await studyGroup({ now: '2026-11-23 08:00', more: { redis: target } });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return group;
}

describe('with Redis away', () => {
  it('Q17 members read to try again, nothing is counted, and work goes on when it is back', async () => {
    const redis = await ownRedis();
    const group = await groupOn(redis);
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    await ada.picks('right one');
    await ada.next();
    await redis.stop();

    for (const line of ['/streak', '/leaderboard']) {
      expect(read(await bob.types(line))).toContain('try again in a moment');
    }
    expect(read(await bob.picks('right one'))).toContain('try again in a moment');

    await redis.start();
    await expect
      .poll(async () => read(await ada.types('/streak')), { timeout: 20_000 })
      .toContain('Streak: 1');
    expect(read(await bob.types('/streak'))).toContain('No streak yet');
    await expect
      .poll(async () => read(await bob.picks('right one')), { timeout: 20_000 })
      .toBe('later');
    expect((await bob.next()).title).toMatch(/Right/);
    await group.at('2026-11-24 09:01');
    expect(group.messages()[0]?.footer).toContain('2 members answered');
  });

  it('Q17 hanging, members hear of it while it still hangs, and their answer counts once', async () => {
    const redis = await ownRedis();
    const group = await groupOn(redis);
    const ada = group.member('ada');
    const pid = await redis.pid();
    process.kill(pid, 'SIGSTOP');
    onTestFinished(() => void process.kill(pid, 'SIGCONT'));
    const answered = read(await ada.picks('right one'));
    const asked = read(await ada.types('/streak'));
    process.kill(pid, 'SIGCONT');
    expect(answered).toContain("I can't confirm your answer yet; press again");
    expect(asked).toContain('try again in a moment');

    await expect
      .poll(async () => read(await ada.picks('right one')), { timeout: 20_000 })
      .toBe('later');
    await ada.next();
    await group.bot.jobs.settled();
    await group.at('2026-11-24 09:01');
    expect(group.messages()[0]?.footer).toContain('1 member answered');
  });
});
