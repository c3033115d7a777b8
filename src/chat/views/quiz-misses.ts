import { type QuizPlan, roundOf } from '../../core/quiz.ts';
import type { AskedQuestion } from '../../core/quiz-scoring.ts';
import type { Standing } from '../../core/standings.ts';
import type { Texts } from '../texts/index.ts';
import { type Action, type Line, textView, type View } from '../view.ts';
import { keyInWords } from './response.ts';
import { explanationLines, isDisputable, verdictActions, verdictLines } from './verdict.ts';

/** Missed questions of a page: each has its texts and two buttons, and every platform holds them. */
const ON_A_PAGE = 4;

type IsOpen = (question: AskedQuestion) => boolean;

/**
 * A page of what the reader did not have right, with the keys and why; their own place stands below.
 *
 * @param page from 0; one behind the last is the last
 */
export function missesView(
  plan: QuizPlan,
  questions: readonly AskedQuestion[],
  own: Standing,
  isOpen: IsOpen,
  page: number,
  texts: Texts,
): View {
  const { misses, points, survived } = texts.quiz;
  const missed = questions.filter((each) => answerIn(each, own)?.verdict.mark !== 'right');
  const last = Math.max(0, Math.ceil(missed.length / ON_A_PAGE) - 1);
  const at = Math.min(page, last);
  const shown = missed.slice(at * ON_A_PAGE, (at + 1) * ON_A_PAGE);
  const lines = shown.flatMap((each) => linesOf(each, own, isOpen, texts));
  if (missed.length === 0) lines.push(misses.none);
  else lines.push(misses.inReview);
  const title = misses.title(questions.length - missed.length, questions.length);
  const place = misses.own(own.rank, (plan.mode === 'survival' ? survived : points)(own.value));
  return {
    ...textView('news', title, ...lines),
    actions: [
      ...shown.flatMap((each) => (isOpen(each) ? [] : disputing(plan, each, own, texts))),
      ...turning(plan, at, last, texts),
      ...(missed.length === 0 ? [] : [reviewing(texts)]),
    ],
    footer: last === 0 ? place : misses.page(place, at + 1, last + 1),
  };
}

const answerIn = ({ answers }: AskedQuestion, { member }: Standing) =>
  answers.find((answer) => answer.member === member);

function linesOf(question: AskedQuestion, own: Standing, isOpen: IsOpen, texts: Texts): Line[] {
  const { misses } = texts.quiz;
  const { card, number } = question;
  const head: Line = [{ kind: 'strong', text: misses.question(number, card.prompt) }];
  if (isOpen(question)) return [head, misses.isOpen];
  const answer = answerIn(question, own);
  if (answer) return [head, ...verdictLines(card, answer, texts)];
  const key = texts.verdict.key(keyInWords(card, texts).replace(/\.$/, ''));
  return [head, misses.unanswered, key, ...explanationLines(card, texts)];
}

function disputing(
  { id }: QuizPlan,
  question: AskedQuestion,
  own: Standing,
  texts: Texts,
): Action[] {
  const { card, number } = question;
  const answer = answerIn(question, own);
  const mayAppeal = answer !== undefined && isDisputable(card, answer);
  return verdictActions(roundOf(id, number), mayAppeal, texts, ` (${number})`);
}

function turning({ id: quiz }: QuizPlan, at: number, last: number, { board }: Texts): Action[] {
  const to = (label: string, page: number): Action => ({
    label,
    press: { kind: 'quiz misses', quiz, page },
  });
  return [
    ...(at > 0 ? [to(board.previous, at - 1)] : []),
    ...(at < last ? [to(board.next, at + 1)] : []),
  ];
}

const reviewing = ({ quiz }: Texts): Action => ({
  label: quiz.misses.review,
  press: { kind: 'go on', of: 'review' },
});
