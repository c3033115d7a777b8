import { describe, expect, it } from 'vitest';
import { quizTexts } from '../../../src/chat/texts/en/quiz.ts';
import { hasRow, type Open } from './group.ts';
import { begun } from './quiz.ts';

export function quizModeStories(open: Open): void {
  describe('a quiz', () => {
    it('as a race tells the points with the reveal: they fade from the first right answer on', async () => {
      const group = await begun(open, 'count=1 mode=race');
      const { ada, bob, cem } = group;
      await group.at('2026-11-23 08:00:41');
      await ada.answers('right one');
      expect(await ada.hears('Right')).toContain('The points come with the reveal.');
      await group.at('2026-11-23 08:00:56');
      await bob.answers('right one');
      await bob.hears('Right');
      await cem.answers('wrong one');
      await cem.hears('Not this time');
      await group.settle();
      const reveal = await group.shows('Quiz question 1 of 1 is closed');
      expect(hasRow(reveal, 1, 'ada', '10 points')).toBe(true);
      expect(hasRow(reveal, 2, 'bob', '8 points')).toBe(true);
      expect(hasRow(reveal, 3, 'cem', '0 points')).toBe(true);
    });

    it('as an exam tells nothing before the end', async () => {
      const group = await begun(open, 'count=1 mode=exam', ['ada', 'bob']);
      const { ada, bob } = group;
      for (const [member, words] of [
        [ada, 'right one'],
        [bob, 'wrong one'],
      ] as const) {
        await member.answers(words);
        const said = await member.hears('Your answer is recorded');
        expect(said).toContain('Right or wrong comes at the end of the quiz.');
        expect(said).not.toContain('explanation');
      }
      await group.settle();
      const closed = await group.shows('2 members answered; right and wrong come at the end.');
      expect(closed).not.toContain('explanation');
      await group.at('2026-11-23 08:01:10');
      const table = await group.shows('The quiz on Virtualization is over');
      expect(hasRow(table, 1, 'ada', '10 points')).toBe(true);
      await bob.presses('What I missed');
      await bob.hears('The explanation of');
    });

    it('of survival puts out who is wrong, lets nobody in late, and ends when one is left', async () => {
      const group = await begun(open, 'count=3 mode=survival');
      const { ada, bob, cem } = group;
      await ada.answers('right one');
      await ada.hears('You are still in.');
      await bob.answers('right one');
      await bob.hears('You are still in.');
      await cem.answers('wrong one');
      await cem.hears('You are out.');
      await group.settle();
      await group.shows('2 members still in.');
      await group.at('2026-11-23 08:00:40');
      await group.shows('Quiz question 2 of 3');
      await cem.answers('right one');
      await cem.hears(quizTexts.quiz.refused.out);
      await ada.answers('right one');
      await ada.hears('You are still in.');
      await bob.answers('wrong one');
      await bob.hears('You are out.');
      await group.settle();
      await group.at('2026-11-23 08:01:11');
      const table = await group.shows('The quiz on Virtualization is over');
      expect(hasRow(table, 1, 'ada', 'stayed in for 2 questions')).toBe(true);
      expect(hasRow(table, 2, 'bob', 'stayed in for 1 question')).toBe(true);
    });

    it('of teams draws them and counts their average', async () => {
      const group = await begun(open, 'count=1 mode=teams');
      for (const player of [group.ada, group.bob, group.cem]) {
        await player.answers('right one');
        expect(await player.hears('Right')).toMatch(/You play for the (Guests|Hypervisors)\./);
      }
      await group.settle();
      const reveal = await group.shows('Quiz question 1 of 1 is closed');
      expect(reveal).toMatch(/1\. (Guests|Hypervisors) · 10 points each: /);
    });
  });
}
