import type { CommandIntent, Origin } from '../chat/intent.ts';
import type { QuizPress } from '../chat/quiz-press.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Line, type Reply, type SeenBy, type Tone, textView } from '../chat/view.ts';
import { missesView } from '../chat/views/quiz-misses.ts';
import { pointsFor } from '../core/grading.ts';
import type { QuizId, RoundId } from '../core/ids.ts';
import { currentQuestion, mayPlay, questionOf, roundOf } from '../core/quiz.ts';
import { HINT_COST } from '../core/quiz-scoring.ts';
import type { LiveQuiz } from '../ports/quizzes.ts';
import { openCards } from './open-cards.ts';
import type { Parts } from './parts.ts';
import { happenTo, tableOf, wakeQuiz } from './quiz-moves.ts';
import { ruledCardFor } from './ruled-card.ts';

const says = (tone: Tone, title: string, lines: readonly Line[], seenBy: SeenBy): Reply => ({
  kind: 'view',
  view: textView(tone, title, ...lines),
  seenBy,
});

const refused = (sentence: string, { refusal }: Texts): Reply =>
  says('refusal', refusal.title, [sentence], 'only me');

/** A button of a quiz. */
export function quizPressed(parts: Parts, intent: Origin, press: QuizPress): Promise<Reply> {
  switch (press.kind) {
    case 'quiz join':
      return join(parts, intent, press.quiz);
    case 'quiz hint':
      return hint(parts, intent, press.round);
    case 'quiz skip':
      return skipPressed(parts, intent, press.round);
    case 'quiz misses':
      return misses(parts, intent, press.quiz, press.page);
  }
}

async function join(parts: Parts, intent: Origin, id: QuizId): Promise<Reply> {
  const { community, member } = intent;
  const texts = textsFor(intent.locale);
  const { quiz, refusal } = texts;
  const read = await parts.store.quizzes.get(community, id);
  if (!read) return refused(quiz.refused.gone, texts);
  const { phase } = read.state;
  if (phase.kind === 'over' || phase.kind === 'ending') return refused(quiz.over, texts);
  if (!mayPlay(read.state, member)) return refused(quiz.tooLateToSurvive, texts);
  const question = currentQuestion(read.state);
  const latest = await happenTo(parts, community, id, { kind: 'joined', member });
  const done = await parts.store.quizzes.join(community, id, member, question);
  if (done === 'erasing') return refused(refusal.erasing, texts);
  if (done === 'over') return refused(quiz.over, texts);
  if (done === 'already') return says('news', quiz.joined, [quiz.already], 'only me');
  const team = latest?.state.teams?.[member];
  const { size } = await parts.store.quizzes.joined(community, id);
  const lines = [
    phase.kind === 'lobby' ? quiz.joinedNow(size) : quiz.joinedLate(nextFor(read)),
    ...(team === undefined ? [] : [quiz.joinedTeam(quiz.team(team))]),
  ];
  return says('right', quiz.joined, lines, 'only me');
}

/** The first question that somebody who joins now can answer. */
function nextFor({ state }: LiveQuiz): number {
  const takes = state.phase.kind === 'asking' || state.phase.kind === 'posting';
  return currentQuestion(state) + (takes ? 0 : 1);
}

/** The quiz whose question of this round is before members now; null where it is not. */
async function askingNow(
  parts: Parts,
  { community, receivedAt }: Origin,
  round: RoundId,
): Promise<LiveQuiz | null> {
  const asked = questionOf(round);
  const quiz = asked && (await parts.store.quizzes.get(community, asked.quiz));
  if (!quiz) return null;
  const { phase } = quiz.state;
  if (phase.kind !== 'asking' && phase.kind !== 'posting') return null;
  const isOver = phase.kind === 'asking' && receivedAt >= phase.closesAt;
  return phase.question === asked.question && !isOver ? quiz : null;
}

