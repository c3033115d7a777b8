import { pointsFor } from '../../core/grading.ts';
import { type QuizAnswer, type QuizPlan, type QuizState, roundOf } from '../../core/quiz.ts';
import { type AskedQuestion, earnedAt, passes } from '../../core/quiz-scoring.ts';
import type { Texts } from '../texts/index.ts';
import { type Line, textView, type View } from '../view.ts';
import { responseInWords } from './response.ts';
import { isDisputable, TONES, verdictActions, verdictLines } from './verdict.ts';

/** What only the answerer reads. */
export function quizVerdictView(
  plan: QuizPlan,
  question: Omit<AskedQuestion, 'answers'>,
  answer: QuizAnswer,
  notes: VerdictNotes,
  texts: Texts,
): View {
  const about = notesInWords(question.number, notes, texts);
  if (plan.mode === 'exam') {
    const chosen = responseInWords(question.card, answer.response, texts).replace(/[.!?]$/, '');
    const title = notes.repeated ? texts.verdict.earlier : texts.verdict.recorded;
    const { atTheEnd } = texts.quiz.verdict;
    return textView('news', title, texts.verdict.chose(chosen), atTheEnd, ...about);
  }
  const lines: Line[] = [
    ...(notes.repeated ? [`${texts.verdict.earlier}.`] : []),
    ...verdictLines(question.card, answer, texts),
    ...(question.hinted.has(answer.member) ? [texts.quiz.verdict.hinted] : []),
    ...consequence(plan, answer, texts),
  ];
  const { mark } = answer.verdict;
  const title = titleOf(plan, question, answer, texts);
  const mayAppeal = isDisputable(question.card, answer);
  return {
    ...textView(TONES[mark], title, ...lines, ...about),
    actions: verdictActions(roundOf(plan.id, question.number), mayAppeal, texts),
  };
}

interface VerdictNotes {
  readonly repeated: boolean;
  /** True where the answer was what let its member join. */
  readonly joinedNow: boolean;
  readonly team: NonNullable<QuizState['teams']>[QuizAnswer['member']] | null;
}

function notesInWords(number: number, notes: VerdictNotes, { quiz }: Texts): Line[] {
  const { verdict } = quiz;
  const lines: Line[] = [];
  if (notes.joinedNow && number > 1) lines.push(verdict.late(number));
  if (notes.team !== null) lines.push(verdict.team(quiz.team(notes.team)));
  return lines;
}

function consequence({ mode }: QuizPlan, answer: QuizAnswer, { quiz }: Texts): Line[] {
  if (mode === 'survival') return [passes(answer) ? quiz.verdict.stays : quiz.verdict.falls];
  return mode === 'race' && answer.verdict.credit > 0 ? [quiz.verdict.atTheReveal] : [];
}

/** With the points, where they are certain now and count. */
function titleOf(
  plan: QuizPlan,
  question: Omit<AskedQuestion, 'answers'>,
  answer: QuizAnswer,
  texts: Texts,
): string {
  const { mark } = answer.verdict;
  if (plan.mode === 'race' || plan.mode === 'survival') return texts.marks[mark];
  const points = earnedAt(plan, { ...question, answers: [answer] }).get(answer.member) ?? 0;
  return texts.verdict.title(mark, points, pointsFor(question.card.difficulty, 1));
}
