import { seededDice } from '../core/dice.ts';
import type { CommunityId, MemberId, QuizId } from '../core/ids.ts';
import { countingQuestions } from '../core/quiz.ts';
import type { QuizEvent, QuizStep } from '../core/quiz-moves.ts';
import {
  type AskedQuestion,
  type QuizTable,
  quizTable,
  quizTableFor,
} from '../core/quiz-scoring.ts';
import { stepQuiz } from '../core/quiz-step.ts';
import type { LiveQuiz } from '../ports/quizzes.ts';
import type { Parts } from './parts.ts';

/** How often a quiz is read again that moved on under the hand. */
const MOST_READS = 10;

/** What an event makes of a quiz now. */
export function stepNow({ clock }: Parts, { plan, state }: LiveQuiz, event: QuizEvent): QuizStep {
  return stepQuiz(plan, state, event, clock.now(), seededDice(`${plan.id} teams`));
}

/** Lets an event happen to a quiz, however it moves on meanwhile; the quiz afterwards, null where it is gone. */
export async function happenTo(
  parts: Parts,
  community: CommunityId,
  id: QuizId,
  event: QuizEvent,
): Promise<LiveQuiz | null> {
  for (let reads = 0; reads < MOST_READS; reads++) {
    const read = await parts.store.quizzes.get(community, id);
    if (!read) return null;
    const { state, happened } = stepNow(parts, read, event);
    if (happened === 'nothing') return read;
    if (await parts.store.quizzes.move(read, state)) return { ...read, state };
  }
  throw new Error(`the quiz ${id} of ${community} moved on each time it was read`);
}

/** Wakes the job that runs the quiz. Where that fails, its timer or the next tick finds what is due. */
export async function wakeQuiz(
  parts: Parts,
  { plan: { community, id } }: LiveQuiz,
  afterMs = 0,
): Promise<void> {
  try {
    await parts.queue.wake([{ kind: 'run-quiz', data: { community, quiz: id }, afterMs }]);
  } catch (cause) {
    parts.report(`waking the quiz ${id} of ${community}`, cause);
  }
}

/** The questions that count so far, and the table that they make. @param reader reads their own row, hidden or not */
export async function tableOf(
  parts: Parts,
  quiz: LiveQuiz,
  reader?: MemberId,
): Promise<{
  readonly questions: readonly AskedQuestion[];
  readonly table: QuizTable;
}> {
  const { quizzes } = parts.store;
  const { community, id } = quiz.plan;
  const [questions, joined, hidden] = await Promise.all([
    quizzes.questions(quiz, countingQuestions(quiz.state)),
    quizzes.joined(community, id),
    parts.store.boards.hidden(community),
  ]);
  const others = new Set([...hidden].filter((member) => member !== reader));
  const whole = quizTable(quiz.plan, questions, [...joined.keys()]);
  return { questions, table: quizTableFor(whole, others) };
}
