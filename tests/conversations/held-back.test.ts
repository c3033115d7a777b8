import { describe, expect, it } from 'vitest';
import type { Member } from '../../src/platforms/recorder/member.ts';
import { typed } from './own-study.ts';
import { answers, begun, read } from './quiz-group.ts';
import { smallDeck } from './small-deck.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

const one = { cards: smallDeck.slice(0, 1) };
type Group = StudyGroup & { readonly ada: Member; readonly bob: Member };

/** Ada is right and Bob is wrong in an exam that waits for a third. */
async function inExam(): Promise<Group> {
  const group = await begun('count=1 mode=exam', ['ada', 'bob', 'cem'], one);
  const [ada, bob] = group.players as [Member, Member];
  await answers(ada, 'right one');
  await answers(bob, 'wrong one');
  return { ...group, ada, bob };
}

/** As in an exam, in a daily whose verdicts wait for the reveal. */
async function beforeTheReveal(): Promise<Group> {
  const group = await studyGroup({ ...one, rules: { verdict: 'at-the-reveal' } });
  const [ada, bob] = [group.member('ada'), group.member('bob')];
  await group.member('olga', true).types('/daily setup 09:00 daily UTC virtualization');
  await group.at('2026-11-23 09:00');
  await answers(ada, 'right one');
  await answers(bob, 'wrong one');
  return { ...group, ada, bob };
}

/** What the member's file says of their review. */
async function reviewIn(member: Member): Promise<unknown> {
  const { blocks } = await typed(member, '/me export');
  const file = blocks.find(({ kind }) => kind === 'file');
  return JSON.parse(file?.kind === 'file' ? file.text : '{}').review;
}

describe.each([
  [
    'an exam that goes on',
    inExam,
    ['2026-11-23 08:01:00', '2026-11-23 08:01:10', '2026-11-23 08:01:20'],
  ],
  ['a daily that tells at the reveal', beforeTheReveal, ['2026-11-24 09:00', '2026-11-24 09:01']],
] as const)('the verdict of %s', (_, answered, end) => {
  async function over(group: Group): Promise<void> {
    for (const moment of end) await group.at(moment);
  }

  it('is in no export, whether or not the review was opened', async () => {
    const group = await answered();
    const { ada, bob } = group;
    for (const member of [ada, bob]) {
      expect(await reviewIn(member)).toEqual({ cards: [], learned: [] });
    }
    await typed(ada, '/review');
    expect(await reviewIn(ada)).toEqual({ cards: [], learned: [] });
    await over(group);
    expect(await reviewIn(ada)).toMatchObject({ cards: [{ card: 'virtualization/single-one' }] });
    expect(await reviewIn(bob)).toMatchObject({ learned: [{ rating: 'again' }] });
  });

  it('is in no count of /me stats', async () => {
    const group = await answered();
    const { ada, bob } = group;
    const seen = async (member: Member) => read(await typed(member, '/me stats'));
    expect(await seen(ada)).toBe(await seen(bob));
    expect(await seen(ada)).not.toContain('in your review');
    await over(group);
    expect(await seen(ada)).toContain('1 of 1 card in your review known.');
    expect(await seen(bob)).toContain('0 of 1 card in your review known.');
  });

  it('is in no day on which a card comes back', async () => {
    const group = await answered();
    const { ada, bob } = group;
    for (const member of [ada, bob]) {
      expect(read(await typed(member, '/review'))).toBe('Nothing is due now');
    }
    await over(group);
    expect(read(await typed(ada, '/review'))).toMatch(/1 card comes next, in \d+ days\./);
  });
});
