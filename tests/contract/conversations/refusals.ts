import { describe, expect, it } from 'vitest';
import { en } from '../../../src/chat/texts/en/index.ts';
import type { Open } from './group.ts';

const { quiz, refusal } = en;

const NO_QUIZ = {
  'topic=quantum': 'There is no topic "quantum": there is alpha, beta and gamma.',
  'topic=alpa': 'There is no topic "alpa". Did you mean alpha?',
  'count=31': '"31" is no number of questions: write one from 1 to 30.',
  'count=0': '"0" is no number of questions: write one from 1 to 30.',
};

const FOR_ORGANISERS = [
  '/daily setup 09:00 daily UTC virtualization',
  '/daily list',
  '/daily pause',
  '/deck reports',
];

export function refusalStories(open: Open): void {
  describe('what cannot be done is refused with what to do', () => {
    it('a quiz of an unknown topic or of too many questions', async () => {
      const group = await open();
      const bob = group.member('bob');
      for (const [options, why] of Object.entries(NO_QUIZ)) {
        await bob.types(`/quiz start ${options}`);
        expect(await bob.hears('No quiz was started')).toContain(why);
      }
      expect(group.shown()).toBe('');
    });

    it('a second quiz in the channel, and joining twice', async () => {
      const group = await open();
      const [ada, bob] = [group.member('ada'), group.member('bob')];
      await ada.types('/quiz start count=1');
      await group.shows('Quiz: 1 question');
      await bob.presses('Join');
      await bob.hears('1 member joined so far');
      await bob.presses('Join');
      await bob.hears(quiz.already);
      await bob.types('/quiz start count=1');
      expect(await bob.hears('No quiz was started')).toContain(quiz.start.running);
    });

    it('stopping and skipping where no quiz runs', async () => {
      const bob = (await open()).member('bob');
      for (const line of ['/quiz stop', '/quiz skip']) {
        await bob.types(line);
        await bob.hears(quiz.stop.none);
      }
    });

    it('what only organisers may do, and their questions stay unasked', async () => {
      const group = await open();
      const bob = group.member('bob');
      for (const line of FOR_ORGANISERS) {
        await bob.types(line);
        expect(await bob.hears(refusal.organisersOnly)).toContain(refusal.title);
      }
      await group.at('2026-11-23 09:00');
      expect(group.shown()).toBe('');
    });
  });
}
