import { type Command, members } from './command.ts';

/** What only the terminal has. */
export const terminalCommands = [
  {
    path: 'as',
    description: { en: 'Be another member' },
    ...members,
    options: [{ name: 'name', description: { en: 'A first name' }, required: true }],
    only: 'terminal',
  },
  {
    path: 'tomorrow',
    description: { en: 'Move the clock to the next due time' },
    ...members,
    seenBy: 'channel',
    options: [],
    only: 'terminal',
  },
  {
    path: 'quit',
    description: { en: 'Finish what is under way and leave' },
    ...members,
    options: [],
    only: 'terminal',
  },
] as const satisfies readonly Command[];
