import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import { studyGroup } from './study-group.ts';

async function asked() {
  const group = await studyGroup({ now: '2026-11-23 08:00' });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return group;
}

describe('an edit while a question is open', () => {
  it('keeps it open until the next one falls due at its new, later time', async () => {
    const group = await asked();
    await group.member('olga', true).types('/daily edit when=18:00');
    expect(plainText(group.latest(), { member: (id) => id })).toContain('closes Tue 24 Nov 18:00');
    await group.at('2026-11-24 17:59');
    expect(group.latest().ask).not.toBeNull();
    await group.member('ada').picks('A');
    expect((await group.member('ada').next()).tone).not.toBe('refusal');
    await group.at('2026-11-24 18:01');
    expect(group.messages().map(({ ask }) => ask !== null)).toEqual([false, true]);
  });

  it('closes it when the next one falls due at its new, earlier time', async () => {
    const group = await asked();
    await group.member('olga', true).types('/daily edit when=08:00');
    await group.at('2026-11-24 08:01');
    expect(group.messages().map(({ ask }) => ask !== null)).toEqual([false, true]);
  });

  it('does not open one again that was over', async () => {
    const group = await asked();
    group.clock.moveTo(Date.parse('2026-11-24T09:00:02Z'));
    await group.member('olga', true).types('/daily edit when=18:00');
    await group.at('2026-11-24 09:01');
    expect(group.messages()[0]?.ask).toBeNull();
  });
});
