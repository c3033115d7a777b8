import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { deckId } from '../../../src/core/ids.ts';
import { readDecks } from '../../../src/deck/decks.ts';
import { revisionOf } from '../../../src/deck/revision.ts';
import { ABOUT, changed, SEVERAL, SINGLE, TRUE_FALSE, topicOf } from './written.ts';

function decksOf(...texts: readonly string[]) {
  const topics = texts.map((text) => ({
    file: `content/v/${/topic: (.*)/.exec(text)?.[1]}.yaml`,
    text,
  }));
  const read = readDecks([{ file: 'content/v/deck.yaml', text: ABOUT }, ...topics]);
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  return read.decks;
}

function cardOf(card: string): Card {
  const found = decksOf(topicOf(card)).list()[0]?.cards[0];
  if (!found) throw new Error('no card');
  return found;
}

const shared = {
  formerly: [],
  deck: 'v',
  topic: 'vmcs',
  topicTitle: 'The VMCS',
  source: 'Intel SDM',
  hint: null,
  picture: null,
  revision: expect.stringMatching(/^[0-9a-f]{12}$/),
};

describe('a card as written', () => {
  it('is a single card', () => {
    expect(cardOf(SINGLE)).toEqual({
      ...shared,
      kind: 'single',
      id: 'vmcs-fields',
      seed: 'S01',
      difficulty: 2,
      prompt: 'What does a VMCS hold?',
      options: ["The guest's pages", "The guest's state", "The host's disks", "The host's name"],
      key: 1,
      why: ['Pages lie in memory.', null, 'Disks lie elsewhere.', 'Names lie in a file.'],
      explanation: 'It holds the state of one virtual processor.',
    });
  });

  it('is a several card, its keys ascending', () => {
    expect(cardOf(changed(SEVERAL, '[B, D]', '[D, B]'))).toMatchObject({
      kind: 'several',
      key: [1, 3],
      why: ['Pages lie in memory.', null, 'Disks lie elsewhere.', null],
    });
  });

  it('is a true-false card', () => {
    expect(cardOf(TRUE_FALSE)).toEqual({
      ...shared,
      kind: 'true-false',
      id: 'vmcs-truth',
      seed: null,
      difficulty: 1,
      prompt: 'A VMCS holds guest pages.',
      key: false,
      correction: 'A VMCS holds guest state.',
      explanation: 'Pages lie in memory.',
    });
  });

  it('may say earlier ids, an exercise and a hint', () => {
    const more = changed(
      SINGLE,
      'seed: S01',
      'formerly: [old-one]\n    exercise: W16\n    hint: Think.',
    );
    expect(cardOf(more)).toMatchObject({ formerly: ['old-one'], hint: 'Think.', seed: null });
  });

  it('may have bare numbers for options', () => {
    expect(cardOf(changed(SINGLE, "The host's name", '16'))).toMatchObject({
      options: expect.arrayContaining(['16']),
    });
  });
});

describe('a revision', () => {
  it('does not hang on the order in which a card was put together', () => {
    expect(revisionOf({ a: 1, b: ['x', null] })).toBe(revisionOf({ b: ['x', null], a: 1 }));
  });

  const { revision } = cardOf(SINGLE);

  it.each([
    [
      'quotes',
      changed(SINGLE, 'prompt: What does a VMCS hold?', "prompt: 'What does a VMCS hold?'"),
    ],
    [
      'a block',
      changed(
        SINGLE,
        'prompt: What does a VMCS hold?',
        'prompt: >-\n      What does a\n      VMCS hold?',
      ),
    ],
    [
      'the order of keys',
      changed(changed(SINGLE, '    key: B\n', ''), '    source:', '    key: B\n    source:'),
    ],
    ['the id', changed(SINGLE, 'vmcs-fields', 'vmcs-content')],
    ['a comment', changed(SINGLE, 'key: B', 'key: B # surely')],
  ])('stays through a change of %s', (_, card) => {
    expect(cardOf(card).revision).toBe(revision);
  });

  it.each([
    ['a word', changed(SINGLE, 'hold?', 'store?')],
    ['the key', changed(SINGLE, 'key: B', 'key: C').replace('      C: Disks', '      B: Disks')],
    ['the difficulty', changed(SINGLE, 'difficulty: 2', 'difficulty: 3')],
    ['a hint', changed(SINGLE, '    source', '    hint: Look.\n    source')],
  ])('changes with %s', (_, card) => {
    expect(cardOf(card).revision).not.toBe(revision);
  });
});

it('finds a deck by its id and keeps the order of its files', () => {
  const exits = changed(topicOf(TRUE_FALSE), 'topic: vmcs', 'topic: exits');
  const decks = decksOf(topicOf(SINGLE), exits);
  expect(decks.get(deckId.of('v'))?.cards.map(({ id }) => id)).toEqual([
    'vmcs-fields',
    'vmcs-truth',
  ]);
  expect(decks.get(deckId.of('w'))).toBeNull();
  expect(decks.list().map(({ id, title }) => [id, title])).toEqual([['v', 'Virtualization']]);
});
