import { RULINGS } from '../appeal-press.ts';
import { type Command, organisers } from './command.ts';

/** What organisers see and decide of the questions. */
export const deckCommands = [
  {
    path: 'deck list',
    description: { en: 'Show the decks and what waits to be decided about them' },
    ...organisers,
    onlyShows: true,
    options: [],
  },
  {
    path: 'deck reports',
    description: { en: 'Show which questions members reported, and why' },
    ...organisers,
    onlyShows: true,
    options: [],
  },
  {
    path: 'deck rulings',
    description: { en: 'Decide appeals of members, and see those that were decided' },
    ...organisers,
    options: [
      { name: 'appeal', description: { en: 'The number of an open appeal' }, required: false },
      {
        name: 'as',
        description: { en: 'accept: the answer counts as right; reject: it stays wrong' },
        required: false,
        choices: RULINGS,
      },
    ],
  },
] as const satisfies readonly Command[];
