import { describe, expect, it } from 'vitest';
import { otherKinds, smallDeck } from '../../conversations/small-deck.ts';
import { asked, nextDay } from './daily.ts';
import type { Open } from './group.ts';

const one = smallDeck.slice(0, 1);

/** When a card comes back: tomorrow is in one day. */
const daysIn = (text: string): number => Number(/in (\d+) days/.exec(text)?.[1] ?? 1);

export function ownStudyStories(open: Open): void {
  describe('/quiz solo', () => {
    it('asks, tells, goes on, and goes on where it was after a restart', async () => {
      const group = await open({ cards: smallDeck.slice(0, 2) });
      const ada = group.member('ada');
      await ada.types('/quiz solo');
      await ada.hears('Solo quiz 1 of 2');
      await ada.answersAlone('right one');
      expect(await ada.hears('Right')).toContain('Solo quiz · 1 of 2');
      await ada.presses('Next question');
      const second = await ada.hears('Solo quiz 2 of 2');
      const prompt = /Which option is the right one[^?]*\?/.exec(second)?.[0] ?? '';

      await group.restart();
      await ada.types('/quiz solo');
      expect(await ada.hears('Solo quiz 2 of 2')).toContain(prompt);
      await ada.answersAlone('wrong two');
      expect(await ada.hears('Not this time')).toContain('Two is wrong.');
      await ada.presses('Next question');
      const over = await ada.hears('Your solo quiz is over: 1 of 2 right');
      expect(over).toContain('These come back in /review:');
      expect(group.shown()).toBe('');
    });
  });

  describe('/review', () => {
    it('brings back a question of the day that was missed, and takes an answer back', async () => {
      const group = await asked(open, { cards: one });
      const bob = group.member('bob');
      await bob.answers('wrong one');
      await bob.hears('Not this time');
      await bob.types('/review');
      await bob.hears('Nothing is due now');
      await nextDay(group);
      await bob.types('/review');
      expect(await bob.hears('Review · alpha')).toContain('1 card due');
      await bob.answersAlone('wrong two');
      expect(await bob.hears('Not this time')).toContain('This card comes back tomorrow.');
      await bob.presses('Undo');
      expect(await bob.hears('Review · alpha')).toContain('1 card due');
      await bob.answersAlone('right one');
      expect(await bob.hears('Right')).toMatch(/This card comes back in \d+ days\./);
      await bob.types('/review');
      await bob.hears('Nothing is due now');
    });

    it('turns flash cards and takes again, hard, good or easy', async () => {
      const group = await open({ cards: [otherKinds.flash] });
      const ada = group.member('ada');
      await ada.types('/quiz solo');
      await ada.hears('Solo quiz 1 of 1');
      await ada.presses('Show the answer');
      await ada.hears('A call of the guest kernel');
      await ada.presses('No');
      await ada.hears('Solo quiz · 1 of 1');
      await group.at('2026-11-24 08:00');
      await ada.types('/review');
      await ada.hears('Review · nu');
      const days: number[] = [];
      for (const rating of ['Again', 'Hard', 'Good', 'Easy']) {
        await ada.presses('Show the answer');
        await ada.hears('A call of the guest kernel');
        await ada.presses(rating);
        days.push(daysIn(await ada.hears('This card comes back')));
        await ada.presses('Undo');
        await ada.hears('Review · nu');
      }
      expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
      expect(days[0]).toBe(1);
    });
  });
}
