import type { CommandIntent, Origin } from '../chat/intent.ts';
import { nearest } from '../chat/nearest.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView, type View } from '../chat/view.ts';
import { soloQuestionView } from '../chat/views/own-question.ts';
import { soloSummaryView } from '../chat/views/solo.ts';
import { type Card, type Deck, withShuffledOptions } from '../core/card.ts';
import { seededDice, shuffled } from '../core/dice.ts';
import { type CardId, type CommunityId, deckId } from '../core/ids.ts';
import { earlierIn, type SoloSession } from '../core/own-session.ts';
import { openCards } from './open-cards.ts';
import type { Parts } from './parts.ts';
import { cardNamed } from './review-book.ts';

const USUAL_COUNT = 10;
const MOST_QUESTIONS = 30;
/** Topics that are offered in place of one that does not exist. */
const MOST_TOPICS = 8;
/** How often a session is read again that changes under the hand. */
const MOST_READS = 10;

type IsOpen = (card: Card) => boolean;

const onlyMe = (view: View): Reply => ({ kind: 'view', view, seenBy: 'only me' });

/** `/quiz solo`: goes on with the quiz under way while it has a question to ask, unless a new one is described. */
export async function soloCommand(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const isDescribed = Object.keys(intent.options).length > 0;
  const { session, isOpen } = await soloOf(parts, intent);
  if (isDescribed || !session || advanced(parts, session, isOpen) === null) {
    return begin(parts, intent, session, isOpen);
  }
  return soloGoesOn(parts, intent);
}

/** The button for the next question; pressed once more, it shows the same one. */
export async function soloGoesOn(parts: Parts, intent: Origin): Promise<Reply> {
  const texts = textsFor(intent.locale);
  for (let reads = 0; reads < MOST_READS; reads++) {
    const { session, isOpen } = await soloOf(parts, intent);
    if (!session) return onlyMe(textView('refusal', texts.refusal.title, texts.own.gone));
    const next = advanced(parts, session, isOpen);
    if (next === null) return onlyMe(soloSummaryView(session, texts));
    if (next === session || (await put(parts, intent, session, next))) {
      return onlyMe(soloQuestionView(next, texts));
    }
  }
  throw new Error('the solo quiz changed each time it was read');
}

/** A member's solo quiz, with what it may not ask now. */
async function soloOf(
  parts: Parts,
  { community, member }: Origin,
): Promise<{ readonly session: SoloSession | null; readonly isOpen: IsOpen }> {
  const [[sessions], isOpen] = await Promise.all([
    parts.store.ownSessions.read(community, [member]),
    openCards(parts, community, member),
  ]);
  return { session: sessions?.solo ?? null, isOpen };
}

function put(
  { store }: Parts,
  { community, member }: Origin,
  read: SoloSession | null,
  next: SoloSession,
): Promise<boolean> {
  return store.ownSessions.put(community, member, 'solo', read, next);
}

/** The session with a question that may be asked; null where there is none any more. */
function advanced(parts: Parts, session: SoloSession, isOpen: IsOpen): SoloSession | null {
  const { now, deck, ahead } = session;
  if (now.answer === null && !isOpen(now.card)) return session;
  for (const [at, id] of ahead.entries()) {
    const card = cardNamed(parts.decks, deck, id);
    if (card && !isOpen(card)) {
      return { ...session, now: questionOf(parts, card), ahead: ahead.slice(at + 1) };
    }
  }
  return null;
}

function questionOf({ makeRoundId }: Parts, card: Card): SoloSession['now'] {
  const round = makeRoundId();
  return { round, card: withShuffledOptions(card, seededDice(round)), answer: null };
}

/** What a new quiz is to be of, or why not. */
interface Wanted {
  readonly deck: Deck;
  readonly cards: readonly Card[];
  readonly count: number;
}

async function begin(
  parts: Parts,
  intent: CommandIntent,
  read: SoloSession | null,
  isOpen: IsOpen,
): Promise<Reply> {
  const { community, locale, options } = intent;
  const texts = textsFor(locale);
  const wanted = wantedIn(parts, options, await usualDeck(parts, community), texts);
  if (typeof wanted === 'string') return refused(texts, wanted);
  const free = wanted.cards.filter((card) => !isOpen(card));
  const chosen = shuffled(free, seededDice(parts.makeRoundId())).slice(0, wanted.count);
  const [first, ...rest] = chosen;
  if (!first) return refused(texts, texts.solo.noCards);
  const session: SoloSession = {
    kind: 'solo',
    deck: wanted.deck.id,
    ahead: rest.map(({ id }): CardId => id),
    now: questionOf(parts, first),
    done: [],
    ...earlierIn(read),
  };
  // Begun twice at once, the first one stands, and is shown.
  if (!(await put(parts, intent, read, session))) return soloGoesOn(parts, intent);
  return onlyMe(soloQuestionView(session, texts));
}

const refused = ({ solo }: Texts, why: string): Reply =>
  onlyMe(textView('refusal', solo.refused, why));

/** The deck of the community's first daily, or else the first there is. */
async function usualDeck({ store, decks }: Parts, community: CommunityId): Promise<Deck | null> {
  const [first] = await store.dailies.list(community);
  return (first && decks.get(first.deck)) ?? decks.list()[0] ?? null;
}

function wantedIn(
  { decks }: Parts,
  options: CommandIntent['options'],
  usual: Deck | null,
  { solo }: Texts,
): Wanted | string {
  const { deck: deckName, topic, count: written } = options;
  const known = decks.list().map(({ id }) => id);
  const named = deckName === undefined ? usual : deckAt(decks, deckName);
  if (!named) return solo.noDeck(deckName ?? '', nearest(deckName ?? '', known), known);
  const count = written === undefined ? USUAL_COUNT : Number(written);
  if (!Number.isInteger(count) || count < 1 || count > MOST_QUESTIONS) {
    return solo.badCount(written ?? '', MOST_QUESTIONS);
  }
  if (topic === undefined) return { deck: named, cards: named.cards, count };
  const cards = named.cards.filter((card) => isOf(card, topic));
  if (cards.length === 0) return solo.noTopic(topic, named.id, topicsNear(named, topic));
  return { deck: named, cards, count };
}

function deckAt({ get }: Parts['decks'], name: string): Deck | null {
  const id = deckId.parse(name.toLowerCase());
  return id && get(id);
}

function isOf({ topic, topicTitle }: Card, wanted: string): boolean {
  const name = wanted.trim().toLowerCase();
  return topic === name || topicTitle.toLowerCase() === name;
}

/** The one that was most likely meant, or all of them. */
function topicsNear({ cards }: Deck, wanted: string): readonly string[] {
  const topics = [...new Set(cards.map(({ topic }) => topic))];
  const meant = nearest(wanted.trim().toLowerCase().replaceAll(' ', '-'), topics);
  return meant ? [meant] : topics.slice(0, MOST_TOPICS);
}
