import { botCommands } from './bot.ts';
import type { Command } from './command.ts';
import { dailyCommands } from './daily.ts';
import { deckCommands } from './deck.ts';
import { explainCommands } from './explain.ts';
import { meCommands } from './me.ts';
import { quizCommands } from './quiz.ts';
import { reviewCommands } from './review.ts';
import { standingsCommands } from './standings.ts';
import { terminalCommands } from './terminal.ts';
import { todayCommands } from './today.ts';

/** Every command there is. `/help`, the terminal's parser and each platform's registration read this. */
export const COMMANDS = [
  ...dailyCommands,
  ...deckCommands,
  ...todayCommands,
  ...standingsCommands,
  ...quizCommands,
  ...reviewCommands,
  ...meCommands,
  ...explainCommands,
  ...botCommands,
  ...terminalCommands,
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
