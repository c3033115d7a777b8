import type { Origin } from '../chat/intent.ts';
import { textsFor } from '../chat/texts/index.ts';
import { textView, type View } from '../chat/view.ts';
import { reviewVerdictView } from '../chat/views/review.ts';
import { soloVerdictView } from '../chat/views/solo.ts';
import type { CommunityId } from '../core/ids.ts';
import {
  type OwnAnswer,
  type OwnQuestion,
  type OwnSession,
  ownAnswer,
  questionIn,
  withAnswer,
} from '../core/own-session.ts';
import { markOf, type Rating, ratingOf } from '../core/review.ts';
import type { OwnSessions } from '../ports/own-sessions.ts';
import { platformOf } from '../ports/platform.ts';
import type { GivenAnswer } from '../ports/queue.ts';
import { noteLearned } from './learned.ts';
import { openCards } from './open-cards.ts';
import type { Parts } from './parts.ts';
import { openBook } from './review-book.ts';
import { ruledCardFor } from './ruled-card.ts';
import { studyDays } from './study-day.ts';

/** How often a session is read again that changes under the hand. */
const MOST_READS = 10;

/** What of an answer counts here. */
type Given = Pick<
  GivenAnswer,
  'community' | 'member' | 'round' | 'event' | 'response' | 'receivedAt' | 'locale'
>;

/** The session and its question that a round names. */
interface Asked {
  readonly session: OwnSession;
  readonly question: OwnQuestion;
}

function askedIn(sessions: OwnSessions | undefined, round: Given['round']): Asked | null {
  for (const session of [sessions?.solo, sessions?.review]) {
    const question = session && questionIn(session, round);
    if (question) return { session, question };
  }
  return null;
}

/** Takes the answers to questions of solo quizzes and reviews; returns those to other rounds. */
export async function takeOwnAnswers(
  parts: Parts,
  community: CommunityId,
  answers: readonly GivenAnswer[],
): Promise<readonly GivenAnswer[]> {
  const members = answers.map(({ member }) => member);
  const sessions = await parts.store.ownSessions.read(community, members);
  const isOwn = answers.map(({ round }, at) => askedIn(sessions[at], round) !== null);
  const taken = await Promise.all(answers.map((given, at) => !isOwn[at] || takeOne(parts, given)));
  return answers.filter((_, at) => !taken[at] || !isOwn[at]);
}

/** False where the question went while its answer was on its way. */
async function takeOne(parts: Parts, given: GivenAnswer): Promise<boolean> {
  const view = await answerOwn(parts, given);
  if (view === null) return false;
  try {
    await platformOf(parts.platforms, given.community).reply(given.replyTo, view, 'only me');
  } catch (cause) {
    parts.report('replying with a verdict', cause);
  }
  return true;
}

/** What a question that one member alone sees is looked up by. */
export async function ownQuestion(
  { store }: Pick<Parts, 'store'>,
  { community, member }: Pick<Origin, 'community' | 'member'>,
  round: Given['round'],
): Promise<Asked | null> {
  const [sessions] = await store.ownSessions.read(community, [member]);
  return askedIn(sessions, round);
}

/**
 * Records an answer to a question of a solo quiz or a review and tells what it was worth; null where there is no such
 * question. The first answer counts.
 *
 * @param rating how well a flash card of a review was remembered; absent for what the response says
 */
export async function answerOwn(parts: Parts, given: Given, rating?: Rating): Promise<View | null> {
  const { refusal, own } = textsFor(given.locale);
  const { community, member } = given;
  for (let reads = 0; reads < MOST_READS; reads++) {
    const asked = await ownQuestion(parts, given, given.round);
    if (!asked) return null;
    const { session, question } = asked;
    if (question.answer) return repeatedView(parts, given, asked, question.answer, rating);
    const isOpen = await openCards(parts, community, member);
    if (isOpen(question.card)) return goOn(session, own.openElsewhere);
    const card = await ruledCardFor(parts, community, question.card);
    const graded = { ...question, card };
    const answer = ownAnswer(graded, given.event, given.response);
    if (!answer) return textView('refusal', refusal.title, refusal.notAChoice);
    const dayOf = await studyDays(parts, community);
    const day = dayOf(parts.clock.now());
    const next = withAnswer(session, graded, answer, { at: given.receivedAt, day });
    if (await parts.store.ownSessions.put(community, member, session.kind, session, next)) {
      await note(parts, given, graded, answer, rating);
      return verdict(parts, given, { session: next, question: graded }, answer, false);
    }
  }
  throw new Error('the session changed each time it was read');

  function goOn(session: OwnSession, why: string): View {
    const action = { label: own.next, press: { kind: 'go on', of: session.kind } } as const;
    return { ...textView('refusal', refusal.title, why), actions: [action] };
  }
}

/** The same event again may come from a crash before its answer was noted. */
async function repeatedView(
  parts: Parts,
  given: Given,
  asked: Asked,
  answer: OwnAnswer,
  rating: Rating | undefined,
): Promise<View> {
  const isSame = answer.event === given.event;
  if (isSame) await note(parts, given, asked.question, answer, rating);
  return verdict(parts, given, asked, answer, !isSame);
}

function note(
  parts: Parts,
  { community, member, receivedAt }: Given,
  { round, card }: OwnQuestion,
  { response, verdict }: OwnAnswer,
  rating: Rating | undefined,
): Promise<void> {
  const mark = rating ?? markOf(response, verdict);
  const { deck, id } = card;
  return noteLearned(parts, community, [
    { member, deck, card: id, mark, at: receivedAt, event: round },
  ]);
}

async function verdict(
  parts: Parts,
  { community, member, locale }: Given,
  { session, question }: Asked,
  answer: OwnAnswer,
  repeated: boolean,
): Promise<View> {
  const texts = textsFor(locale);
  if (session.kind === 'solo') return soloVerdictView(session, answer, repeated, texts);
  const [{ cards, today }, isOpen] = await Promise.all([
    openBook(parts, community, member),
    openCards(parts, community, member),
  ]);
  const rated = cards.find(({ scheduled }) => scheduled.event === question.round);
  const left = cards.filter(
    ({ card, scheduled }) => scheduled.memory.due <= today && !isOpen(card),
  );
  const memory = rated?.scheduled.memory;
  const { leechAfter, dayLimit } = parts.review;
  const isForgotten = ratingOf(markOf(answer.response, answer.verdict)) === 'again';
  const isLeech = memory !== undefined && isForgotten && memory.lapses >= leechAfter;
  const outcome = {
    days: Math.max(1, (memory?.due ?? today) - today),
    leech: isLeech ? memory.lapses : null,
    left: Math.min(left.length, Math.max(0, dayLimit - session.count)),
  };
  return reviewVerdictView(question, answer, outcome, repeated, texts);
}
