import type { Intent } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import { type Reply, textView } from '../chat/view.ts';

/** What everybody else reads. */
export function organisersOnly(intent: Intent): Reply {
  const { refusal } = textsFor(intent.locale);
  const view = textView('refusal', refusal.title, refusal.organisersOnly);
  return { kind: 'view', view, seenBy: 'only me' };
}
