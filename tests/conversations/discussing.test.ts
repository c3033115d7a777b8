import { describe, expect, it } from 'vitest';
import { PlatformFault } from '../../src/ports/platform.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

async function groupAtNine(): Promise<StudyGroup> {
  const group = await studyGroup({});
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  return group;
}

async function answers(group: StudyGroup, name: string, option = 'right one'): Promise<void> {
  const member = group.member(name);
  await member.picks(option);
  await member.next();
  await group.bot.jobs.settled();
}

describe('the talk about a question', () => {
  const talks = ({ recorder }: StudyGroup) =>
    recorder.log.flatMap((sent) => (sent.kind === 'discuss' ? [sent.view.title] : []));
  const group = async (): Promise<StudyGroup> => {
    const made = await studyGroup({ rules: { discussion: 'thread' } });
    await made.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
    await made.at('2026-11-23 09:00');
    return made;
  };
  const close = async (made: StudyGroup): Promise<void> => {
    await made.at('2026-11-24 09:00');
    await made.at('2026-11-24 09:01');
  };

  it('opens once, when the answer is shown', async () => {
    const made = await group();
    await answers(made, 'ada');
    expect(talks(made)).toEqual([]);
    await close(made);
    expect(talks(made)).toEqual([expect.stringMatching(/^Question 1 · /)]);
    await made.member('olga', true).types('/daily rekey key=B round=1');
    await made.at('2026-11-24 09:05');
    expect(talks(made)).toHaveLength(1);
  });

  it('does not open where nobody answered, nor where the setting says none', async () => {
    const silent = await group();
    await close(silent);
    expect(talks(silent)).toEqual([]);
    const without = await groupAtNine();
    await answers(without, 'ada');
    await close(without);
    expect(talks(without)).toEqual([]);
  });

  it('is tried again where it certainly did not open, and not where it may have', async () => {
    const later = await group();
    await answers(later, 'ada');
    later.recorder.failNext('discuss', new PlatformFault('wait', 'later'));
    await close(later);
    await later.recorder.until('the talk', ({ kind }) => kind === 'discuss');
    await later.at('2026-11-24 09:02');
    expect(talks(later)).toHaveLength(1);
    const unknown = await group();
    await answers(unknown, 'ada');
    unknown.recorder.failNext('discuss', new PlatformFault('lost', 'unknown'));
    await close(unknown);
    await unknown.at('2026-11-24 09:02');
    expect(talks(unknown)).toEqual([]);
  });
});
