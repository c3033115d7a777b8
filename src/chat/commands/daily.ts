import { FATES } from '../press.ts';
import { type Command, type CommandOption, organisers } from './command.ts';

const daily: CommandOption = {
  name: 'daily',
  description: { en: 'Which daily, as /daily list shows it (d1, d2 …)' },
  required: false,
  kind: 'daily',
};

const round: CommandOption = {
  name: 'round',
  description: { en: 'The number of the question; the latest unless told' },
  required: false,
};

const dailyOptions: readonly CommandOption[] = [
  {
    name: 'when',
    description: { en: 'Such as weekdays 09:00, or five cron fields: 0 9 * * 1-5' },
    required: false,
    kind: 'when',
  },
  {
    name: 'zone',
    description: { en: 'IANA time zone, such as Europe/Zurich' },
    required: false,
    kind: 'zone',
  },
  {
    name: 'deck',
    description: { en: 'Which deck the questions come from' },
    required: false,
    kind: 'deck',
  },
  {
    name: 'term',
    description: { en: 'First and last day, such as 2026-10-01..2027-01-31, or none' },
    required: false,
  },
  {
    name: 'holidays',
    description: { en: 'Dates, ranges such as 2026-12-21..2027-01-03, a calendar, or none' },
    required: false,
    kind: 'calendar',
  },
  {
    name: 'exam',
    description: { en: 'Its day, such as 2027-02-03, for the countdown, or none' },
    required: false,
  },
];

/** The commands of the dailies, for organisers. */
export const dailyCommands = [
  {
    path: 'daily setup',
    description: { en: 'Set up a daily question in this channel' },
    ...organisers,
    first: 'form',
    options: [
      ...dailyOptions,
      {
        name: 'continues',
        description: { en: 'A removed daily whose numbers, points and streaks go on, such as d1' },
        required: false,
      },
    ],
  },
  {
    path: 'daily list',
    description: { en: "Show this community's dailies and when they ask next" },
    ...organisers,
    onlyShows: true,
    options: [],
  },
  {
    path: 'daily edit',
    description: { en: 'Change when a daily asks, its deck, its term or its channel' },
    ...organisers,
    first: 'form',
    options: [
      daily,
      ...dailyOptions,
      {
        name: 'channel',
        description: { en: 'Where it asks from now on' },
        required: false,
        kind: 'channel',
      },
    ],
  },
  {
    path: 'daily pause',
    description: { en: 'Stop a daily for a while; its open question closes' },
    ...organisers,
    options: [daily],
  },
  {
    path: 'daily resume',
    description: { en: 'Let a paused daily ask again' },
    ...organisers,
    options: [daily],
  },
  {
    path: 'daily remove',
    description: { en: 'End a daily; its open question closes, points stay' },
    ...organisers,
    options: [daily],
  },
  {
    path: 'daily preview',
    description: { en: 'Show when a daily asks the next five times' },
    ...organisers,
    onlyShows: true,
    options: [daily],
  },
  {
    path: 'daily now',
    description: { en: "Post today's question at once" },
    ...organisers,
    options: [daily],
  },
  {
    path: 'daily resolve',
    description: { en: 'Say what became of a question that may not have been posted' },
    ...organisers,
    options: [
      daily,
      { name: 'day', description: { en: 'Its study day, such as 2026-11-23' }, required: false },
      {
        name: 'as',
        description: { en: 'posted, missing, or again to have it asked once more' },
        required: false,
        choices: FATES,
      },
    ],
  },
  {
    path: 'daily void',
    description: { en: 'Take the points of a question back and forgive its misses; credit stays' },
    ...organisers,
    options: [
      daily,
      round,
      {
        name: 'undo',
        description: { en: 'yes: let it count again' },
        required: false,
        choices: ['yes'],
      },
    ],
  },
  {
    path: 'daily rekey',
    description: { en: 'Put the key of a question right; everybody is graded again' },
    ...organisers,
    options: [
      {
        name: 'key',
        description: { en: 'The right answer, such as B, A,C, TFTF, 31.5, or: also VMCB' },
        required: true,
        severalWords: true,
      },
      daily,
      round,
    ],
  },
  {
    path: 'daily history',
    description: { en: 'Show what organisers and the bot changed last' },
    ...organisers,
    onlyShows: true,
    options: [daily],
  },
  {
    path: 'daily organisers',
    description: { en: 'Show, add or remove the organisers whom organisers appointed' },
    ...organisers,
    options: [
      {
        name: 'add',
        description: { en: 'A member who becomes an organiser' },
        required: false,
        kind: 'member',
      },
      {
        name: 'remove',
        description: { en: 'A member who was appointed and is an organiser no longer' },
        required: false,
        kind: 'member',
      },
    ],
  },
] as const satisfies readonly Command[];
