import type { Round } from '../../core/round.ts';
import type { Texts } from '../texts/index.ts';
import { textView, type View } from '../view.ts';

/** How the talk about a question begins, once its answer is shown. */
export function discussionView({ number, card }: Round, { discussion }: Texts): View {
  const title = discussion.title(number, card.topicTitle);
  return textView('news', title, discussion.opening(number));
}
