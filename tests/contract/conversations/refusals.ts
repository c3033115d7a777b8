import { describe, expect, it } from 'vitest';
import { en } from '../../../src/chat/texts/en/index.ts';
import type { Open } from './group.ts';

const { quiz, refusal } = en;

export function refusalStories(open: Open): void {
  describe('what cannot be done is refused with what to do', () => {
    it.each([
      ['topic=quantum', 'There is no topic "quantum": there is alpha, beta and gamma.'],
      ['topic=alpa', 'There is no topic "alpa". Did you mean alpha?'],
      ['count=31', '"31" is no number of questions: write one from 1 to 30.'],
      ['count=0', '"0" is no number of questions: write one from 1 to 30.'],
    ])('/quiz start %s: %s', async (options, why) => {
      const group = await open();
      const bob = group.member('bob');
      await bob.types(`/quiz start ${options}`);
      expect(await bob.hears('No quiz was started')).toContain(why);
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

    it.each(['/quiz stop', '/quiz skip'])('%s where no quiz runs', async (line) => {
      const group = await open();
      const bob = group.member('bob');
      await bob.types(line);
      await bob.hears(quiz.stop.none);
    });

    it.each(['/daily list', '/daily setup 09:00 daily UTC virtualization', '/deck reports'])(
      '%s of somebody who is no organiser',
      async (line) => {
        const group = await open();
        const bob = group.member('bob');
        await bob.types(line);
        expect(await bob.hears(refusal.organisersOnly)).toContain(refusal.title);
        expect(group.shown()).toBe('');
      },
    );
  });
}
