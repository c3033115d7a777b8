import type { Card } from '../../core/card.ts';
import { SELF_GRADES } from '../../core/card.ts';
import type { OwnQuestion, SoloSession } from '../../core/own-session.ts';
import { soloPlace } from '../../core/own-session.ts';
import { RATINGS } from '../../core/review.ts';
import type { Texts } from '../texts/index.ts';
import { type Action, type Line, textView, type View } from '../view.ts';
import { inputOf, promptBlocks } from './question.ts';

/** A question that one member alone sees. Nothing in it depends on the key. */
export function ownQuestionView(
  { round, card }: OwnQuestion,
  title: string,
  footer: Line,
  texts: Texts,
): View {
  const { question } = texts;
  const actions: Action[] = [];
  if (card.kind === 'flash') actions.push({ label: question.look, press: { kind: 'look', round } });
  if (card.hint !== null) actions.push({ label: question.hint, press: { kind: 'hint', round } });
  const statement = card.kind === 'true-false' ? [question.statement] : [];
  return {
    ...textView('question', title, ...statement),
    blocks: [...statement.map((line) => ({ kind: 'text', line }) as const), ...promptBlocks(card)],
    ask: { round, ...inputOf(card, texts) },
    actions,
    footer,
  };
}

export function soloQuestionView(session: SoloSession, texts: Texts): View {
  const { number, of } = soloPlace(session);
  const { card } = session.now;
  const title = texts.solo.title(number, of, card.topicTitle);
  return ownQuestionView(session.now, title, texts.question.difficulty(card.difficulty), texts);
}

export function ownHintView(hint: string, { own }: Texts): View {
  return textView('news', own.hintTitle, hint);
}

/** A flash card's answer, with the words to grade oneself by. */
export function ownLookView(
  { round, card }: { readonly round: OwnQuestion['round']; readonly card: Card },
  kind: 'solo' | 'review',
  texts: Texts,
): View {
  const answer = card.kind === 'flash' ? card.answer : '';
  const actions: Action[] =
    kind === 'review'
      ? RATINGS.map((rating) => ({
          label: texts.review.ratings[rating],
          press: { kind: 'rate', round, rating },
        }))
      : SELF_GRADES.map((grade) => ({
          label: texts.selfGrades[grade],
          press: { kind: 'self grade', round, grade },
        }));
  return { ...textView('news', texts.own.lookTitle, answer, texts.question.howWell), actions };
}
