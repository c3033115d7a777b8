import type { Round } from '../../core/round.ts';
import type { Texts } from '../texts/index.ts';
import { textView, type View } from '../view.ts';

/** Opens the discussion of a question whose answer everybody knows. */
export function discussionView({ number, card }: Round, texts: Texts): View {
  const title = texts.question.title(number, card.topicTitle);
  return textView('news', title, texts.discussion.invitation);
}
