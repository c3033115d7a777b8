import type { AppealPress } from '../chat/appeal-press.ts';
import type { Origin } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { reportedView, reportView } from '../chat/views/report.ts';
import { disputedBy } from './disputed.ts';
import type { Parts } from './parts.ts';

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

/** "Report this question", and then what is wrong with it. */
export async function reportPressed(
  parts: Parts,
  { community, member, locale }: Origin,
  { round: id, reason }: Extract<AppealPress, { kind: 'report' }>,
): Promise<Reply> {
  const texts = textsFor(locale);
  const refused = (why: string): Reply => onlyMe(textView('refusal', texts.refusal.title, why));
  const question = await disputedBy(parts, community, member, id);
  if (!question) return refused(texts.refusal.gone);
  if (reason === null) return onlyMe(reportView(id, texts));
  const { deck, id: card } = question.card;
  const isKept = await parts.store.reports.put(community, member, {
    deck,
    card,
    reason,
    at: parts.clock.now(),
  });
  return isKept ? onlyMe(reportedView(id, reason, texts)) : refused(texts.refusal.erasing);
}
