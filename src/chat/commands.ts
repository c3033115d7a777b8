import { MEASURES, SCOPES } from '../core/asked-board.ts';
import { WINDOWS } from '../core/standings.ts';
import { FATES } from './press.ts';
import type { SeenBy } from './view.ts';

/** A text in the languages that have it; English is always there. */
interface Localised {
  readonly en: string;
  readonly de?: string;
}

export interface CommandOption {
  readonly name: string;
  readonly description: Localised;
  readonly required: boolean;
  /** True where its value, begun by its name, takes the plain words that follow: `key=also VMCB`. */
  readonly severalWords?: true;
  /** The words that can stand here; absent where any text can. */
  readonly choices?: readonly string[];
  /** What it names, so that a platform can offer a picker or complete it; absent for any other text. */
  readonly kind?: OptionKind;
}

type OptionKind = 'when' | 'zone' | 'deck' | 'calendar' | 'channel' | 'daily';

/** A command as every platform registers it, acknowledges it and explains it. */
export interface Command {
  /** Its words, `daily setup`. */
  readonly path: string;
  readonly description: Localised;
  readonly who: 'member' | 'organiser';
  readonly seenBy: SeenBy;
  /** A form must be the very first response; a message may be announced and follow. */
  readonly first: 'message' | 'form';
  readonly options: readonly CommandOption[];
  /** True where it only shows something: nothing to write down in the audit log. */
  readonly onlyShows?: true;
  /** The only platform that has it; absent where all have it. */
  readonly only?: 'terminal';
}

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

const organisers = { who: 'organiser', seenBy: 'only me', first: 'message' } as const;
const members = { who: 'member', seenBy: 'only me', first: 'message' } as const;

/** Every command there is. `/help`, the terminal's parser and each platform's registration read this. */
export const COMMANDS = [
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
  {
    path: 'help',
    description: { en: 'Explain the bot or one command' },
    ...members,
    options: [{ name: 'topic', description: { en: 'A command, such as daily' }, required: false }],
  },
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

export type CommandPath = (typeof COMMANDS)[number]['path'];

/** The commands that a platform has. */
export function commandsOn(platform: string): readonly (Command & { path: CommandPath })[] {
  const all: readonly (Command & { path: CommandPath })[] = COMMANDS;
  return all.filter((command) => command.only === undefined || command.only === platform);
}

export function commandAt(path: CommandPath): Command {
  const all: readonly Command[] = COMMANDS;
  return all.find((command) => command.path === path) as Command;
}
