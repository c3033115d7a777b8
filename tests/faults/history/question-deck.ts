import type { Card, Deck } from '../../../src/core/card.ts';
import { cardId, deckId, topicId } from '../../../src/core/ids.ts';

/** Enough that open rounds of a community's dailies never run out of cards. */
const CARDS = 60;

const card = (number: number): Card => ({
  id: cardId.of(`card-${number}`),
  formerly: [],
  deck: deckId.of('history'),
  topic: topicId.of(`topic-${number % 7}`),
  topicTitle: `Topic ${number % 7}`,
  difficulty: 1,
  explanation: `The explanation of ${number}.`,
  source: `The source of ${number}`,
  hint: null,
  picture: null,
  seed: null,
  revision: `card-${number}-1`,
  kind: 'single',
  prompt: `Which one is right (${number})?`,
  options: ['right one', 'wrong one', 'wrong two', 'wrong three'],
  why: [null, 'One is wrong.', 'Two is wrong.', 'Three is wrong.'],
  key: 0,
});

/** Single choices whose right option says that it is. */
export const questionDeck: Deck = {
  id: deckId.of('history'),
  title: 'Questions of the fault history',
  cards: Array.from({ length: CARDS }, (_, at) => card(at + 1)),
};
