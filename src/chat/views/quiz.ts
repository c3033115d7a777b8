import type { Instant } from '../../core/day.ts';
import { type QuizPlan, type QuizState, roundOf } from '../../core/quiz.ts';
import type { AskedQuestion, QuizTable } from '../../core/quiz-scoring.ts';
import type { Texts } from '../texts/index.ts';
import { type Action, type Block, type Line, textView, type View } from '../view.ts';
import { inputOf, promptBlocks } from './question.ts';
import { tableBlocks } from './quiz-table.ts';
import { keyInWords } from './response.ts';
import { barsOf } from './reveal.ts';
import { explanationLines } from './verdict.ts';

/** Rows of the running table. */
const TOP = 5;

const line = (text: Line): Block => ({ kind: 'text', line: text });

/** The announcement, with the way in. */
export function announcementView(
  plan: QuizPlan,
  asked: number,
  begins: Instant,
  { quiz }: Texts,
): View {
  const { cards, mode, penalty, seconds, subject, zone } = plan;
  const lines: Line[] = [quiz.modes[mode]];
  if (mode === 'exam' && penalty > 0) lines.push(quiz.penalty(Math.round(penalty * 100)));
  if (cards.length < asked) lines.push(quiz.fewer(cards.length, asked));
  return {
    ...textView('news', quiz.announced(cards.length, subject, mode), ...lines),
    actions: [{ label: quiz.join, press: { kind: 'quiz join', quiz: plan.id } }],
    footer: [quiz.eachOpen(seconds), quiz.begins, { kind: 'moment', at: begins, zone }],
  };
}

/** The open question. Nothing in it depends on the key. */
export function quizQuestionView(
  plan: QuizPlan,
  number: number,
  progress: { readonly closesAt: Instant; readonly answered: number; readonly joined: number },
  texts: Texts,
): View {
  const { quiz } = texts;
  const card = plan.cards[number - 1] as QuizPlan['cards'][number];
  const round = roundOf(plan.id, number);
  const blocks = promptBlocks(card);
  if (card.kind === 'true-false') blocks.unshift(line(texts.question.statement));
  const actions: Action[] = [];
  if (card.hint !== null && plan.mode !== 'survival') {
    actions.push({ label: quiz.hint, press: { kind: 'quiz hint', round } });
  }
  actions.push({ label: quiz.skip, press: { kind: 'quiz skip', round } });
  return {
    tone: 'question',
    title: quiz.title(number, plan.cards.length, card.topicTitle),
    blocks,
    ask: { round, ...inputOf(card, texts) },
    actions,
    footer: [
      texts.question.difficulty(card.difficulty),
      ` · ${quiz.progress(progress.answered, progress.joined)}`,
      quiz.closes,
      { kind: 'moment', at: progress.closesAt, zone: plan.zone },
    ],
  };
}

/** What a question turns into. */
export interface Revealed {
  readonly question: AskedQuestion;
  readonly isSkipped: boolean;
  readonly table: QuizTable;
  readonly teams: QuizState['teams'];
  /** Who is still in, in a survival quiz. */
  readonly left: number | null;
  /** When the next question comes; null where none does. */
  readonly nextAt: Instant | null;
}

/** The closed question: distribution, key, why, and the table so far; in an exam none of these. */
export function quizRevealView(plan: QuizPlan, revealed: Revealed, texts: Texts): View {
  const { quiz } = texts;
  const { question, isSkipped, nextAt } = revealed;
  const { card, number } = question;
  const title = quiz.reveal.title(number, plan.cards.length, card.topicTitle);
  const isSecret = plan.mode === 'exam' && !isSkipped;
  const outcome = isSecret
    ? [line(quiz.reveal.exam(question.answers.length))]
    : outcomeBlocks(plan, revealed, texts);
  return {
    tone: 'news',
    title,
    blocks: [...promptBlocks(card), ...outcome],
    ask: null,
    actions: [],
    footer:
      nextAt === null
        ? quiz.reveal.last
        : [quiz.reveal.next, { kind: 'moment', at: nextAt, zone: plan.zone }],
  };
}

function outcomeBlocks(plan: QuizPlan, revealed: Revealed, texts: Texts): Block[] {
  const { quiz } = texts;
  const { question, isSkipped, table, teams, left } = revealed;
  const { card, answers } = question;
  const key = line(texts.verdict.key(keyInWords(card, texts).replace(/\.$/, '')));
  const why = explanationLines(card, texts).map(line);
  if (isSkipped) return [line(quiz.reveal.skipped), key, ...why];
  const bars: Block = { kind: 'bars', bars: barsOf(card, answers, texts), total: answers.length };
  return [
    bars,
    key,
    ...why,
    ...(left === null ? [] : [line(quiz.reveal.fell(left))]),
    ...(table.whole.length === 0 ? [] : [line(quiz.reveal.top)]),
    ...tableBlocks(plan.mode, table, TOP, teams, texts),
  ];
}
