import type { CommandIntent } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { remindersView } from '../chat/views/reminder.ts';
import type { Parts } from './parts.ts';
import { setReminders } from './remind.ts';

type MeCommand = 'me reminders';

/** Every `/me …`: about the one who asks, for nobody else to see. */
export async function meCommand(
  parts: Parts,
  { community, member, locale, options }: CommandIntent & { readonly command: MeCommand },
): Promise<Reply> {
  const isOn = await setReminders(parts, community, member, options['turn']);
  return { kind: 'view', view: remindersView(isOn, textsFor(locale)), seenBy: 'only me' };
}
