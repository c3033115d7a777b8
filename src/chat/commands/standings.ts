import { MEASURES, SCOPES } from '../../core/asked-board.ts';
import { WINDOWS } from '../../core/standings.ts';
import { type Command, members } from './command.ts';

/** Streaks and leaderboards. */
export const standingsCommands = [
  {
    path: 'streak',
    description: { en: 'Show your streak and your freezes' },
    ...members,
    options: [],
  },
  {
    path: 'leaderboard',
    description: { en: 'Show the standings' },
    ...members,
    seenBy: 'channel',
    options: [
      {
        name: 'window',
        description: { en: 'The span it covers: the shortest with points unless told' },
        required: false,
        choices: WINDOWS,
      },
      {
        name: 'by',
        description: { en: 'What counts: points unless told' },
        required: false,
        choices: MEASURES,
      },
      {
        name: 'scope',
        description: { en: 'Whose questions count: the whole community unless told' },
        required: false,
        choices: SCOPES,
      },
      {
        name: 'dates',
        description: { en: 'A span of your own, such as 2026-10-01..2026-12-20' },
        required: false,
      },
    ],
  },
] as const satisfies readonly Command[];
