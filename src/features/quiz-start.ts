import type { CommandIntent } from '../chat/intent.ts';
import { nearest } from '../chat/nearest.ts';
import { type Texts, textsFor } from '../chat/texts/index.ts';
import { type Reply, textView } from '../chat/view.ts';
import { announcementView } from '../chat/views/quiz.ts';
import type { Card, Deck } from '../core/card.ts';
import { seededDice } from '../core/dice.ts';
import { deckId, quizId } from '../core/ids.ts';
import {
  COUNTDOWN,
  newQuiz,
  QUIZ_COUNT,
  QUIZ_MODES,
  QUIZ_SECONDS,
  type QuizPlan,
} from '../core/quiz.ts';
import { drawCards } from '../core/quiz-draw.ts';
import type { Parts } from './parts.ts';
import { wakeQuiz } from './quiz-moves.ts';

/** Topics that a refusal names. */
const MOST_NAMED = 12;

/** `/quiz start`: draws the cards and announces the quiz. */
export async function startQuiz(parts: Parts, intent: CommandIntent): Promise<Reply> {
  const texts = textsFor(intent.locale);
  const asked = await askedFor(parts, intent, texts);
  if (typeof asked === 'string') return refused(asked, texts);
  const { quizzes } = parts.store;
  if (await quizzes.inChannel(intent.community, intent.channel)) {
    return refused(texts.quiz.start.running, texts);
  }
  const plan = await planFor(parts, intent, asked);
  if (plan.cards.length === 0) return refused(texts.quiz.start.noCards, texts);
  const state = newQuiz(plan);
  if (!(await quizzes.start(plan, state, intent.member))) {
    return refused(texts.quiz.start.running, texts);
  }
  await wakeQuiz(parts, { plan, state, starter: intent.member, messages: new Map() }, COUNTDOWN);
  const view = announcementView(plan, asked.count, plan.startedAt + COUNTDOWN, texts);
  return { kind: 'view', view, seenBy: 'channel' };
}

interface Asked extends Pick<QuizPlan, 'mode' | 'seconds' | 'zone'> {
  readonly deck: Deck;
  /** A card of the topic; null for all of the deck. */
  readonly topic: Pick<Card, 'topic' | 'topicTitle'> | null;
  readonly count: number;
}

/** What the options ask for, or the sentence that says what is wrong with them. */
async function askedFor(
  parts: Parts,
  { community, channel, options }: CommandIntent,
  { quiz: { start } }: Texts,
): Promise<Asked | string> {
  const dailies = await parts.store.dailies.list(community);
  const own = dailies.find((daily) => daily.channel === channel);
  const deck = deckAsked(parts, options['deck'], own?.deck);
  if (!deck) {
    const ids = parts.decks.list().map(({ id }) => id);
    return start.noDeck(options['deck'] ?? '', ids);
  }
  const topic = options['topic'] === undefined ? null : topicNamed(deck, options['topic']);
  if (options['topic'] !== undefined && !topic) return unknownTopic(deck, options['topic'], start);
  const count = numberIn(options['count'], QUIZ_COUNT);
  if (count === null) return start.badCount(options['count'] ?? '', QUIZ_COUNT.most);
  const seconds = numberIn(options['seconds'], QUIZ_SECONDS);
  if (seconds === null) {
    return start.badSeconds(options['seconds'] ?? '', QUIZ_SECONDS.least, QUIZ_SECONDS.most);
  }
  const mode = QUIZ_MODES.find((known) => known === options['mode']) ?? 'relaxed';
  return { deck, topic, count, seconds, mode, zone: own?.schedule.zone ?? parts.homeZone };
}

/** The one named, or else that of the channel's daily, or else the first. */
function deckAsked({ decks }: Parts, named: string | undefined, own: string | undefined) {
  const id = deckId.parse((named ?? own ?? '').trim().toLowerCase());
  const found = id && decks.get(id);
  return found ?? (named === undefined ? (decks.list()[0] ?? null) : null);
}

function topicNamed({ cards }: Deck, text: string): Card | null {
  const wanted = text.trim().toLowerCase();
  return (
    cards.find(
      ({ topic, topicTitle }) => topic === wanted || topicTitle.toLowerCase() === wanted,
    ) ?? null
  );
}

function unknownTopic({ cards }: Deck, text: string, start: Texts['quiz']['start']): string {
  const topics = [...new Set(cards.map(({ topic }) => topic))];
  const titles = new Set(cards.map(({ topicTitle }) => topicTitle.toLowerCase()));
  const meant = nearest(text.trim().toLowerCase(), [...topics, ...titles]);
  return start.noTopic(text, meant, topics.slice(0, MOST_NAMED));
}

function numberIn(
  text: string | undefined,
  { least, usual, most }: { readonly least: number; readonly usual: number; readonly most: number },
): number | null {
  if (text === undefined) return usual;
  const number = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

async function planFor(
  parts: Parts,
  { community, channel }: CommandIntent,
  { deck, topic, count, mode, seconds, zone }: Asked,
): Promise<QuizPlan> {
  const id = quizId.of(parts.makeRoundId().slice(0, 10));
  const { open, secret } = await parts.store.quizzes.beforeDrawing(community);
  // The id stands in every button, so that it alone must not tell what comes.
  const dice = seededDice(`${secret} ${id}`);
  return {
    id,
    community,
    channel,
    mode,
    seconds,
    cards: drawCards(deck.cards, topic?.topic ?? null, count, open, dice),
    subject: topic?.topicTitle ?? deck.title,
    zone,
    penalty: (parts.rules.examPenalty ?? 0) / 100,
    startedAt: parts.clock.now(),
  };
}

function refused(sentence: string, { quiz }: Texts): Reply {
  return { kind: 'view', view: textView('refusal', quiz.start.title, sentence), seenBy: 'only me' };
}
