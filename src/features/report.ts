import type { AppealPress } from '../chat/appeal-press.ts';
import type { Origin } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { reportedView, reportView } from '../chat/views/report.ts';
import type { Parts } from './parts.ts';

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

/** "Report this question", and then what is wrong with it. */
export async function reportPressed(
  { store, clock }: Parts,
  { community, member, locale }: Origin,
  { round: id, reason }: Extract<AppealPress, { kind: 'report' }>,
): Promise<Reply> {
  const texts = textsFor(locale);
  const refused = (why: string): Reply => onlyMe(textView('refusal', texts.refusal.title, why));
  const round = await store.rounds.get(community, id);
  if (!round) return refused(texts.refusal.gone);
  if (reason === null) return onlyMe(reportView(id, texts));
  const { deck, id: card } = round.card;
  const isKept = await store.reports.put(community, member, {
    deck,
    card,
    reason,
    at: clock.now(),
  });
  return isKept ? onlyMe(reportedView(id, reason, texts)) : refused(texts.refusal.erasing);
}
