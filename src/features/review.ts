import type { Origin } from '../chat/intent.ts';
import type { ReviewPress } from '../chat/review-press.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import {
  type ReviewRest,
  reviewDoneView,
  reviewLimitView,
  reviewQuestionView,
} from '../chat/views/review.ts';
import type { ReviewCounts } from '../chat/views/statistics.ts';
import { type Card, type SelfGrade, withShuffledOptions } from '../core/card.ts';
import { seededDice } from '../core/dice.ts';
import type { CommunityId, MemberId, RoundId } from '../core/ids.ts';
import {
  earlierIn,
  type OwnQuestion,
  questionIn,
  type ReviewSession,
  withoutAnswer,
} from '../core/own-session.ts';
import { isKnown, type Rating } from '../core/review.ts';
import { openCards } from './open-cards.ts';
import { answerOwn } from './own-answers.ts';
import type { Parts } from './parts.ts';
import { type BookedCard, cardNamed, type OpenBook, openBook } from './review-book.ts';

/** How often a session is read again that changes under the hand. */
const MOST_READS = 10;
/** Hard cards that are explained at once. */
const MOST_LEECHES = 3;

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

/** A member's book with what of it may be asked now. */
interface Desk {
  readonly book: OpenBook;
  /** The longest due first. */
  readonly due: readonly BookedCard[];
  readonly isOpen: (card: Card) => boolean;
}

async function deskOf(parts: Parts, community: CommunityId, member: MemberId): Promise<Desk> {
  const [book, isOpen] = await Promise.all([
    openBook(parts, community, member),
    openCards(parts, community, member),
  ]);
  const due = book.cards
    .filter(({ card, scheduled }) => scheduled.memory.due <= book.today && !isOpen(card))
    .sort((a, b) => a.scheduled.memory.due - b.scheduled.memory.due || (a.name < b.name ? -1 : 1));
  return { book, due, isOpen };
}

/** How many cards a member could review now; those in an open question that they have not answered do not count. */
export async function dueCount(
  parts: Parts,
  community: CommunityId,
  member: MemberId,
): Promise<number> {
  return (await deskOf(parts, community, member)).due.length;
}

/**
 * A member's review in numbers: cards in it, known ones, and those due now; null where it is empty. Cards that pass
 * `isSecret` count nowhere: their place in the review would tell a verdict.
 */
export async function reviewCounts(
  parts: Parts,
  community: CommunityId,
  member: MemberId,
  isSecret: (card: Card) => boolean,
): Promise<ReviewCounts | null> {
  const desk = await deskOf(parts, community, member);
  const cards = desk.book.cards.filter(({ card }) => !isSecret(card));
  if (cards.length === 0) return null;
  const known = cards.filter(({ scheduled }) => isKnown(scheduled.memory, desk.book.today));
  const due = desk.due.filter(({ card }) => !isSecret(card));
  return { all: cards.length, known: known.length, due: due.length };
}

/** `/review`, and the button for the next card. */
export async function reviewCommand(parts: Parts, intent: Origin): Promise<Reply> {
  const { community, member, locale } = intent;
  const texts = textsFor(locale);
  for (let reads = 0; reads < MOST_READS; reads++) {
    const desk = await deskOf(parts, community, member);
    const [sessions] = await parts.store.ownSessions.read(community, [member]);
    const session = sessions?.review ?? null;
    const next = nextIn(parts, desk, session, texts);
    if ('tone' in next) return onlyMe(next);
    if (next === session || (await put(parts, intent, session, next))) {
      return onlyMe(reviewQuestionView(next.now, desk.due.length, texts));
    }
  }
  throw new Error('the review changed each time it was read');
}

/** The review with the card that is to be asked, or what stands in its place. */
function nextIn(
  parts: Parts,
  desk: Desk,
  session: ReviewSession | null,
  texts: Texts,
): ReviewSession | View {
  const { book, due } = desk;
  const count = session?.day === book.today ? session.count : 0;
  const [first] = due;
  if (!first) return reviewDoneView(restOf(parts, desk, count), texts);
  if (count >= parts.review.dayLimit) return reviewLimitView(count, due.length, texts);
  if (session && stillAsked(parts, desk, session.now)) return session;
  const now = questionOf(parts, first.card);
  const last = answered(session);
  return { kind: 'review', day: book.today, count, now, last, ...earlierIn(session) };
}

