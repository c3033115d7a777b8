import { describe, expect, it } from 'vitest';
import { type Group, type GroupOptions, hasBar, hasRow, type Open } from './group.ts';

/** A daily whose first question stands. */
export async function asked(open: Open, options: GroupOptions = {}): Promise<Group> {
  const group = await open(options);
  const ada = group.member('ada');
  await ada.types('/daily setup 09:00 daily UTC virtualization');
  await ada.hears('is set up');
  await group.at('2026-11-23 09:00');
  return group;
}

/** The next question is due, and the one before it is closed. */
export async function nextDay(group: Group): Promise<void> {
  await group.at('2026-11-24 09:00');
  await group.at('2026-11-24 09:01');
}

export function dailyStories(open: Open): void {
  describe('the question of the day', () => {
    it('is asked, answered in private, revealed, and counted in the standings', async () => {
      const group = await asked(open);
      const [ada, bob] = [group.member('ada'), group.member('bob')];
      await group.shows('Question 1');
      await ada.answers('right one');
      expect(await ada.hears('Right: +10 points')).toContain('Source:');
      expect(bob.told()).toBe('');
      await bob.answers('wrong one');
      await bob.hears('Not this time');
      await bob.answers('right one');
      await bob.hears('your first answer counts');
      expect(ada.told()).not.toContain('Not this time');
      expect(group.shown()).not.toContain('Right: +10 points');

      await nextDay(group);
      const reveal = await group.shows('2 members answered, 1 right');
      expect(hasBar(reveal, 'right one', 1)).toBe(true);
      expect(hasBar(reveal, 'wrong two', 0)).toBe(true);
      await group.shows('Question 2');
      await bob.types('/leaderboard');
      const board = await group.shows('Leaderboard');
      expect(hasRow(board, 1, 'ada', '10 points')).toBe(true);
      expect(hasRow(board, 2, 'bob', '0 points')).toBe(true);
    });

    it('becomes its reveal, in the same place', async ({ skip }) => {
      const group = await asked(open);
      if (group.scrolls) skip('what was shown stays as it was');
      await group.shows('Question 1 · ');
      await group.member('bob').answers('right one');
      await group.member('bob').hears('Right: +10 points');
      await nextDay(group);
      await group.shows('1 member answered, 1 right');
      expect(group.shown()).not.toContain('Question 1 · ');
    });
  });
}
