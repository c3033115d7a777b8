import type { FormIntent } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import type { Reply } from '../chat/view.ts';
import { dailyView } from '../chat/views/daily.ts';
import { comingQuestions, type Daily } from '../core/daily.ts';
import type { DailyId } from '../core/ids.ts';
import { draftOf, newIn, usual } from './daily-setup.ts';
import { type DailyParts, named, onlyMe, PREVIEW, refused } from './daily-shown.ts';
import { readDailyValues } from './daily-values.ts';

/** When a daily would ask if this form were sent; nothing is changed. */
export async function formPreview(parts: DailyParts, intent: FormIntent): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const daily =
    intent.form === 'daily-edit'
      ? await named(parts, intent, intent.subject ?? undefined, texts)
      : null;
  if (daily !== null && 'kind' in daily) return daily;
  const before = daily ?? (await usual(parts, intent));
  const read = readDailyValues(parts, newIn(intent, before, texts), before, texts);
  if (read.kind === 'misread') return refused(texts, ...read.problems);
  const begun = draftOf(parts, intent.community, read.order, intent.member);
  const meant: Daily = { ...(daily ?? { ...begun, id: ANY, revision: 0 }), ...read.order };
  const posted = daily && (await parts.store.ledger.lastPosted(daily.community, daily.id));
  const coming = comingQuestions(meant, parts.clock.now(), posted, PREVIEW);
  return onlyMe(dailyView(texts.daily.formPreview, meant, coming, texts));
}

/** A daily that is not there yet has no id, and none is shown. */
const ANY = 'd1' as DailyId;
