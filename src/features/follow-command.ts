import { commandAt } from '../chat/commands/index.ts';
import type { CommandIntent } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { helpView } from '../chat/views/help.ts';
import { type DailyParts, dailyCommand } from './daily.ts';
import { deckCommand } from './deck-command.ts';
import { hideCommand, showCommand } from './hide.ts';
import { historyCommand } from './history.ts';
import { leaderboardCommand } from './leaderboard.ts';
import { meCommand } from './me.ts';
import { organisersCommand } from './organisers.ts';
import { organisersOnly } from './organisers-only.ts';
import { skipCommand, stopCommand } from './quiz-play.ts';
import { startQuiz } from './quiz-start.ts';
import { rekeyCommand } from './rekey.ts';
import { resolveCommand } from './resolve.ts';
import { streakCommand } from './streak.ts';
import { todayCommand } from './today.ts';
import { voidCommand } from './void.ts';

/** What follows a command. */
export async function followCommand(parts: DailyParts, intent: CommandIntent): Promise<Reply> {
  const path = intent.command;
  if (commandAt(path).who === 'organiser' && !intent.organiser) return organisersOnly(intent);
  switch (path) {
    case 'daily void':
      return voidCommand(parts, intent);
    case 'daily rekey':
      return rekeyCommand(parts, intent);
    case 'daily history':
      return historyCommand(parts, intent);
    case 'daily organisers':
      return organisersCommand(parts, intent);
    case 'deck list':
    case 'deck reports':
    case 'deck rulings':
      return deckCommand(parts, { ...intent, command: path });
    case 'today':
      return todayCommand(parts, intent);
    case 'streak':
      return streakCommand(parts, intent);
    case 'leaderboard':
      return leaderboardCommand(parts, intent);
    case 'me hide':
      return hideCommand(parts, intent);
    case 'me show':
      return showCommand(parts, intent);
    case 'me reminders':
    case 'me export':
    case 'me erase':
      return meCommand(parts, { ...intent, command: path });
    case 'help':
      return help(intent);
    case 'quiz start':
      return startQuiz(parts, intent);
    case 'quiz stop':
      return stopCommand(parts, intent);
    case 'quiz skip':
      return skipCommand(parts, intent);
    case 'daily resolve':
      return resolveCommand(parts, intent);
    case 'as':
    case 'tomorrow':
    case 'quit':
      throw new Error(`/${path} is the terminal's own`);
    default:
      return dailyCommand(parts, { ...intent, command: path });
  }
}

function help({ community, locale, options }: CommandIntent): Reply {
  const platform = community.slice(0, community.indexOf(':'));
  const view = helpView(platform, options['topic'] ?? null, locale, textsFor(locale));
  return { kind: 'view', view, seenBy: 'only me' };
}
