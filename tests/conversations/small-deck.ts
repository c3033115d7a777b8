import type { Card, Deck } from '../../src/core/card.ts';
import { cardId, deckId, topicId } from '../../src/core/ids.ts';
import type { Rules } from '../../src/core/rules.ts';
import type { Decks } from '../../src/ports/decks.ts';

/** The rules as they are unless an operator sets them otherwise. */
export const RULES: Rules = {
  verdict: 'at-once',
  streakCounts: 'answered',
  closesAfter: 7 * 24 * 3_600_000,
  catchUp: 6 * 3_600_000,
};

export function decksOf(...decks: readonly Deck[]): Decks {
  return { get: (id) => decks.find((deck) => deck.id === id) ?? null, list: () => decks };
}

const about = (id: string, topic: string) => ({
  id: cardId.of(id),
  formerly: [],
  deck: deckId.of('virtualization'),
  topic: topicId.of(topic),
  topicTitle: topic,
  difficulty: 1 as const,
  explanation: `The explanation of ${id}.`,
  source: `The source of ${id}`,
  hint: null,
  seed: null,
  revision: `${id}-1`,
});

/** Options say in their own words whether they are right, so that a test can choose by words. */
export const smallDeck: readonly Card[] = [
  {
    ...about('single-one', 'alpha'),
    kind: 'single',
    prompt: 'Which option is the right one?',
    options: ['right one', 'wrong one', 'wrong two', 'wrong three'],
    why: [null, 'One is wrong.', 'Two is wrong.', 'Three is wrong.'],
    key: 0,
  },
  {
    ...about('single-two', 'beta'),
    kind: 'single',
    prompt: 'Which option is the right one, again?',
    options: ['wrong one', 'right one', 'wrong two', 'wrong three'],
    why: ['One is wrong.', null, 'Two is wrong.', 'Three is wrong.'],
    key: 1,
  },
  {
    ...about('single-three', 'gamma'),
    kind: 'single',
    prompt: 'Which option is the right one, at last?',
    options: ['wrong one', 'wrong two', 'right one', 'wrong three'],
    why: ['One is wrong.', 'Two is wrong.', null, 'Three is wrong.'],
    key: 2,
  },
];

/** One card of each other kind. */
export const statement: Card = {
  ...about('statement', 'delta'),
  kind: 'true-false',
  prompt: 'A hypercall exists only under paravirtualization.',
  key: false,
  correction: 'Fully virtualized guests use hypercalls too.',
};

export const several: Card = {
  ...about('several', 'epsilon'),
  kind: 'several',
  prompt: 'Which of these are right?',
  options: ['right one', 'wrong one', 'right two', 'wrong two'],
  why: [null, 'One is wrong.', null, 'Two is wrong.'],
  key: [0, 2],
};
