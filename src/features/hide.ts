import type { Origin } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import { type Reply, textView } from '../chat/view.ts';
import type { Parts } from './parts.ts';

/** `/me hide`: off the public rows of every leaderboard. Points and streaks go on counting. */
export async function hideCommand(parts: Parts, intent: Origin): Promise<Reply> {
  const { hide, refusal } = textsFor(intent.locale);
  const done = await parts.store.boards.hide(intent.community, intent.member);
  const view = done
    ? textView('news', hide.hidden, hide.hiddenNote)
    : textView('refusal', refusal.title, hide.already);
  return { kind: 'view', view, seenBy: 'only me' };
}

/** `/me show`: back among them, as if the member had never been hidden. */
export async function showCommand(parts: Parts, intent: Origin): Promise<Reply> {
  const { hide, refusal } = textsFor(intent.locale);
  const done = await parts.store.boards.show(intent.community, intent.member);
  const view = done
    ? textView('news', hide.shown, hide.shownNote)
    : textView('refusal', refusal.title, hide.notHidden);
  return { kind: 'view', view, seenBy: 'only me' };
}
