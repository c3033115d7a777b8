import { type Command, members } from './command.ts';

/** The question of the day, for those who lost sight of it. */
export const todayCommands = [
  {
    path: 'today',
    description: { en: 'Show the open question that you have not answered yet' },
    ...members,
    options: [],
  },
] as const satisfies readonly Command[];
