import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type StudyGroup, studyGroup } from './study-group.ts';

/** A group whose bot stopped on Monday evening, its question open, and comes back at `moment`. */
async function backAt(moment: string): Promise<StudyGroup> {
  const prefix = `t${randomBytes(6).toString('hex')}`;
  const before = await studyGroup({ now: '2026-11-23 08:00', more: { prefix } });
  await before.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await before.at('2026-11-23 09:00');
  await before.bot.stop();
  const after = await studyGroup({ now: moment, more: { prefix }, recorder: before.recorder });
  await after.settle();
  return after;
}

describe('coming back after a stop', () => {
  it('posts late, once, within the catch-up limit', async () => {
    const group = await backAt('2026-11-24 10:30');
    await group.settle();
    expect(group.messages().map(({ title }) => title.slice(0, 10))).toEqual([
      'Question 1',
      'Question 2',
    ]);
    expect(group.messages()[0]?.ask).toBeNull();
  });

  it('skips what is too late, and goes on with the next', async () => {
    const group = await backAt('2026-11-24 15:30');
    expect(group.messages()).toHaveLength(1);
    await group.at('2026-11-25 09:00');
    expect(group.messages()).toHaveLength(2);
  });

  it('posts at most once after ten days away', async () => {
    const group = await backAt('2026-12-03 10:00');
    expect(group.messages()).toHaveLength(2);
    await group.at('2026-12-04 09:00');
    expect(group.messages()).toHaveLength(3);
    expect(group.latest().title).toMatch(/^Question 3/);
  });

  it('starts two at once and posts once', async () => {
    const prefix = `t${randomBytes(6).toString('hex')}`;
    const one = await studyGroup({ now: '2026-11-23 08:00', more: { prefix } });
    const two = await studyGroup({
      now: '2026-11-23 08:00',
      more: { prefix },
      recorder: one.recorder,
    });
    await one.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await Promise.all([one.at('2026-11-23 09:00'), two.at('2026-11-23 09:00')]);
    await Promise.all([one.settle(), two.settle()]);
    expect(one.messages()).toHaveLength(1);
  });
});
