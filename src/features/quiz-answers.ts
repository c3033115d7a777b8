import { type Texts, textsFor } from '../chat/texts/index.ts';
import { textView, type View } from '../chat/view.ts';
import { quizVerdictView } from '../chat/views/quiz-verdict.ts';
import type { Card } from '../core/card.ts';
import { fits, grade } from '../core/grading.ts';
import type { CommunityId } from '../core/ids.ts';
import {
  currentQuestion,
  mayPlay,
  type QuizAnswer,
  questionOf,
  takesAnswer,
} from '../core/quiz.ts';
import type { AskedQuestion } from '../core/quiz-scoring.ts';
import { countedAt } from '../core/reading-time.ts';
import { markOf } from '../core/review.ts';
import { platformOf } from '../ports/platform.ts';
import type { GivenAnswer } from '../ports/queue.ts';
import type { LiveQuiz, QuizCommitted } from '../ports/quizzes.ts';
import { type Learned, noteLearned } from './learned.ts';
import type { Parts } from './parts.ts';
import { happenTo, wakeQuiz } from './quiz-moves.ts';
import { ruledCardFor } from './ruled-card.ts';

/** Answers to questions of quizzes: graded, committed together, and replied to. */
export async function takeQuizAnswers(
  parts: Parts,
  community: CommunityId,
  answers: readonly GivenAnswer[],
): Promise<readonly GivenAnswer[]> {
  const byRound = new Map<GivenAnswer['round'], GivenAnswer[]>();
  for (const given of answers) {
    byRound.set(given.round, [...(byRound.get(given.round) ?? []), given]);
  }
  const left = await Promise.all(
    [...byRound].map(async ([round, group]) => {
      const asked = questionOf(round);
      const quiz = asked && (await parts.store.quizzes.get(community, asked.quiz));
      const isKnown = quiz && asked.question <= quiz.plan.cards.length;
      if (!isKnown) return group;
      await recordFor(parts, await inTeams(parts, quiz, group), asked.question, group);
      return [];
    }),
  );
  return left.flat();
}

/** In a quiz of teams, everybody who answers belongs to one. */
async function inTeams(
  parts: Parts,
  quiz: LiveQuiz,
  answers: readonly GivenAnswer[],
): Promise<LiveQuiz> {
  const { community, id } = quiz.plan;
  let latest = quiz;
  for (const { member } of answers) {
    const { teams } = latest.state;
    if (!teams || member in teams) continue;
    latest = (await happenTo(parts, community, id, { kind: 'joined', member })) ?? latest;
  }
  return latest;
}

type Why = 'closed' | 'out' | 'not a choice' | 'over' | 'erasing';

/** A question with its card as the community's rulings grade it. */
type AskedCard = Pick<AskedQuestion, 'number' | 'card'>;

/** An answer to commit, or the reason why it cannot count; then only an earlier one is looked for. */
interface Judged {
  readonly given: GivenAnswer;
  readonly answer: QuizAnswer | null;
  readonly why: Why;
}

function judged(
  { plan, state }: LiveQuiz,
  { number, card }: AskedCard,
  given: GivenAnswer,
): Judged {
  const { member, event, response, receivedAt } = given;
  const refused = (why: Why): Judged => ({ given, answer: null, why });
  if (!fits(card, response)) return refused('not a choice');
  if (state.phase.kind === 'over') return refused('over');
  if (!takesAnswer(state, number, receivedAt)) return refused('closed');
  if (!mayPlay(state, member)) return refused('out');
  const verdict = grade(card, response);
  const isCurrent = number === currentQuestion(state);
  const at = isCurrent ? countedAt(plan, state, receivedAt) : receivedAt;
  return {
    given,
    answer: { member, event, response, receivedAt: at, verdict },
    why: 'closed',
  };
}

async function recordFor(
  parts: Parts,
  quiz: LiveQuiz,
  question: number,
  answers: readonly GivenAnswer[],
): Promise<void> {
  const { quizzes } = parts.store;
  const { state, plan } = quiz;
  const drawn = plan.cards[question - 1];
  if (!drawn) throw new Error(`the quiz ${plan.id} has no question ${question}`);
  const asked: AskedCard = {
    number: question,
    card: await ruledCardFor(parts, plan.community, drawn),
  };
  const each = answers.map((given) => judged(quiz, asked, given));
  const committed = await quizzes.commit(
    quiz,
    question,
    each.map(({ given: { member, message }, answer }) => ({ member, answer, message })),
  );
  const players = state.alive?.length ?? committed.joined;
  const isLate = state.phase.kind === 'pause';
  if (committed.answered >= players || isLate) await wakeQuiz(parts, quiz);
  const learned = each.flatMap((one, at) =>
    learnedIn(asked.card, one, committed.results[at] ?? { kind: 'closed' }),
  );
  await Promise.all([
    ...each.map((one, at) => {
      const result = committed.results[at] ?? { kind: 'closed' };
      return reply(parts, one.given, viewOf(quiz, asked, one, result));
    }),
    noteLearned(parts, plan.community, learned),
  ]);
}

/** What an answer of a quiz tells the member's review; the same event again may come from a crash before it was noted. */
function learnedIn(
  card: Card,
  { given, answer: judgedNow }: Judged,
  result: QuizCommitted,
): Learned[] {
  const isSame = result.kind === 'already' && result.answer.event === given.event;
  const answer = result.kind === 'recorded' ? judgedNow : isSame ? result.answer : null;
  if (!answer) return [];
  const mark = markOf(answer.response, answer.verdict);
  const { member, receivedAt: at } = answer;
  return [{ member, deck: card.deck, card: card.id, mark, at, event: given.round }];
}

function viewOf(
  quiz: LiveQuiz,
  { number, card }: AskedCard,
  { given, answer, why }: Judged,
  result: QuizCommitted,
): View {
  const texts = textsFor(given.locale);
  switch (result.kind) {
    case 'closed':
      return refusal(why, texts);
    case 'erasing':
      return refusal('erasing', texts);
    case 'recorded':
    case 'already': {
      const first = result.kind === 'already' ? result.answer : answer;
      if (!first) return refusal(why, texts);
      const notes = {
        repeated: first.event !== given.event,
        joinedNow: result.kind === 'recorded' && result.joined,
        team: quiz.state.teams?.[given.member] ?? null,
      };
      const hinted = new Set(result.hinted ? [given.member] : []);
      return quizVerdictView(quiz.plan, { number, card, hinted }, first, notes, texts);
    }
  }
}

function refusal(why: Why, { refusal: general, quiz }: Texts): View {
  const sentences: Readonly<Record<Why, string>> = {
    closed: quiz.refused.closed,
    out: quiz.refused.out,
    over: quiz.over,
    'not a choice': general.notAChoice,
    erasing: general.erasing,
  };
  return textView('refusal', general.title, sentences[why]);
}

/** The answer is recorded whether or not its sender can be reached. */
async function reply(parts: Parts, given: GivenAnswer, view: View): Promise<void> {
  try {
    await platformOf(parts.platforms, given.community).reply(given.replyTo, view, 'only me');
  } catch (cause) {
    parts.report('replying with a verdict', cause);
  }
}
