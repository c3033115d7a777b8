import { type Command, members } from './command.ts';

/** What members do for themselves. */
export const reviewCommands = [
  {
    path: 'quiz solo',
    description: { en: 'Take a quiz by yourself at your own pace, or go on with it' },
    ...members,
    options: [
      {
        name: 'topic',
        description: { en: 'One topic of the deck; all unless told' },
        required: false,
        kind: 'topic',
      },
      {
        name: 'count',
        description: { en: 'How many questions, 1 to 30: 10 unless told' },
        required: false,
      },
      {
        name: 'deck',
        description: { en: 'Which deck the questions come from' },
        required: false,
        kind: 'deck',
      },
    ],
  },
  {
    path: 'review',
    description: { en: 'Go over the cards that you are about to forget, by yourself' },
    ...members,
    options: [],
  },
] as const satisfies readonly Command[];
