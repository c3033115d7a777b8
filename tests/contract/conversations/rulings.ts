import { describe, expect, it } from 'vitest';
import { otherKinds } from '../../conversations/small-deck.ts';
import { asked, nextDay } from './daily.ts';
import { type Group, hasRow, type Open } from './group.ts';

/** A closed question in which bob appealed. */
async function appealed(open: Open): Promise<Group> {
  const group = await asked(open, { cards: [otherKinds.typed] });
  const [ada, bob] = [group.member('ada'), group.member('bob')];
  await bob.answers('control block');
  await bob.hears('Not this time');
  await bob.presses('I was right');
  expect(await bob.hears('Your appeal is with the organisers')).toContain('"control block"');
  await ada.hears('Somebody appeals question 1');
  await nextDay(group);
  await ada.types('/deck rulings');
  const shown = await ada.hears('Appeal 1: was this right?');
  expect(shown).toContain('The answer: control block');
  expect(shown).toContain('The key: VMCS');
  return group;
}

/** Lets one notice after another go out. */
async function tellAll(group: Group): Promise<void> {
  for (const second of [1, 2, 3, 4]) await group.at(`2026-11-24 09:01:0${second}`);
}

const timesIn = (text: string, words: string): number => text.split(words).length - 1;

export function rulingStories(open: Open): void {
  describe('"I was right"', () => {
    it('accepted rescores the answer, tells its member once, and is in the standings', async () => {
      const group = await appealed(open);
      const [ada, bob] = [group.member('ada'), group.member('bob')];
      await ada.presses('Accept');
      const accepted = await ada.hears('Appeal 1: the answer is accepted');
      expect(accepted).toContain('1 answer counts as right now, and its member is told.');
      await tellAll(group);
      await bob.hears('The organisers have accepted "control block"');
      expect(timesIn(bob.told(), 'The organisers have accepted')).toBe(1);
      await bob.types('/leaderboard all');
      expect(hasRow(await group.shows('Leaderboard'), 1, 'bob', '10 points')).toBe(true);
    });

    it('rejected leaves the answer as it is, and tells its member so once', async () => {
      const group = await appealed(open);
      const [ada, bob] = [group.member('ada'), group.member('bob')];
      await ada.presses('Reject');
      await ada.hears('Appeal 1: the answer stays wrong');
      await tellAll(group);
      await bob.hears('it stays as it was graded');
      expect(timesIn(bob.told(), 'it stays as it was graded')).toBe(1);
      await bob.types('/leaderboard all');
      expect(hasRow(await group.shows('Leaderboard'), 1, 'bob', '0 points')).toBe(true);
    });
  });

  describe('"Report this question"', () => {
    it('asks what is wrong, and organisers see how often, not who', async () => {
      const group = await asked(open, { cards: [otherKinds.typed] });
      const [ada, bob] = [group.member('ada'), group.member('bob')];
      await bob.answers('VMCS');
      await bob.hears('Right: +10 points');
      await bob.presses('Report this question');
      await bob.hears('What is wrong with this question?');
      await bob.presses('Unclear');
      await bob.hears('Reported: unclear');
      await ada.types('/deck reports');
      const reports = await ada.hears('Reported questions');
      expect(reports).toContain('typed (virtualization): unclear 1');
      expect(reports).not.toContain('bob');
    });
  });
}
