import { describe, expect, it } from 'vitest';
import { asked, nextDay } from './daily.ts';
import { hasRow, type Open } from './group.ts';

export function numberStories(open: Open): void {
  describe('what members learn of themselves', () => {
    it('is their streak and their statistics, to them alone', async () => {
      const group = await asked(open);
      const bob = group.member('bob');
      await bob.types('/me stats');
      await bob.hears('They begin with your first answer.');
      await bob.types('/streak');
      await bob.hears('No streak yet');
      await bob.answers('right one');
      await bob.hears('Right: +10 points');
      await nextDay(group);
      await bob.types('/streak');
      await bob.hears('Streak: 1 round');
      await bob.types('/me stats');
      const shown = await bob.hears('Your statistics');
      expect(shown).toContain('10 points, rank 1 of 1');
      expect(shown).toContain('1 of 1 graded answers right: 100 %.');
      expect(group.shown()).not.toContain('Your statistics');
      expect(group.shown()).not.toContain('Streak: 1 round');
    });

    it('is shown to nobody else once they hide', async () => {
      const group = await asked(open);
      const [ada, bob] = [group.member('ada'), group.member('bob')];
      for (const member of [ada, bob]) {
        await member.answers('right one');
        await member.hears('Right: +10 points');
      }
      await nextDay(group);
      await bob.types('/me hide');
      await bob.hears('hidden');
      await ada.types('/leaderboard all');
      const board = await group.shows('Leaderboard');
      expect(hasRow(board, 1, 'ada', '10 points')).toBe(true);
      expect(board).not.toContain('bob');
      await bob.types('/me stats');
      await bob.hears('You are hidden: only you see this rank.');
    });
  });

  describe('a channel whose language is German', () => {
    it('reads question, reveal and leaderboard in it', async () => {
      const group = await asked(open, { language: 'de' });
      const bob = group.member('bob');
      await group.shows('Frage 1 · ');
      await bob.answers('right one');
      await bob.hears('+10 ');
      await nextDay(group);
      const reveal = await group.shows('Frage 1 ist geschlossen');
      expect(reveal).toContain('1 Mitglied hat geantwortet, 1 richtig');
      await bob.types('/leaderboard all');
      const board = await group.shows('Rangliste · insgesamt');
      expect(hasRow(board, 1, 'bob', '10 Punkte')).toBe(true);
    });
  });
}
