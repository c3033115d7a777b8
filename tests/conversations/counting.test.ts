import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/chat/plain.ts';
import type { View } from '../../src/chat/view.ts';
import { PlatformFault } from '../../src/ports/platform.ts';
import { COMMUNITY, type StudyGroup, studyGroup } from './study-group.ts';

const text = (view: View): string => plainText(view, { member: (id) => id });
const edits = ({ recorder }: StudyGroup) => recorder.log.filter(({ kind }) => kind === 'edit');
const shown = (group: StudyGroup): string => text(group.latest());

/** A group whose question stands since 09:00. */
async function asked(options: Parameters<typeof studyGroup>[0] = {}): Promise<StudyGroup> {
  const group = await studyGroup({ now: '2026-11-23 08:00', ...options });
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return group;
}

async function answer(group: StudyGroup, ...names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => group.member(name).picks('A')));
  await group.settle();
}

const names = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, at) => `m${from + at}`);

describe('an open question', () => {
  it('says how many have answered, and nothing else of it changes', async () => {
    const group = await asked();
    const before = shown(group);
    await answer(group, 'ada', 'bob');
    expect(shown(group)).toBe(before);
    await group.at('2026-11-23 09:01');
    expect(shown(group)).toBe(`${before} · 2 answered`);
    expect(edits(group)).toHaveLength(1);
  });

  it('is edited once for 200 answers of a minute, and once for those of the next', async () => {
    const group = await asked();
    await answer(group, ...names(200));
    for (const second of ['00:20', '00:40', '01:00', '01:20']) {
      await group.at(`2026-11-23 09:${second}`);
    }
    expect(edits(group)).toHaveLength(1);
    expect(shown(group)).toContain('200 answered');
    await answer(group, ...names(3, 200));
    await answer(group, ...names(3, 203));
    await group.at('2026-11-23 09:02');
    expect(edits(group)).toHaveLength(2);
    expect(shown(group)).toContain('206 answered');
    await group.at('2026-11-23 09:03');
    expect(edits(group)).toHaveLength(2);
  });

  it('tells nothing of who was right', async () => {
    const [one, other] = await Promise.all([asked(), asked()]);
    await one.member('ada').picks('A');
    await other.member('ada').picks('B');
    for (const group of [one, other]) {
      await group.settle();
      await group.at('2026-11-23 09:01');
      expect(shown(group)).toContain('1 answered');
    }
    const footer = (group: StudyGroup) => JSON.stringify(group.latest().footer);
    expect(footer(one)).toBe(footer(other));
  });

  it('keeps its count after the first hour, until the reveal', async () => {
    const group = await asked();
    await answer(group, 'ada');
    await group.at('2026-11-23 09:01');
    await group.at('2026-11-23 10:00');
    await answer(group, 'bob');
    for (const minute of ['10:01', '10:02', '12:00']) await group.at(`2026-11-23 ${minute}`);
    expect(edits(group)).toHaveLength(1);
    await group.at('2026-11-24 09:00:05');
    const [, reveal] = edits(group);
    expect(edits(group)).toHaveLength(2);
    expect(reveal?.kind === 'edit' && text(reveal.view)).toContain('2 members answered');
  });

  it('keeps what is due through a restart', async () => {
    const group = await asked();
    await answer(group, 'ada');
    await group.bot.stop();
    const again = await studyGroup({
      now: '2026-11-23 09:05',
      recorder: group.recorder,
      more: { prefix: group.prefix },
    });
    await again.settle();
    expect(shown(again)).toContain('1 answered');
    expect(edits(again)).toHaveLength(1);
  });

  it('stays as it is on a platform whose edits are no secret', async () => {
    const group = await asked();
    Object.assign(group.recorder, { editsQuietly: false });
    await answer(group, 'ada');
    await group.at('2026-11-23 09:01');
    expect(edits(group)).toEqual([]);
  });

  it('shows the next count where one could not be shown', async () => {
    const faults: string[] = [];
    const report = (doing: string): unknown => faults.push(doing);
    const group = await asked({ more: { report } });
    await answer(group, 'ada');
    group.recorder.failNext('edit', new PlatformFault('busy', 'later'));
    await group.at('2026-11-23 09:01');
    await answer(group, 'bob');
    await group.at('2026-11-23 09:02');
    expect(shown(group)).toContain('2 answered');
    expect(faults).toEqual([expect.stringContaining('showing how many answered')]);
  });
});

describe('a reveal', () => {
  it('is not overwritten by a count that was due', async () => {
    const group = await asked();
    await answer(group, 'ada');
    await group.member('olga', true).types('/daily pause d1');
    await group.at('2026-11-23 09:01');
    await group.settle();
    expect(shown(group)).toContain('is closed');
  });

  it('wins over a count whose edit takes longer than the close', async () => {
    const group = await asked();
    await answer(group, 'ada');
    const edit = group.recorder.edit;
    group.recorder.edit = async (message, view) => {
      group.recorder.edit = edit;
      await group.member('olga', true).types('/daily pause d1');
      group.clock.moveTo(group.clock.now() + 5_000);
      await group.bot.tick();
      await group.recorder.until('the reveal', (sent) => sent.kind === 'edit');
      await edit(message, view);
    };
    await group.at('2026-11-23 09:01');
    await group.settle();
    expect(edits(group).map((sent) => sent.view.title.includes('is closed'))).toEqual([
      true,
      false,
      true,
    ]);
    expect(shown(group)).toContain('1 member answered');
  });

  it('comes back where the process died with a count on its way', async () => {
    const group = await asked();
    await answer(group, 'ada');
    const ask = group.latest().ask;
    const store = group.bot.parts.store;
    const read = () => store.rounds.get(COMMUNITY, ask?.round as never);
    const round = await read();
    if (!round?.message) throw new Error('no question stands');
    const open = group.latest();
    // What a process does before it dies: its edit is on the way and arrives last.
    expect(await store.counts.begin(round)).toBe(1);
    await group.member('olga', true).types('/daily pause d1');
    await group.at('2026-11-23 09:00:30');
    expect(shown(group)).toContain('is closed');
    await group.recorder.edit(round.message, open);
    await group.at('2026-11-23 09:01');
    await group.settle();
    expect(shown(group)).toContain('is closed');
  });
});
