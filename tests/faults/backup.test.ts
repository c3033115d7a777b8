import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import { backupLines } from '../../src/store/backup.ts';
import type { RedisTarget } from '../../src/store/connection.ts';
import { createStore } from '../../src/store/index.ts';
import { type Restored, restore } from '../../src/store/restore.ts';
import { COMMUNITY, studyGroup } from '../conversations/study-group.ts';
import { dataFolder, operator, playThrough } from './hypercall-process.ts';
import { type RedisServer, startServer } from './redis-servers.ts';

function targetOf({ port }: RedisServer): RedisTarget {
  const access = { tls: false, user: null, password: null };
  return { kind: 'single', node: { host: '127.0.0.1', port }, db: 0, ...access };
}

async function linesOf({ redis }: RedisServer, prefix: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of backupLines(redis, prefix, new Date(0))) lines.push(line.trimEnd());
  return lines;
}

function restored(
  { redis }: RedisServer,
  prefix: string,
  lines: readonly string[],
  now: string,
): Promise<Restored> {
  const store = createStore({ redis, prefix, makeSecret: () => 'none' });
  return restore(redis, { store, prefix, now: Date.parse(now) }, async function* () {
    yield* lines;
  });
}

/** Two days of a group of two, the third question open; its backup is taken then, and a day follows. */
async function groupWithBackup() {
  const server = await startServer(['appendonly yes']);
  const prefix = `t${randomBytes(6).toString('hex')}`;
  const more = { prefix, redis: targetOf(server) };
  const group = await studyGroup({ now: '2026-11-23 08:00', more });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  const [ada, bob] = [group.member('ada'), group.member('bob')];
  for (const day of ['23', '24', '25']) {
    await group.at(`2026-11-${day} 09:00`);
    await ada.picks('right one');
    await ada.next();
    if (day !== '24') await bob.picks('right one');
    if (day !== '24') await bob.next();
    await group.bot.jobs.settled();
  }
  const lines = await linesOf(server, prefix);
  await group.at('2026-11-26 09:00');
  expect(group.messages()).toHaveLength(4);
  await group.bot.stop();
  return { group, ada, bob, prefix, lines };
}

describe('a backup', () => {
  it('T13 goes on in another Redis: no old question again, numbers, streaks and standings as they were', async () => {
    const { group, ada, bob, prefix, lines } = await groupWithBackup();
    const server = await startServer(['appendonly yes']);
    expect(await restored(server, prefix, lines, '2026-11-27T10:00Z')).toEqual({
      keys: lines.length - 2,
      dailies: 1,
      at: '1970-01-01T00:00:00.000Z',
    });
    const more = { prefix, redis: targetOf(server) };
    const after = await studyGroup({ now: '2026-11-27 10:00', more, recorder: group.recorder });
    await after.settle();
    await after.at('2026-11-27 10:10');
    expect(after.messages()).toHaveLength(4);
    expect(after.messages()[2]?.footer).toContain('2 members answered');

    const situation = (day: string) =>
      after.bot.parts.store.ledger.situation(COMMUNITY, 'd1' as never, day as never);
    expect((await situation('2026-11-26'))?.occurrence.state).toEqual({
      kind: 'skipped',
      reason: 'restored from a backup',
    });

    await after.at('2026-11-28 09:00');
    expect(after.messages()).toHaveLength(5);
    expect(after.latest().title).toMatch(/^Question 4/);
    await ada.picks('right one');
    expect(plainText(await ada.next(), { member: (id) => id })).toContain('Streak 4');
    expect(await bob.types('/streak')).toMatchObject({ view: { title: 'Streak: 1 round' } });
    const board = await bob.types('/leaderboard all');
    const rows = board.kind === 'view' ? plainText(board.view, { member: (id) => id }) : '';
    expect(rows).toMatch(/1\. ada: 30 points[\s\S]*2\. bob: 20 points/);
  });

  it('T13 taken while a question is being sent: it is skipped and not sent again', async () => {
    const server = await startServer(['appendonly yes']);
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const more = { prefix, redis: targetOf(server) };
    const group = await studyGroup({ now: '2026-11-23 08:00', more });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    let lines: string[] = [];
    const { post } = group.recorder;
    group.recorder.post = async (...args) => {
      lines = await linesOf(server, prefix);
      return post(...args);
    };
    await group.at('2026-11-23 09:00');
    await group.bot.stop();
    group.recorder.post = post;
    const other = await startServer(['appendonly yes']);
    await restored(other, prefix, lines, '2026-11-23T09:10Z');
    const again = { prefix, redis: targetOf(other) };
    const after = await studyGroup({
      now: '2026-11-23 09:10',
      more: again,
      recorder: group.recorder,
    });
    await after.settle();
    expect(after.messages()).toHaveLength(1);
    await after.at('2026-11-24 09:00');
    expect(after.messages()).toHaveLength(2);
    expect(after.latest().title).toMatch(/^Question 1/);
  });

  it('is refused where dailies stand, cut off, or none at all, and nothing is written', async () => {
    const { prefix, lines } = await groupWithBackup();
    const server = await startServer(['appendonly yes']);
    const refused = (some: readonly string[]) =>
      restored(server, prefix, some, '2026-11-27T10:00Z').then(
        () => 'restored',
        (cause: Error) => cause.message,
      );
    expect(await refused(lines.slice(0, -1))).toContain('cut off after');
    expect(await refused(lines.slice(1))).toContain('This is no backup');
    expect(await refused(['{"hypercall":"backup","version":2}'])).toContain('the format 2');
    expect(await refused(['nothing'])).toContain('This is no backup');
    expect(await refused([...lines.slice(0, 3), 'rubbish'])).toContain('This is no backup');
    expect(await server.redis.dbsize()).toBe(0);
    expect(await refused(['> npm says something', '', ...lines])).toBe('restored');
    expect(await refused(lines)).toContain(`Dailies stand under the prefix ${prefix} already`);
  });

  it('is written and restored by the operator, from one data folder to another', async () => {
    const [old, fresh] = [await dataFolder(), await dataFolder()];
    await playThrough(old, ['A', '/tomorrow']);
    const { code, out } = await operator(['backup'], old);
    expect(code).toBe(0);
    const file = `${fresh}/backup.jsonl`;
    await writeFile(file, out);
    const done = await operator(['restore', file], fresh);
    expect(done).toMatchObject({ code: 0, out: expect.stringMatching(/and 1 daily are back/) });
    const twice = await operator(['restore', file], fresh);
    expect(twice).toMatchObject({ code: 1, err: expect.stringContaining('already') });
    expect((await playThrough(fresh, ['/streak'])).out).toContain('Streak: 1');
  });
});
