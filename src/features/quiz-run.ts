import { textsFor } from '../chat/texts/index.ts';
import type { View } from '../chat/view.ts';
import { quizQuestionView, quizRevealView } from '../chat/views/quiz.ts';
import { SECOND } from '../core/day.ts';
import { dueAt, type QuizPhase, roundOf } from '../core/quiz.ts';
import type { Scene } from '../core/quiz-moves.ts';
import { passes } from '../core/quiz-scoring.ts';
import { PlatformFault, platformOf, runningPlatform } from '../ports/platform.ts';
import type { JobResult, RunQuiz } from '../ports/queue.ts';
import type { LiveQuiz } from '../ports/quizzes.ts';
import type { Parts } from './parts.ts';
import { stepNow, tableOf } from './quiz-moves.ts';
import { postForQuiz } from './quiz-post.ts';

/** Moves that one run of the job makes before it lets others have their turn. */
const MOST_MOVES = 20;
/** How often an open question is edited at most: its count of answers is no clock (milliseconds). */
const PROGRESS = 7 * SECOND;
/** How long a reveal that cannot be shown holds up the quiz (milliseconds). */
const PATIENCE = 15 * SECOND;

const DONE: JobResult = { kind: 'done' };
const again = (afterMs: number): JobResult => ({ kind: 'again', afterMs: Math.max(0, afterMs) });

/** What follows a look at a quiz: `moved` where there is more to do at once. */
export type Turn = JobResult | 'moved';

/** The job of a live quiz. The store knows where it stands; running it twice asks once. */
export async function runQuiz(parts: Parts, { community, quiz }: RunQuiz): Promise<JobResult> {
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const read = await parts.store.quizzes.get(community, quiz);
    if (!read) return { kind: 'drop', because: 'the quiz is gone' };
    const turn = await goOn(parts, read);
    if (turn !== 'moved') return turn;
  }
  return again(0);
}

async function goOn(parts: Parts, read: LiveQuiz): Promise<Turn> {
  const { phase } = read.state;
  switch (phase.kind) {
    case 'lobby':
    case 'asking':
    case 'pause':
      return look(parts, read, phase);
    case 'posting':
    case 'ending':
      return postForQuiz(parts, read, phase);
    case 'closing':
      return reveal(parts, read, phase);
    case 'over':
      return DONE;
  }
}

async function look(
  parts: Parts,
  read: LiveQuiz,
  phase: Extract<QuizPhase, { kind: 'lobby' | 'asking' | 'pause' }>,
): Promise<Turn> {
  const scene = await sceneOf(parts, read, phase);
  const { state, happened } = stepNow(parts, read, { kind: 'looked', ...scene });
  if (happened !== 'nothing') {
    await parts.store.quizzes.move(read, state);
    return 'moved';
  }
  if (phase.kind === 'asking') await showProgress(parts, read, phase, scene);
  if (phase.kind === 'pause' && scene.answered !== phase.revealed) {
    return revealAgain(parts, read, phase, scene.answered);
  }
  const left = (dueAt(state) ?? 0) - parts.clock.now();
  return again(phase.kind === 'asking' ? Math.min(left, PROGRESS) : left);
}

async function sceneOf(
  { store: { quizzes } }: Parts,
  { plan: { community, id } }: LiveQuiz,
  phase: QuizPhase,
): Promise<Scene> {
  const joined = [...(await quizzes.joined(community, id)).keys()];
  const counts =
    'question' in phase
      ? await quizzes.counts(community, roundOf(id, phase.question))
      : { answered: 0, votes: 0 };
  const { open } =
    phase.kind === 'asking'
      ? { open: new Set<never>() }
      : await quizzes.beforeDrawing(community, id);
  return { joined, open, ...counts };
}

