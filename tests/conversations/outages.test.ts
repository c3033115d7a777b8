import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

function read(reply: Reply): string {
  if (reply.kind !== 'view') throw new Error(reply.kind);
  return plainText(reply.view, { member: (id) => id });
}

/** Ada has answered the first two questions; the third one is open. */
async function withStreak(prefix: string): Promise<StudyGroup> {
  const group = await studyGroup({ now: '2026-11-22 08:00', more: { prefix } });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  for (const day of ['22', '23']) {
    await group.at(`2026-11-${day} 09:00`);
    await group.at(`2026-11-${day} 09:01`);
    await group.member('ada').picks('A');
    await group.settle();
  }
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
  return group;
}

/** What the bot did by itself. */
async function auditOf(group: StudyGroup): Promise<string[]> {
  const entries = await group.bot.parts.store.audit.list(COMMUNITY, 10);
  return entries.flatMap(({ by, deed }) => (by === null ? [deed] : []));
}

describe('S5 I6 a question that closed while the bot was down', () => {
  it('costs nobody a streak, and the audit log says why', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const before = await withStreak(prefix);
    await before.at('2026-11-24 20:00');
    await before.bot.stop();

    const now = '2026-11-25 11:00';
    const after = await studyGroup({ now, more: { prefix }, recorder: before.recorder });
    await after.settle();
    await after.at('2026-11-25 11:01');
    expect(after.messages().map(({ ask }) => ask !== null)).toEqual([false, false, false, true]);
    expect(await auditOf(after)).toContain(
      'The misses of question 3 of daily d1 are forgiven: members could not reach the bot before the close.',
    );
    const ada = after.member('ada');
    await ada.picks('A');
    await after.settle();
    expect(read(await ada.types('/streak'))).toContain('Streak: 3 rounds');
  });

  it('costs those a streak who had all day, where it was down for a moment only', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const before = await withStreak(prefix);
    await before.at('2026-11-25 08:58');
    await before.bot.stop();
    const now = '2026-11-25 09:02';
    const after = await studyGroup({ now, more: { prefix }, recorder: before.recorder });
    await after.settle();
    await after.at('2026-11-25 09:03');
    const ada = after.member('ada');
    await ada.picks('A');
    await after.settle();
    expect(read(await ada.types('/streak'))).toContain('Streak: 1 round');
    expect(await auditOf(after)).toEqual([]);
  });

  it('is one that a platform says it could not be reached in', async () => {
    const group = await withStreak(`t${randomBytes(6).toString('hex')}`);
    await group.at('2026-11-25 08:00');
    group.recorder.reachable = false;
    await group.at('2026-11-25 08:30');
    await group.at('2026-11-25 09:00');
    await group.at('2026-11-25 09:30');
    group.recorder.reachable = true;
    await group.at('2026-11-25 09:31');
    expect(await auditOf(group)).toHaveLength(1);
    const ada = group.member('ada');
    await ada.picks('A');
    await group.settle();
    expect(read(await ada.types('/streak'))).toContain('Streak: 3 rounds');
  });

  it('Q10 is none where a clock steps while all is well', async () => {
    const group = await withStreak(`t${randomBytes(6).toString('hex')}`);
    await group.at('2026-11-25 12:00');
    await group.at('2026-11-26 12:00');
    expect(await auditOf(group)).toEqual([]);
  });
});
