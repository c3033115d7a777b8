import { connect, createServer, type Socket } from 'node:net';
import { expect, inject, it, onTestFinished } from 'vitest';
import type { RedisTarget } from '../../src/store/connection.ts';
import { slackGroup } from './slack-group.ts';
import { smallDeck } from './small-deck.ts';

/** The Redis of the tests, behind a line that can be held. */
async function heldRedis() {
  const pairs = new Set<Socket>();
  let isHeld = false;
  const server = createServer((near) => {
    const far = connect(inject('redisSocket'));
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) {
      pairs.add(socket);
      socket.on('error', () => {}).on('close', () => pairs.delete(socket));
      if (isHeld) socket.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const release = (): void => {
    isHeld = false;
    for (const socket of pairs) socket.resume();
  };
  onTestFinished(() => {
    for (const socket of pairs) socket.destroy();
    server.close();
  });
  const node = { host: '127.0.0.1', port };
  return {
    target: {
      kind: 'single',
      node,
      db: 0,
      tls: false,
      user: null,
      password: null,
    } satisfies RedisTarget,
    hold() {
      isHeld = true;
      for (const socket of pairs) socket.pause();
    },
    release,
  };
}

it.each(['socket', 'http'] as const)(
  'P1 a press and a command over %s are acknowledged while the whole bot waits for a held Redis, and answered after it',
  async (delivery) => {
    const redis = await heldRedis();
    const group = await slackGroup({
      delivery,
      cards: smallDeck.slice(0, 1),
      more: { redis: redis.target },
    });
    const [ada, bob] = [group.member('ada'), group.member('bob')];
    await ada.types('/daily setup 09:00 daily UTC virtualization');
    await ada.heard('Daily d1 is set up');
    await group.at('2026-11-23 09:00');
    redis.hold();
    const answers = await Promise.all([bob.presses('A'), bob.types('/streak'), ada.presses('B')]);
    expect(answers).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ status: 200 })),
    );
    expect(bob.hears()).toEqual([]);
    redis.release();
    await bob.heard('You answered');
    await ada.heard('You answered');
  },
);

it('X3 a double click is one answer: the first counts, and the second says so', async () => {
  const group = await slackGroup({ cards: smallDeck.slice(0, 1) });
  const [ada, bob] = [group.member('ada'), group.member('bob')];
  await ada.types('/daily setup 09:00 daily UTC virtualization');
  await ada.heard('Daily d1 is set up');
  await group.at('2026-11-23 09:00');
  await Promise.all([bob.presses('A'), bob.presses('A'), ada.presses('A')]);
  await group.settle();
  await bob.heard('your first answer counts');
  const verdicts = bob.hears().filter((text) => text.includes('You answered: A'));
  expect(verdicts).toHaveLength(2);
  expect(verdicts.filter((text) => text.includes('your first answer counts'))).toHaveLength(1);
  expect(ada.hears().join()).not.toContain('your first answer counts');
});
