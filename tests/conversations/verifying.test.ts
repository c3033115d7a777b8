import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { COMMUNITY, studyGroup } from './study-group.ts';

describe('the books of a community', () => {
  it('S7 are held against the answer log each night, and what differs is told, not repaired', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const told: unknown[] = [];
    const report = (doing: string, cause: unknown): void => {
      if (doing.startsWith('verifying')) told.push([doing, cause]);
    };
    const group = await studyGroup({ more: { prefix, report } });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    await group.member('ada').picks('right one');
    await group.member('ada').next();
    await group.at('2026-11-24 09:00');
    await group.at('2026-11-24 09:01');
    await group.at('2026-11-25 05:00');
    expect(told).toEqual([]);

    const redis = new Redis({ path: inject('redisSocket') });
    onTestFinished(() => redis.disconnect());
    await redis.hset(`${prefix}:{${COMMUNITY}}:streaks:d1`, 'ada', '5 5 1 5 0');
    await group.at('2026-11-25 23:00');
    expect(told).toEqual([]);
    await group.at('2026-11-26 05:00');
    expect(told).toEqual([
      [
        'verifying recorder:group',
        '1 counted value differs from the answer log: npm run hypercall -- verify lists them',
      ],
    ]);
    const { streaks } = await group.bot.parts.store.corrections.streaks(COMMUNITY, 'd1' as never);
    expect([...streaks.values()]).toEqual([expect.objectContaining({ current: 5 })]);
    await group.at('2026-11-27 05:00');
    expect(told).toHaveLength(2);
  });
});
