import { textsFor } from '../chat/texts/index.ts';
import { questionView } from '../chat/views/question.ts';
import type { Daily } from '../core/daily.ts';
import { platformOf } from '../ports/platform.ts';
import type { Parts } from './parts.ts';

/** Shows the closing time that an order has given the open question; members rely on what stands under it. */
export async function showClosingTime(
  parts: Parts,
  { community, id }: Pick<Daily, 'community' | 'id'>,
): Promise<void> {
  const open = await parts.store.rounds.open(community, id, parts.clock.now());
  if (open === null || open.message === null) return;
  try {
    const platform = platformOf(parts.platforms, community);
    await platform.edit(open.message, questionView(open, textsFor(parts.language)));
  } catch (cause) {
    parts.report(`showing when ${community} ${open.id} closes`, cause);
  }
}
