import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { verifyCommunity } from '../../src/features/verify.ts';
import { backupLines } from '../../src/store/backup.ts';
import { createStore } from '../../src/store/index.ts';
import { restore } from '../../src/store/restore.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from '../conversations/study-group.ts';
import { type RedisServer, startServer } from './redis-servers.ts';

/** What each release left behind in its Redis, as its own code wrote it: written once, never again. */
const RELEASES = new URL('releases/', import.meta.url);
const PREFIX = 'release';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => id }) : reply.kind;

function groupOn({ port }: RedisServer, now: string): Promise<StudyGroup> {
  const node = { host: '127.0.0.1', port };
  const redis = { kind: 'single', node, db: 0, tls: false, user: null, password: null } as const;
  return studyGroup({ now, more: { prefix: PREFIX, redis } });
}

/** A fortnight of three members: misses, a freeze, a void and a rekeyed question, a hidden member, one to come. */
async function fortnight(): Promise<string> {
  const server = await startServer(['appendonly no']);
  const group = await groupOn(server, '2026-11-02 08:00');
  const olga = group.member('olga', true);
  await olga.types('/daily setup 09:00 daily UTC virtualization term=2026-11-01..2027-01-31');
  await group.member('bob').types('/me reminders on');
  const missed: Readonly<Record<number, readonly string[]>> = { 4: [], 11: ['bob', 'cyd'] };
  for (let day = 2; day <= 15; day++) {
    await group.at(`2026-11-${String(day).padStart(2, '0')} 09:00`);
    const away = missed[day] ?? ['cyd'];
    for (const name of ['ada', 'bob', 'cyd'].filter((each) => !away.includes(each))) {
      const member = group.member(name);
      await member.picks(name === 'bob' && day % 3 === 0 ? 'wrong one' : 'right one');
      await member.next();
    }
  }
  await olga.types('/daily void round=2');
  expect(read(await olga.types('/daily rekey key=C round=3'))).toContain('is put right');
  await group.member('cyd').types('/me hide');
  await group.settle();
  await group.bot.stop();
  const lines: string[] = [];
  for await (const line of backupLines(server.redis, PREFIX, new Date(0))) lines.push(line);
  return lines.join('');
}

/** The releases there are; this one writes its file if it has none yet. */
async function releases(): Promise<readonly string[]> {
  const about = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const own = new URL(`${JSON.parse(about).version}.jsonl`, RELEASES);
  if (!existsSync(own)) {
    await mkdir(RELEASES, { recursive: true });
    await writeFile(own, await fortnight());
  }
  return (await readdir(RELEASES)).sort();
}

describe('data of an earlier release', () => {
  it('T12 is read, counted alike and carried on', { timeout: 120_000 }, async () => {
    const files = await releases();
    expect(files).toContain('0.1.0.jsonl');
    for (const file of files) await carriedOn(file);
  });
});

async function carriedOn(file: string): Promise<void> {
  const server = await startServer(['appendonly no']);
  const lines = (await readFile(new URL(file, RELEASES), 'utf8')).trimEnd().split('\n');
  const store = createStore({ redis: server.redis, prefix: PREFIX, makeSecret: () => 'none' });
  const now = Date.parse('2026-11-15T12:00Z');
  await restore(server.redis, { store, prefix: PREFIX, now }, async function* () {
    yield* lines;
  });
  const group = await groupOn(server, '2026-11-15 12:00');
  const [ada, bob, cyd] = [group.member('ada'), group.member('bob'), group.member('cyd')];
  await group.settle();
  expect(await verifyCommunity(group.bot.parts, COMMUNITY)).toMatchObject({ differences: [] });

  expect(read(await ada.types('/streak'))).toContain('Streak: 14 rounds');
  expect(read(await bob.types('/streak'))).toContain('Streak: 13 rounds');
  const board = read(await ada.types('/leaderboard all'));
  expect(board).toMatch(/1\. ada: 110 points[\s\S]*2\. bob: /);
  expect(board).not.toContain('cyd');
  expect(read(await group.member('olga', true).types('/daily list'))).toContain(
    '- d1 daily at 09:00, UTC',
  );

  await group.at('2026-11-16 09:00');
  expect(group.latest().title).toMatch(/^Question 15/);
  await ada.picks('right one');
  expect(plainText(await ada.next(), { member: (id) => id })).toContain('Streak 15');
  expect(read(await cyd.types('/me show'))).toContain('You are listed again');
}
