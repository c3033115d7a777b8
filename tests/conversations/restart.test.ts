import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { dailyId } from '../../src/core/ids.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

/** A group whose bot stopped on Tuesday a minute before nine, Monday's question open. */
async function stopped(): Promise<StudyGroup> {
  const prefix = `t${randomBytes(6).toString('hex')}`;
  const before = await studyGroup({ now: '2026-11-23 08:00', more: { prefix } });
  await before.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await before.at('2026-11-23 09:00');
  await before.at('2026-11-24 08:59');
  await before.bot.stop();
  return before;
}

/** Another process of the same bot, on the same network. */
function another({ prefix, recorder }: StudyGroup, moment: string): Promise<StudyGroup> {
  return studyGroup({ now: moment, more: { prefix }, recorder });
}

/** The bot that comes back at `moment`. */
async function backAt(moment: string): Promise<StudyGroup> {
  const after = await another(await stopped(), moment);
  await after.settle();
  return after;
}

/** What the ledger says became of each day. */
async function fates({ bot }: StudyGroup): Promise<string[]> {
  const rows = await bot.parts.store.ledger.occurrences(COMMUNITY, dailyId.of('d1'));
  return rows.map(({ day, state }) =>
    state.kind === 'skipped' ? `${day} ${state.kind}: ${state.reason}` : `${day} ${state.kind}`,
  );
}

describe('coming back after a stop', () => {
  it('Q3 posts late, once, after two minutes away around the due time', async () => {
    const group = await backAt('2026-11-24 09:01');
    await group.at('2026-11-24 09:02');
    expect(group.messages().map(({ ask }) => ask !== null)).toEqual([false, true]);
    expect(await fates(group)).toContain('2026-11-24 posted');
  });

  it('Q3 posts late, once, within the catch-up limit', async () => {
    const group = await backAt('2026-11-24 10:30');
    await group.settle();
    expect(group.messages().map(({ title }) => title.slice(0, 10))).toEqual([
      'Question 1',
      'Question 2',
    ]);
    expect(group.messages()[0]?.ask).toBeNull();
  });

  it('Q3 skips what is too late, says why, and goes on with the next', async () => {
    const group = await backAt('2026-11-24 15:00:01');
    expect(group.messages()).toHaveLength(1);
    expect(await fates(group)).toContain('2026-11-24 skipped: it was too late to catch up');
    await group.at('2026-11-25 09:00');
    expect(group.messages()).toHaveLength(2);
  });

  it('Q3 posts at most once after ten days away', async () => {
    const group = await backAt('2026-12-04 10:00');
    expect(group.messages()).toHaveLength(2);
    expect((await fates(group)).filter((fate) => fate.includes('posted'))).toEqual([
      '2026-11-23 posted',
      '2026-12-04 posted',
    ]);
    await group.at('2026-12-05 09:00');
    expect(group.messages()).toHaveLength(3);
    expect(group.latest().title).toMatch(/^Question 3/);
  });

  it('Q4 drops no overdue question, though eight processes start together', async () => {
    const before = await stopped();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => another(before, '2026-11-24 09:30')),
    );
    await Promise.all(all.map((group) => group.settle()));
    await Promise.all(all.map((group) => group.at('2026-11-24 09:31')));
    expect(before.messages().map(({ ask }) => ask !== null)).toEqual([false, true]);
  });

  it('Q4 asks each question once through twenty starts in a row, one of them at the due second', async () => {
    const before = await stopped();
    for (let start = 0; start < 20; start++) {
      const group = await another(before, `2026-11-24 09:00:${String(start).padStart(2, '0')}`);
      // Half of them stop while their jobs are under way.
      if (start % 2 === 0) await group.bot.tick();
      else await group.settle();
      await group.bot.stop();
    }
    const last = await another(before, '2026-11-24 09:05');
    await last.settle();
    expect(last.messages().map(({ ask }) => ask !== null)).toEqual([false, true]);
  });

  it('Q4 posts once where two processes look in the same moment', async () => {
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
