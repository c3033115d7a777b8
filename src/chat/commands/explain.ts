import { type Command, members } from './command.ts';

/** Questions of the past. */
export const explainCommands = [
  {
    path: 'explain',
    description: { en: 'Explain a question that was asked: its answer, why, and where it stands' },
    ...members,
    onMessage: { en: 'Explain this question', de: 'Diese Frage erklären' },
    options: [
      {
        name: 'question',
        description: { en: 'Such as d1 12, 12, or the name of a card; the latest unless told' },
        required: false,
        severalWords: true,
      },
    ],
  },
] as const satisfies readonly Command[];
