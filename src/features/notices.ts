import { textsFor } from '../chat/texts/index.ts';
import { textView, type View } from '../chat/view.ts';
import { type Daily, dueNext, type Occurrence } from '../core/daily.ts';
import { platformOf } from '../ports/platform.ts';
import type { Parts } from './parts.ts';

/** A word to the organiser of a daily on a day without a question: once, by whoever ended the occurrence. */
export async function noticeSkipped(
  parts: Parts,
  daily: Daily,
  occurrence: Occurrence,
  reason: string,
): Promise<void> {
  // After a long absence the latest day speaks for all before it.
  const next = dueNext(daily, occurrence);
  if (next && next.at <= parts.clock.now()) return;
  const { notice } = textsFor(parts.language);
  const lines = [notice.reason(reason), notice.neutral];
  await tell(parts, daily, textView('news', notice.skipped(daily.id, occurrence.day), ...lines));
}

/** A word on a question of which nobody knows whether it stands, with what to do. */
export async function noticeUnknown(
  parts: Parts,
  daily: Daily,
  occurrence: Occurrence,
  reason: string,
): Promise<void> {
  const { notice } = textsFor(parts.language);
  const lines = [notice.reason(reason), notice.resolve(daily.id, occurrence.day), notice.neutral];
  await tell(parts, daily, textView('news', notice.unknown(daily.id, occurrence.day), ...lines));
}

/** The ledger knows it all the same, so an organiser who cannot be reached fails nothing. */
async function tell(parts: Parts, daily: Daily, view: View): Promise<void> {
  const { community, organiser } = daily;
  if (organiser === null) return;
  try {
    await platformOf(parts.platforms, community).tell(community, organiser, view);
  } catch (cause) {
    parts.report(`telling ${organiser} of ${community}`, cause);
  }
}
