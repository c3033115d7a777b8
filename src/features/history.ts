import type { CommandIntent } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { historyView } from '../chat/views/history.ts';
import type { AuditEntry } from '../ports/corrections.ts';
import { named } from './daily-shown.ts';
import type { Parts } from './parts.ts';

/** How many deeds are shown, and how many are looked through for those of one daily. */
const SHOWN = 20;
const SEARCHED = 1_000;

/** `/daily history`: what organisers and the bot itself changed last, of one daily or of all. */
export async function historyCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const { community, locale, options } = intent;
  const texts = textsFor(locale);
  const entries = await parts.store.audit.list(community, SEARCHED);
  let shown = entries;
  if (options['daily'] !== undefined) {
    const daily = await named(parts, intent, options['daily'], texts);
    if ('kind' in daily) return daily;
    shown = entries.filter((entry) => names(entry, daily.id));
  }
  const view = historyView(shown.slice(0, SHOWN), parts.homeZone, texts);
  return { kind: 'view', view, seenBy: 'only me' };
}

/** A deed names its daily, in the command or in what came of it. */
const names = ({ deed }: AuditEntry, daily: string): boolean => deed.split(/\W+/).includes(daily);
