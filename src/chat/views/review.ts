import type { Card } from '../../core/card.ts';
import type { OwnAnswer, OwnQuestion } from '../../core/own-session.ts';
import type { Texts } from '../texts/index.ts';
import { type Line, textView, type View } from '../view.ts';
import { ownQuestionView } from './own-question.ts';
import { isDisputable, TONES, verdictActions, verdictLines } from './verdict.ts';

export function reviewQuestionView(question: OwnQuestion, due: number, texts: Texts): View {
  const { card } = question;
  const { review } = texts;
  const footer = `${texts.question.difficulty(card.difficulty)} · ${review.due(due)}`;
  return ownQuestionView(question, review.title(card.topicTitle), footer, texts);
}

/** What became of a card after its answer. */
export interface ReviewOutcome {
  /** Days until it comes back. */
  readonly days: number;
  /** How often it was forgotten, where that makes it a leech; else null. */
  readonly leech: number | null;
  /** Cards still due today. */
  readonly left: number;
}

/** What the answer was worth, when the card comes back, and the way on and back. */
export function reviewVerdictView(
  { round, card }: OwnQuestion,
  answer: OwnAnswer,
  { days, leech, left }: ReviewOutcome,
  repeated: boolean,
  texts: Texts,
): View {
  const { own, review } = texts;
  const { mark } = answer.verdict;
  const lines: Line[] = verdictLines(card, answer, texts);
  if (repeated) lines.unshift(`${own.earlier}.`);
  if (leech !== null) lines.push(review.leech(leech));
  lines.push(review.comesBack(days));
  return {
    ...textView(TONES[mark], texts.marks[mark], ...lines),
    actions: [
      { label: own.next, press: { kind: 'go on', of: 'review' } },
      { label: review.undo, press: { kind: 'undo rating', round } },
      ...verdictActions(round, isDisputable(card, answer), texts),
    ],
    footer: review.left(left),
  };
}

/** What stands where no card is shown. */
export interface ReviewRest {
  /** Cards that a member has in review. */
  readonly known: number;
  /** Reviewed today. */
  readonly today: number;
  /** The next days with cards: how many days from now, and how many cards. */
  readonly next: { readonly days: number; readonly cards: number } | null;
  /** Cards that are forgotten again and again. */
  readonly leeches: readonly Card[];
}

/** Nothing is due. */
export function reviewDoneView({ known, today, next, leeches }: ReviewRest, texts: Texts): View {
  const { review } = texts;
  if (known === 0) return textView('news', review.nothingYet, review.nothingYetNote);
  const lines = [
    ...(today > 0 ? [review.doneToday(today)] : []),
    ...(next ? [review.nextDue(next.days, next.cards)] : []),
    ...(leeches.length > 0 ? [review.leeches] : []),
  ];
  const view = textView('news', review.done, ...lines);
  if (leeches.length === 0) return view;
  const items = leeches.map(({ prompt, explanation, source }) =>
    review.leechOf(prompt, explanation, source),
  );
  return { ...view, blocks: [...view.blocks, { kind: 'list', items }] };
}

/** The day's share is done, and more is due. */
export function reviewLimitView(today: number, due: number, { review }: Texts): View {
  return textView('news', review.limit(today), review.limitNote(due));
}
