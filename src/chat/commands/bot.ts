import { type Command, members } from './command.ts';

/** The bot itself. */
export const botCommands = [
  {
    path: 'help',
    description: { en: 'Explain the bot or one command' },
    ...members,
    options: [
      {
        name: 'topic',
        description: { en: 'A command, such as daily' },
        required: false,
        kind: 'command',
      },
    ],
  },
] as const satisfies readonly Command[];
