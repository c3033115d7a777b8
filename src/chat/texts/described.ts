import type { Command, CommandOption } from '../commands/command.ts';
import type { Locale } from '../intent.ts';
import { inGerman } from './commands-de.ts';

/** What a command or an option does, in the reader's language; English where there is none for it. */
export function describedIn(
  described: Pick<Command | CommandOption, 'description'>,
  locale: Locale,
): string {
  return (locale.startsWith('de') && inGerman(described)) || described.description.en;
}
