import type { CommandIntent } from '../chat/intent.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView } from '../chat/view.ts';
import { explainView } from '../chat/views/explain.ts';
import type { PostedRound } from '../ports/rounds.ts';
import { onlyMe } from './daily-shown.ts';
import { questionMeant } from './explain-meant.ts';
import { openInQuizzes } from './open-cards.ts';
import type { Parts } from './parts.ts';

/** `/explain`, and "Explain this question" on a message: nothing of a card that somebody can still answer. */
export async function explainCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const meant = await questionMeant(parts, intent, texts);
  if ('kind' in meant) return meant;
  const why = await whyNotYet(parts, intent, meant, texts);
  if (why === null) return onlyMe(explainView(meant, texts));
  return onlyMe(textView('refusal', texts.refusal.title, why));
}

/** Null where its card stands in no open question whose verdict the member does not know. */
async function whyNotYet(
  parts: Parts,
  { community, member, receivedAt }: CommandIntent,
  { card }: PostedRound,
  texts: Texts,
): Promise<string | null> {
  const { store, rules } = parts;
  const open = await store.asked.openWith(community, card.id, receivedAt);
  const answers = await Promise.all(open.map((id) => store.answers.get(community, id, member)));
  if (answers.includes(null)) return texts.explain.answerFirst;
  const isHeldBack = answers.length > 0 && rules.verdict === 'at-the-reveal';
  if (isHeldBack) return texts.explain.withTheReveal;
  const isInQuiz = await openInQuizzes(parts, community, member);
  return isInQuiz(card) ? texts.explain.inQuiz : null;
}
