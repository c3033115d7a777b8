import { describe, expect, it } from 'vitest';
import { channelId, communityId } from '../../src/core/ids.ts';
import type { Ledger } from '../../src/ports/ledger.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

/** The next planning of a daily throws, with others and alone. */
function breakPlanning(group: StudyGroup, daily: string): void {
  const ledger = group.bot.parts.store.ledger as { plan: Ledger['plan'] };
  const { plan } = ledger;
  ledger.plan = async (...args) => {
    if (!args[0].some((each) => each.daily.id === daily)) return plan(...args);
    if (args[0].length === 1) ledger.plan = plan;
    throw new RangeError('no such time');
  };
}

describe('the chain of questions', () => {
  it('Q6 heals: planning that throws is told, and the following day is asked all the same', async () => {
    const reported: unknown[] = [];
    const report = (doing: string, cause: unknown) => void reported.push([doing, cause]);
    const group = await studyGroup({ now: '2026-11-23 08:00', more: { report } });
    await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    breakPlanning(group, 'd1');
    for (const day of ['24', '25', '26', '27']) await group.at(`2026-11-${day} 09:00`);
    expect(reported).toEqual([[expect.stringContaining('planning'), expect.any(RangeError)]]);
    expect(group.messages()).toHaveLength(5);
  });

  it('Q6 of one daily that cannot be planned keeps no other from its question', async () => {
    const group = await studyGroup({ now: '2026-11-23 08:00', more: { report: () => {} } });
    const olga = group.member('olga', true);
    await olga.types('/daily setup 09:00 daily UTC virtualization');
    await olga.types('/daily setup 08:30 daily UTC virtualization');
    await group.at('2026-11-23 09:00');
    breakPlanning(group, 'd1');
    await group.at('2026-11-24 09:00');
    const asked = group.messages().map(({ title }) => title.slice(0, 10));
    expect(asked.sort()).toEqual(['Question 1', 'Question 1', 'Question 2', 'Question 2']);
  });

  it('Q6 of one community whose rows are broken keeps no other from its question', async () => {
    const reported: string[] = [];
    const report = (doing: string) => void reported.push(doing);
    const group = await studyGroup({ now: '2026-11-23 08:00', more: { report } });
    const other = {
      community: communityId.of('recorder:other'),
      channel: channelId.of('study'),
      organiser: true,
    };
    const order = '/daily setup 09:00 daily UTC virtualization';
    await group.recorder.member('otto', other).types(order);
    await group.member('olga', true).types(order);
    const { connection, parts } = group.bot;
    await connection.rename(
      `${group.prefix}:{${other.community}}:due`,
      `${group.prefix}:{${other.community}}:lost`,
    );
    await connection.set(`${group.prefix}:{${other.community}}:due`, 'broken');
    await group.at('2026-11-23 09:00');
    // Nobody has seen what is due there: the next tick looks again.
    const next = await parts.store.ledger.communitiesDue(group.clock.now() + 60_000);
    expect(next).toContain(other.community);
    expect(group.messages()).toHaveLength(1);
    expect(reported).toEqual([`looking at what is due in ${other.community}`]);
  });
});