async function showProgress(
  parts: Parts,
  read: LiveQuiz,
  { question, closesAt, shown }: Extract<QuizPhase, { kind: 'asking' }>,
  { answered, joined }: Scene,
): Promise<void> {
  const platform = runningPlatform(parts.platforms, read.plan.community);
  if (answered === shown || !platform?.editsQuietly) return;
  const progress = { closesAt, answered, joined: read.state.alive?.length ?? joined.length };
  await edit(
    parts,
    read,
    question,
    quizQuestionView(read.plan, question, progress, textsFor(parts.language)),
  );
  const { state } = stepNow(parts, read, { kind: 'counted', answers: answered, passed: [] });
  await parts.store.quizzes.move(read, state);
}

/** The question becomes its reveal, then the quiz moves on: an edit can be repeated. */
async function reveal(
  parts: Parts,
  read: LiveQuiz,
  phase: Extract<QuizPhase, { kind: 'closing' }>,
): Promise<Turn> {
  const now = parts.clock.now();
  if (now < phase.at) return again(phase.at - now);
  const [question] = await parts.store.quizzes.questions(read, [phase.question]);
  const answers = question?.answers ?? [];
  const passed = answers.filter(passes).map(({ member }) => member);
  const event = { kind: 'revealed', answers: answers.length, passed } as const;
  const next = { ...read, state: stepNow(parts, read, event).state };
  const edited = await edit(parts, read, phase.question, await viewOf(parts, next));
  if (edited === 'later' && now < phase.at + PATIENCE) return again(SECOND);
  if (edited === 'gone') return leave(parts, read);
  await parts.store.quizzes.move(read, next.state);
  return 'moved';
}

/** An answer that was received in time came after the reveal. */
async function revealAgain(
  parts: Parts,
  read: LiveQuiz,
  { question }: Extract<QuizPhase, { kind: 'pause' }>,
  answered: number,
): Promise<Turn> {
  const [found] = await parts.store.quizzes.questions(read, [question]);
  const passed = (found?.answers ?? []).filter(passes).map(({ member }) => member);
  const { state } = stepNow(parts, read, { kind: 'counted', answers: answered, passed });
  await edit(parts, read, question, await viewOf(parts, { ...read, state }));
  await parts.store.quizzes.move(read, state);
  return 'moved';
}

/** The reveal of the question that was closed last. */
async function viewOf(parts: Parts, quiz: LiveQuiz): Promise<View> {
  const { plan, state } = quiz;
  const { phase, skipped, alive, teams, end } = state;
  const number = state.closed;
  const [{ table }, [found]] = await Promise.all([
    tableOf(parts, quiz),
    parts.store.quizzes.questions(quiz, [number]),
  ]);
  if (!found) throw new Error(`the quiz ${plan.id} has no question ${number}`);
  const isLast = end !== null || number >= plan.cards.length;
  const revealed = {
    question: found,
    isSkipped: skipped.includes(number),
    table,
    teams,
    left: alive?.length ?? null,
    nextAt: isLast || phase.kind !== 'pause' ? null : phase.until,
  };
  return quizRevealView(plan, revealed, textsFor(parts.language));
}

/** `later`: it may work again. What no second try would change is told and passed over. */
async function edit(
  parts: Parts,
  { plan, messages }: LiveQuiz,
  question: number,
  view: View,
): Promise<'edited' | 'later' | 'gone'> {
  const message = messages.get(question);
  if (message === undefined) return 'edited';
  try {
    await platformOf(parts.platforms, plan.community).edit(message, view);
    return 'edited';
  } catch (cause) {
    if (!(cause instanceof PlatformFault)) throw cause;
    parts.report(`showing question ${question} of the quiz ${plan.id}`, cause);
    if (cause.repeat === 'gone') return 'gone';
    return cause.repeat === 'never' ? 'edited' : 'later';
  }
}

async function leave(parts: Parts, read: LiveQuiz): Promise<Turn> {
  await parts.store.quizzes.move(read, stepNow(parts, read, { kind: 'gone' }).state);
  return 'moved';
}
