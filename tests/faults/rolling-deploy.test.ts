import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { createStore } from '../../src/store/index.ts';
import { linesOf, setUp, startRole, together } from './role-processes.ts';

async function dueQuestions(count: number): Promise<{ prefix: string; communities: string[] }> {
  const redis = new Redis({ path: inject('redisSocket') });
  onTestFinished(() => redis.disconnect());
  const prefix = `t${randomBytes(6).toString('hex')}`;
  const store = createStore({ redis, prefix, makeSecret: () => 'secret' });
  return { prefix, communities: await setUp(store, count) };
}

describe('a process that gets SIGTERM', () => {
  it('Q20 in the due minute of a rolling deploy finishes its posts; its successor posts the others, each once', async () => {
    const { prefix, communities } = await dueQuestions(150);
    const old = await startRole({ prefix, held: true });
    old.hears('tick');
    await old.says('posting', 100);
    const next = await startRole({ prefix });
    old.child.kill('SIGTERM');
    await old.says('stopping');
    next.hears('tick');
    await next.says('posted', 50);
    old.hears('let go');
    expect(await old.ended).toBe(0);
    next.hears('tick');
    await next.says('ticked', 2);
    await together([old, next], 'posted', 150);

    const posted = linesOf([old, next], 'posted').map((line) => line.split(' ')[1]);
    expect(posted.sort()).toEqual(communities.sort());
    expect(linesOf([old], 'posting')).toHaveLength(100);
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
  });

  it('Q20 ends although a post hangs for ever, and nobody posts it a second time', async () => {
    const { prefix } = await dueQuestions(1);
    const old = await startRole({ prefix, held: true });
    old.hears('tick');
    await old.says('posting');
    old.child.kill('SIGTERM');
    expect(await old.ended).toBe(0);
    expect(old.trouble()).toContain('1 jobs did not finish within 8000 ms');
    const next = await startRole({ prefix });
    next.hears('tick');
    await next.says('ticked');
    next.child.kill('SIGTERM');
    expect(await next.ended).toBe(0);
    expect(linesOf([next], 'posting')).toEqual([]);
  });
});
