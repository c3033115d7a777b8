import { expect, it } from 'vitest';
import { announcerOf } from '../../../src/cli/announce.ts';

it('says once that a platform is away and once that it is up, and nothing of the terminal', () => {
  let isUp = false;
  const said: string[] = [];
  const announcer = announcerOf(
    [
      { name: 'discord', isService: true, isReachable: () => isUp },
      { name: 'terminal', isService: false, isReachable: () => true },
    ],
    (sentence) => said.push(sentence),
  );
  announcer.look();
  announcer.look();
  isUp = true;
  announcer.look();
  announcer.look();
  expect(said).toEqual([
    'discord cannot be reached: it is tried again and again.',
    'discord is up.',
  ]);
});