async function hint(parts: Parts, intent: Origin, round: RoundId): Promise<Reply> {
  const { community, member } = intent;
  const texts = textsFor(intent.locale);
  const quiz = await askingNow(parts, intent, round);
  const number = quiz ? currentQuestion(quiz.state) : 0;
  const card = quiz?.plan.cards[number - 1];
  if (!quiz || !card?.hint || quiz.plan.mode === 'survival') {
    return refused(texts.quiz.refused.closed, texts);
  }
  await parts.store.quizzes.hint(community, quiz.plan.id, round, member);
  const cost = Math.round(pointsFor(card.difficulty, 1) * HINT_COST);
  const lines = [card.hint, texts.quiz.hintCost(cost)];
  return says('news', texts.quiz.hintTitle(number), lines, 'only me');
}

/** `/quiz skip`: the whole channel reads how many votes there are. */
export async function skipCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const { community, channel, locale } = intent;
  const texts = textsFor(locale);
  const quiz = await parts.store.quizzes.inChannel(community, channel);
  if (!quiz) return refused(texts.quiz.stop.none, texts);
  const round = roundOf(quiz.plan.id, currentQuestion(quiz.state));
  return vote(parts, intent, round, 'channel');
}

const skipPressed = (parts: Parts, intent: Origin, round: RoundId): Promise<Reply> =>
  vote(parts, intent, round, 'only me');

async function vote(parts: Parts, intent: Origin, round: RoundId, seenBy: SeenBy): Promise<Reply> {
  const { community, member } = intent;
  const texts = textsFor(intent.locale);
  const quiz = await askingNow(parts, intent, round);
  if (!quiz) return refused(texts.quiz.nothingToSkip, texts);
  const joined = await parts.store.quizzes.joined(community, quiz.plan.id);
  if (!joined.has(member) || !mayPlay(quiz.state, member)) {
    return refused(texts.quiz.onlyPlayersSkip, texts);
  }
  const votes = await parts.store.quizzes.vote(community, quiz.plan.id, round, member);
  const needed = Math.floor((quiz.state.alive?.length ?? joined.size) / 2) + 1;
  if (votes < needed)
    return says('news', texts.quiz.skip, [texts.quiz.voted(votes, needed)], seenBy);
  await wakeQuiz(parts, quiz);
  return says('news', texts.quiz.skip, [texts.quiz.skipped], seenBy);
}

/** `/quiz stop`, for who started it and for organisers. */
export async function stopCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const { community, channel, locale, member, organiser } = intent;
  const texts = textsFor(locale);
  const { stop } = texts.quiz;
  const quiz = await parts.store.quizzes.inChannel(community, channel);
  if (!quiz) return refused(stop.none, texts);
  if (quiz.starter !== member && !organiser) return refused(stop.notYours, texts);
  await happenTo(parts, community, quiz.plan.id, { kind: 'stopped' });
  await wakeQuiz(parts, quiz);
  return says('news', stop.stopped, [stop.stoppedNote], 'channel');
}

/** What the reader missed, with the keys: once the quiz is over, and not of cards that are open elsewhere. */
async function misses(parts: Parts, intent: Origin, id: QuizId, page: number): Promise<Reply> {
  const { community, member } = intent;
  const texts = textsFor(intent.locale);
  const { quiz } = texts;
  const read = await parts.store.quizzes.get(community, id);
  if (!read) return refused(quiz.refused.gone, texts);
  if (read.state.phase.kind !== 'over') return refused(quiz.misses.notYet, texts);
  const { questions, table } = await tableOf(parts, read, member);
  const own = table.shown.find((row) => row.member === member);
  if (!own) return refused(quiz.misses.notIn, texts);
  const isOpen = await openCards(parts, community, member);
  const graded = await Promise.all(
    questions.map(async (question) => ({
      ...question,
      card: await ruledCardFor(parts, community, question.card),
    })),
  );
  const view = missesView(read.plan, graded, own, ({ card }) => isOpen(card), page, texts);
  return { kind: 'view', view, seenBy: 'only me' };
}
