import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { Reply } from '../../src/chat/view.ts';
import { studyGroup } from './study-group.ts';

const read = (reply: Reply): string =>
  reply.kind === 'view' ? plainText(reply.view, { member: (id) => id }) : reply.kind;

/** Kiritimati asked for the 24th; in Honolulu, 24 hours behind, the 23rd has just begun. */
async function movedWest() {
  const group = await studyGroup({ now: '2026-11-23 09:00' });
  const olga = group.member('olga', true);
  await olga.types('/daily setup 00:30 daily Pacific/Kiritimati virtualization');
  await group.at('2026-11-23 10:30');
  const edited = read(await olga.types('/daily edit zone=Pacific/Honolulu when=12:00'));
  return { group, olga, edited };
}

describe('a daily moved to a zone whose calendar is behind', () => {
  it('says when it asks next, and asks then', async () => {
    const { group, olga, edited } = await movedWest();
    expect(edited).toContain('It asks next:\n- Wed 25 Nov 12:00');
    expect(read(await olga.types('/daily list'))).toContain('Wed 25 Nov 12:00');
    await group.at('2026-11-23 22:00');
    expect(group.messages()).toHaveLength(1);
    await group.at('2026-11-24 22:00');
    expect(group.messages()).toHaveLength(1);
    await group.at('2026-11-25 22:00');
    expect(group.messages()).toHaveLength(2);
    await group.at('2026-11-25 22:01');
    expect(group.messages().map(({ ask }) => ask !== null)).toEqual([false, true]);
  });

  it('does not ask for a day before the one that it asked for last', async () => {
    const { group, olga } = await movedWest();
    expect(read(await olga.types('/daily now'))).toContain('posted already');
    await group.settle();
    expect(group.messages()).toHaveLength(1);
  });
});
