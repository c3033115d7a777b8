import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { studyGroup } from '../conversations/study-group.ts';
import { startServer } from './redis-servers.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => id }) : reply.kind;

describe('with Redis full', () => {
  it('Q18 answers are refused with what to do, never taken for saved, and work goes on when there is room', async () => {
    const { port, redis } = await startServer(['appendonly yes', 'maxmemory-policy noeviction']);
    const target = { kind: 'single', node: { host: '127.0.0.1', port }, db: 0 } as const;
    const access = { tls: false, user: null, password: null };
    const heard: string[] = [];
    const group = await studyGroup({
      now: '2026-11-23 08:00',
      more: {
        redis: { ...target, ...access },
        report: (_doing, cause) => heard.push(String((cause as Error).cause ?? cause)),
      },
    });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    await ada.picks('right one');
    await ada.next();

    await redis.config('SET', 'maxmemory', '1mb');
    expect(read(await bob.picks('right one'))).toContain('try again in a moment');
    expect(read(await ada.picks('right one'))).toContain('try again in a moment');
    expect(read(await ada.types('/streak'))).toContain('Streak: 1');
    expect(heard.join()).toContain('OOM');
    // A question that is due waits for room.
    await group.bot.tick();

    await redis.config('SET', 'maxmemory', '0');
    expect(read(await bob.types('/streak'))).toContain('No streak yet');
    expect(read(await bob.picks('right one'))).toBe('later');
    expect((await bob.next()).title).toMatch(/Right/);
    await group.at('2026-11-24 09:01');
    expect(group.messages()[0]?.footer).toContain('2 members answered');
    expect(group.messages()).toHaveLength(2);
  });
});
