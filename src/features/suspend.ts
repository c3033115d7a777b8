import { textsFor } from '../chat/texts/index.ts';
import type { Daily } from '../core/daily.ts';
import type { Parts } from './parts.ts';

/** Pauses a daily whose channel takes no messages any more, so that nothing runs against a wall every day. */
export async function suspend(parts: Parts, daily: Daily, reason: string): Promise<void> {
  const now = parts.clock.now();
  const suspended: Daily = {
    ...daily,
    paused: true,
    suspended: reason,
    since: now,
    revision: daily.revision + 1,
  };
  if (!(await parts.store.dailies.replace(daily, suspended, now))) return;
  const deed = textsFor(parts.language).audit.suspended(daily.id, reason);
  await parts.store.audit.add(daily.community, { at: now, by: null, deed });
  parts.report(`pausing ${daily.community} ${daily.id}`, reason);
}
