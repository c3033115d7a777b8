import type { Card, Response } from './card.ts';
import type { Instant } from './day.ts';
import { fits, grade, type Mark, type Verdict } from './grading.ts';
import type { CardId, DeckId, RoundId } from './ids.ts';

/** A member's one counted response to a question that only they see. */
export interface OwnAnswer {
  /** The platform's event that brought it. */
  readonly event: string;
  readonly response: Response;
  readonly verdict: Verdict;
}

/** A question that one member alone sees. It keeps its card as shown. */
export interface OwnQuestion {
  readonly round: RoundId;
  readonly card: Card;
  readonly answer: OwnAnswer | null;
}

/** An answer that can still be disputed when its question is no longer shown. */
export interface EarlierAnswer {
  readonly round: RoundId;
  readonly deck: DeckId;
  readonly card: CardId;
  readonly response: Response;
  readonly at: Instant;
}

/** How many of them a session keeps. */
const MOST_EARLIER = 30;

/** What came of a question of a solo quiz. */
interface SoloResult {
  readonly card: CardId;
  readonly prompt: string;
  readonly mark: Mark;
}

/** A quiz for one, at their own pace. */
export interface SoloSession {
  readonly kind: 'solo';
  readonly deck: DeckId;
  /** Cards still to come. */
  readonly ahead: readonly CardId[];
  readonly now: OwnQuestion;
  /** In the order of the answers, `now` among them once it is answered. */
  readonly done: readonly SoloResult[];
  /** The latest last; absent in sessions of earlier versions. */
  readonly earlier?: readonly EarlierAnswer[];
}

/** Where a member stands in their review. */
export interface ReviewSession {
  readonly kind: 'review';
  /** The study day that `count` speaks of, numbered as `dayNumber` does. */
  readonly day: number;
  /** Cards reviewed on that day. */
  readonly count: number;
  readonly now: OwnQuestion;
  /** The one before, whose answer can still be taken back; null for none. */
  readonly last: OwnQuestion | null;
  /** As of a solo quiz. */
  readonly earlier?: readonly EarlierAnswer[];
}

export type OwnSession = SoloSession | ReviewSession;
export type OwnKind = OwnSession['kind'];

/** The question of a session that a round names; null for none. */
export function questionIn(session: OwnSession, round: RoundId): OwnQuestion | null {
  if (session.now.round === round) return session.now;
  return session.kind === 'review' && session.last?.round === round ? session.last : null;
}

/** Grades a response to the question, or null where it could not have been given to its card. */
export function ownAnswer({ card }: OwnQuestion, event: string, response: Response) {
  if (!fits(card, response)) return null;
  return { event, response, verdict: grade(card, response) } satisfies OwnAnswer;
}

/** What a self-graded response says in a tally. */
function tallied({ response, verdict }: OwnAnswer): Mark {
  if (response.kind !== 'self') return verdict.mark;
  return ({ knew: 'right', partly: 'partly', no: 'wrong' } as const)[response.grade];
}

/** The answers of a session that can be disputed, where a new session goes on with them. */
export function earlierIn(
  session: OwnSession | null,
): Pick<OwnSession, 'earlier'> | Record<never, never> {
  return session?.earlier ? { earlier: session.earlier } : {};
}

function withEarlier(
  { earlier = [] }: OwnSession,
  { round, card: { deck, id: card } }: OwnQuestion,
  { response }: OwnAnswer,
  at: Instant,
): readonly EarlierAnswer[] {
  return [...earlier, { round, deck, card, response, at }].slice(-MOST_EARLIER);
}

/** The session with its question answered at a time, on a study day. @param question as it was graded */
export function withAnswer(
  before: OwnSession,
  question: OwnQuestion,
  answer: OwnAnswer,
  { at, day }: { readonly at: Instant; readonly day: number },
): OwnSession {
  const now = { ...question, answer };
  const session = { ...before, earlier: withEarlier(before, question, answer, at) };
  if (session.kind === 'review') {
    const count = (session.day === day ? session.count : 0) + 1;
    return { ...session, now, day, count };
  }
  const { id: card, prompt } = now.card;
  return { ...session, now, done: [...session.done, { card, prompt, mark: tallied(answer) }] };
}

/** How far a solo quiz is: the number of its question, and of how many. */
export function soloPlace({ ahead, now, done }: SoloSession): { number: number; of: number } {
  const number = done.length + (now.answer === null ? 1 : 0);
  return { number, of: number + ahead.length };
}

/** The review with the answer to one of its questions taken back, which then is the one that is asked. */
export function withoutAnswer(session: ReviewSession, round: RoundId): ReviewSession | null {
  const question = questionIn(session, round);
  if (question === null || question.answer === null) return null;
  const now = { ...question, answer: null };
  const earlier = (session.earlier ?? []).filter((each) => each.round !== round);
  return { ...session, now, last: null, count: Math.max(0, session.count - 1), earlier };
}
