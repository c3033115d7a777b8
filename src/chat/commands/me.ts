import { type Command, members } from './command.ts';

/** What members change about themselves. */
export const meCommands = [
  {
    path: 'me stats',
    description: { en: 'See your streaks, points, accuracy by topic and the last weeks' },
    ...members,
    options: [],
  },
  {
    path: 'me hide',
    description: { en: 'Take yourself off the leaderboards; only you see your rank' },
    ...members,
    options: [],
  },
  {
    path: 'me show',
    description: { en: 'Be on the leaderboards again' },
    ...members,
    options: [],
  },
  {
    path: 'me reminders',
    description: { en: 'Be reminded in private before a streak ends, or see whether you are' },
    ...members,
    options: [
      {
        name: 'turn',
        description: { en: 'on or off; without it, you see how it is' },
        required: false,
        choices: ['on', 'off'],
      },
    ],
  },
  {
    path: 'me export',
    description: { en: 'Get everything that is kept about you here, as a file' },
    ...members,
    options: [],
  },
  {
    path: 'me erase',
    description: { en: 'Erase everything that is kept about you here' },
    ...members,
    options: [],
  },
] as const satisfies readonly Command[];
