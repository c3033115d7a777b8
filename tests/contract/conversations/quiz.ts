import { describe, expect, it } from 'vitest';
import { quizTexts } from '../../../src/chat/texts/en/quiz.ts';
import { otherKinds } from '../../conversations/small-deck.ts';
import { type Group, type GroupOptions, hasBar, hasRow, type Open, type Speaker } from './group.ts';

const { quiz: texts } = quizTexts;

interface Players extends Group {
  readonly ada: Speaker;
  readonly bob: Speaker;
  readonly cem: Speaker;
}

/** A quiz that ada started and these have joined, at its first question. */
export async function begun(
  open: Open,
  options: string,
  names: readonly string[] = ['ada', 'bob', 'cem'],
  more: GroupOptions = {},
): Promise<Players> {
  const group = await open(more);
  const [ada, bob, cem] = ['ada', 'bob', 'cem'].map((name) => group.member(name)) as [
    Speaker,
    Speaker,
    Speaker,
  ];
  await ada.types(`/quiz start ${options}`);
  await group.shows('Quiz: ');
  for (const name of names) {
    const member = group.member(name);
    await member.presses('Join');
    await member.hears('You are in');
  }
  await group.at('2026-11-23 08:00:31');
  await group.shows('Quiz question 1 of');
  return { ...group, ada, bob, cem };
}

export function quizStories(open: Open): void {
  describe('a live quiz', () => {
    it('is announced, joined, asked, answered in private, revealed, stopped and summed up', async () => {
      const group = await begun(open, 'count=2', ['ada', 'bob']);
      const { ada, bob } = group;
      await ada.answers('right one');
      await ada.hears('Right: +10 points');
      await bob.answers('wrong one');
      await bob.hears('Not this time');
      expect(group.shown()).not.toContain('Right: +10 points');
      await group.settle();
      const reveal = await group.shows('Quiz question 1 of 2 is closed');
      expect(reveal).toContain('The table so far:');
      expect(hasRow(reveal, 1, 'ada', '10 points')).toBe(true);
      expect(hasRow(reveal, 2, 'bob', '0 points')).toBe(true);
      expect(hasBar(reveal, 'right one', 1)).toBe(true);
      expect(hasBar(reveal, 'wrong one', 1)).toBe(true);
      expect(hasBar(reveal, 'wrong two', 0)).toBe(true);

      await bob.types('/quiz stop');
      await bob.hears(texts.stop.notYours);
      await ada.types('/quiz stop');
      await group.shows('The quiz is stopped');
      await group.settle();
      const table = await group.shows('The quiz on Virtualization is over');
      expect(hasRow(table, 1, 'ada', '10 points')).toBe(true);
      expect(hasRow(table, 2, 'bob', '0 points')).toBe(true);
      await bob.presses('What I missed');
      expect(await bob.hears('You had 0 of 1 right')).toContain('You answered: ');
    });

    it('skips a question that more than half do not want, and it counts for nothing', async () => {
      const group = await begun(open, 'count=1');
      const { ada, bob, cem } = group;
      await ada.presses('Skip');
      await ada.hears('1 of the 2 that it takes');
      await group.member('dan').types('/quiz skip');
      await group.member('dan').hears(texts.onlyPlayersSkip);
      await cem.answers('right one');
      await cem.hears('Right: +10 points');
      await bob.types('/quiz skip');
      await group.shows(texts.skipped);
      await group.settle();
      await group.shows(texts.reveal.skipped);
      await group.at('2026-11-23 08:01');
      const table = await group.shows('The quiz on Virtualization is over');
      expect(hasRow(table, 1, 'cem', '10 points')).toBe(false);
    });

    it('lets somebody join late by answering, and says so', async () => {
      const group = await begun(open, 'count=2', ['ada', 'bob']);
      const { ada, bob, cem } = group;
      for (const member of [ada, bob]) {
        await member.answers('right one');
        await member.hears('Right: +10 points');
      }
      await group.settle();
      await group.at('2026-11-23 08:00:40');
      await group.shows('Quiz question 2 of 2');
      await cem.answers('right one');
      await cem.hears('You joined at question 2.');
    });

    it('lets somebody join late by the button, and says from where on', async ({ skip }) => {
      const group = await begun(open, 'count=1', ['ada']);
      if (group.scrolls) skip('only the buttons shown last can be pressed');
      await group.bob.presses('Join');
      await group.bob.hears('The quiz is under way: you play from question 1 on.');
    });

    it('gives a hint that costs points', async () => {
      const group = await begun(open, 'count=1', ['ada', 'bob'], { cards: [otherKinds.typed] });
      const { ada, bob } = group;
      await ada.presses('Hint');
      expect(await ada.hears('Four letters.')).toContain('It costs 3 points of this question');
      await ada.answers('VMCS');
      await ada.hears('Right: +8 points');
      await bob.answers('VMCS');
      await bob.hears('Right: +10 points');
      await group.settle();
      const reveal = await group.shows('Quiz question 1 of 1 is closed');
      expect(hasRow(reveal, 1, 'bob', '10 points')).toBe(true);
      expect(hasRow(reveal, 2, 'ada', '8 points')).toBe(true);
    });
  });
}
