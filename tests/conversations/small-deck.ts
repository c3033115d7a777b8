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
  remindBefore: 3 * 3_600_000,
  discussion: 'none',
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
  picture: null,
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

/** One card of each kind that is not picked from a list. */
export const otherKinds = {
  kprime: {
    ...about('kprime', 'zeta'),
    kind: 'kprime',
    prompt: 'Which of these hold?',
    statements: ['true one', 'false one', 'true two', 'false two'],
    key: [true, false, true, false],
    why: [null, 'One is false.', null, 'Two is false.'],
  },
  typed: {
    ...about('typed', 'eta'),
    kind: 'typed',
    prompt: 'What does VT-x keep the state of a virtual processor in?',
    wording: { accept: ['VMCS', 'virtual-machine control structure'], reject: ['VMCB'] },
    terms: ['VMCB'],
    hint: 'Four letters.',
  },
  keyPoints: {
    ...about('key-points', 'theta'),
    kind: 'key-points',
    prompt: 'Name the goals of a VMM.',
    points: [
      { point: 'Fidelity', any: ['fidelity', 'equivalence'] },
      { point: 'Performance', any: ['performance', 'efficiency'] },
      { point: 'Safety', any: ['safety', 'isolation'] },
    ],
    needs: 3,
    terms: [],
  },
  numeric: {
    ...about('numeric', 'iota'),
    kind: 'numeric',
    prompt: 'How long was the machine down, in ms?',
    key: 31.25,
    tolerance: 0.25,
    unit: 'ms',
  },
  order: {
    ...about('order', 'kappa'),
    kind: 'order',
    prompt: 'Put these in order.',
    items: ['first', 'second', 'third', 'fourth'],
    key: [0, 1, 2, 3],
  },
  match: {
    ...about('match', 'lambda'),
    kind: 'match',
    prompt: 'Who belongs to whom?',
    lefts: ['left one', 'left two', 'left three', 'left four'],
    rights: ['right one', 'right two', 'right three', 'right four'],
    key: [0, 1, 2, 3],
  },
  gap: {
    ...about('gap', 'mu'),
    kind: 'gap',
    prompt: 'The {1} writes page tables, the {2} checks them.',
    gaps: [
      { accept: ['guest'], reject: [] },
      { accept: ['hypervisor', 'VMM'], reject: [] },
    ],
    terms: [],
  },
  flash: {
    ...about('flash', 'nu'),
    kind: 'flash',
    prompt: 'What is a hypercall?',
    answer: 'A call of the guest kernel for a service of the hypervisor.',
  },
} as const satisfies Record<string, Card>;
