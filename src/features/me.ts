import type { CommandIntent } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { remindersView } from '../chat/views/reminder.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import type { Parts } from './parts.ts';
import { setReminders } from './remind.ts';
import { statisticsCommand } from './statistics.ts';

type MeCommand = 'me stats' | 'me reminders' | 'me export' | 'me erase';

/** Every `/me …`: about the one who asks, for nobody else to see. */
export async function meCommand(
  parts: Parts,
  intent: CommandIntent & { readonly command: MeCommand },
): Promise<Reply> {
  switch (intent.command) {
    case 'me stats':
      return statisticsCommand(parts, intent);
    case 'me reminders':
      return reminders(parts, intent);
    case 'me export':
      return exportCommand(parts, intent);
    case 'me erase':
      return eraseCommand(parts, intent);
  }
}

async function reminders(
  parts: Parts,
  { community, member, locale, options }: CommandIntent,
): Promise<Reply> {
  const isOn = await setReminders(parts, community, member, options['turn']);
  return { kind: 'view', view: remindersView(isOn, textsFor(locale)), seenBy: 'only me' };
}
