import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => id }) : reply.kind;

/** A group whose machine slept from Monday night to Tuesday afternoon: Tuesday's question is skipped. */
async function afterASkip(): Promise<StudyGroup> {
  const group = await studyGroup({ now: '2026-11-23 08:00' });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  await group.at('2026-11-24 16:00');
  expect(group.messages()).toHaveLength(1);
  return group;
}

describe('a day whose question was skipped', () => {
  it('can still have it by /daily now, once', async () => {
    const group = await afterASkip();
    const olga = group.member('olga', true);
    expect(read(await olga.types('/daily now'))).toContain('on its way');
    await group.settle();
    expect(group.messages()).toHaveLength(2);
    expect(group.latest().ask).not.toBeNull();
    expect(read(await olga.types('/daily now'))).toContain('has been posted already');
  });

  it('has it at the new time where the daily is moved to later that day', async () => {
    const group = await afterASkip();
    const olga = group.member('olga', true);
    expect(read(await olga.types('/daily edit when=18:00'))).toContain('Tue 24 Nov 18:00');
    await group.at('2026-11-24 18:00');
    await group.settle();
    expect(group.messages()).toHaveLength(2);
    await group.at('2026-11-25 18:00');
    expect(group.messages()).toHaveLength(3);
  });
});