const answered = (session: ReviewSession | null): OwnQuestion | null =>
  session?.now.answer ? session.now : null;

/** True for a question that waits for its answer and may still be asked as it is. */
function stillAsked({ decks }: Parts, { due }: Desk, { card, answer }: OwnQuestion): boolean {
  const now = cardNamed(decks, card.deck, card.id);
  return (
    answer === null &&
    now?.revision === card.revision &&
    due.some(({ card: { deck, id } }) => deck === now.deck && id === now.id)
  );
}

function questionOf({ makeRoundId }: Pick<Parts, 'makeRoundId'>, card: Card): OwnQuestion {
  const round = makeRoundId();
  return { round, card: withShuffledOptions(card, seededDice(round)), answer: null };
}

/** Of a card in an open question nothing: when it comes back would tell a verdict that is held back. */
function restOf({ review }: Parts, { book, isOpen }: Desk, today: number): ReviewRest {
  const coming = book.cards.filter(
    ({ card, scheduled }) => scheduled.memory.due > book.today && !isOpen(card),
  );
  const soonest = Math.min(...coming.map(({ scheduled }) => scheduled.memory.due));
  const cards = coming.filter(({ scheduled }) => scheduled.memory.due === soonest).length;
  const leeches = coming
    .filter(({ scheduled }) => scheduled.memory.lapses >= review.leechAfter)
    .sort((a, b) => b.scheduled.memory.lapses - a.scheduled.memory.lapses)
    .map(({ card }) => card);
  return {
    known: book.cards.length,
    today,
    next: cards > 0 ? { days: soonest - book.today, cards } : null,
    leeches: leeches.slice(0, MOST_LEECHES),
  };
}

function put(
  { store }: Parts,
  { community, member }: Origin,
  read: ReviewSession | null,
  next: ReviewSession,
): Promise<boolean> {
  return store.ownSessions.put(community, member, 'review', read, next);
}

const SELF: Readonly<Record<Rating, SelfGrade>> = {
  again: 'no',
  hard: 'partly',
  good: 'knew',
  easy: 'knew',
};

/** How well a flash card was remembered. */
export async function ratePressed(
  parts: Parts,
  intent: Origin,
  { round, rating }: Extract<ReviewPress, { kind: 'rate' }>,
): Promise<Reply> {
  const response = { kind: 'self', grade: SELF[rating] } as const;
  const view = await answerOwn(parts, { ...intent, round, response }, rating);
  return onlyMe(view ?? gone(textsFor(intent.locale)));
}

const gone = ({ refusal, own }: Texts): View => textView('refusal', refusal.title, own.gone);

/** Takes back the latest answer: the card stands as before, and is asked again. */
export async function undoPressed(parts: Parts, intent: Origin, round: RoundId): Promise<Reply> {
  const { community, member, locale } = intent;
  const texts = textsFor(locale);
  for (let reads = 0; reads < MOST_READS; reads++) {
    const [sessions] = await parts.store.ownSessions.read(community, [member]);
    const session = sessions?.review ?? null;
    const question = session && questionIn(session, round);
    if (!question) {
      return onlyMe(textView('refusal', texts.refusal.title, texts.review.undoTooLate));
    }
    if (question.answer === null) return reviewCommand(parts, intent);
    await restore(parts, intent, question);
    const next = withoutAnswer(session, round);
    if (next && (await put(parts, intent, session, next))) return reviewCommand(parts, intent);
  }
  throw new Error('the review changed each time it was read');
}

/** The card's schedule as it was before the answer; one that was rated since stays. */
async function restore(parts: Parts, intent: Origin, { round, card }: OwnQuestion): Promise<void> {
  const { community, member } = intent;
  for (let reads = 0; reads < MOST_READS; reads++) {
    const { read, cards } = await openBook(parts, community, member);
    const found = cards.find(({ scheduled }) => scheduled.event === round);
    if (!found) return;
    const { before } = found.scheduled;
    const was = before && { memory: before, before: null, event: `before-${round}` };
    if (await parts.store.reviews.write(community, member, read, new Map([[found.name, was]]))) {
      return;
    }
  }
  throw new Error(`the review of ${card.id} changed each time it was read`);
}
