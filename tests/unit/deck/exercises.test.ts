import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { readDecks } from '../../../src/deck/decks.ts';
import { parseYaml } from '../../../src/deck/yaml-tree.ts';
import type { Worked, WorkedCards } from './worked.ts';
import {
  batching,
  consolidation,
  costOfExits,
  toyMachine,
  whoRunsWhere,
} from './worked-machines.ts';
import {
  composedEntry,
  idleMemoryTax,
  pageSharing,
  tablesAndLogs,
  threeSpaces,
  twoDimensionalWalk,
  virtqueue,
} from './worked-memory.ts';
import {
  postCopyMigration,
  preCopyByRounds,
  publishedMigration,
  roundsForLimit,
} from './worked-migration.ts';

const EXERCISES: Readonly<Record<string, WorkedCards>> = {
  W1: twoDimensionalWalk(),
  W2: composedEntry(),
  W3: threeSpaces(),
  W4: preCopyByRounds(),
  W5: roundsForLimit(),
  W6: publishedMigration(),
  W7: batching(),
  W8: costOfExits(),
  W9: virtqueue(),
  W10: pageSharing(),
  W11: idleMemoryTax(),
  W12: tablesAndLogs(),
  W13: toyMachine(),
  W14: consolidation(),
  W15: whoRunsWhere(),
  W16: postCopyMigration(),
};

const FOLDER = 'content/virtualization';
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ file: join(FOLDER, name), text: readFileSync(join(FOLDER, name), 'utf8') }));
const images = readdirSync(join(FOLDER, 'images')).map((name) => join(FOLDER, 'images', name));

const loaded = readDecks(files, images);
const cards: readonly Card[] =
  loaded.kind === 'loaded' ? loaded.decks.list().flatMap((deck) => deck.cards) : [];

/** The ids of the cards that name each exercise. */
const named = new Map<string, string[]>();
for (const source of files) {
  const parsed = parseYaml(source);
  const topic = parsed.kind === 'tree' ? (parsed.tree.value as { cards?: Named[] }) : {};
  for (const { id, exercise } of topic.cards ?? []) {
    if (exercise) named.set(exercise, [...(named.get(exercise) ?? []), id]);
  }
}

interface Named {
  readonly id: string;
  readonly exercise?: string;
}

/** What a card takes for right, in the words of the card. */
function keyOf(card: Card): unknown {
  switch (card.kind) {
    case 'single':
      return card.options[card.key];
    case 'several':
      return card.key.map((at) => card.options[at]);
    case 'match':
      return Object.fromEntries(card.lefts.map((left, at) => [left, card.rights[at]]));
    case 'numeric':
    case 'true-false':
      return card.key;
    default:
      throw new Error(`an exercise of kind ${card.kind} is not worked out here`);
  }
}

describe.each(Object.entries(EXERCISES))('the exercise %s', (exercise, worked) => {
  it('has the cards that are worked out here, and no others', () => {
    expect((named.get(exercise) ?? []).sort()).toEqual(Object.keys(worked).sort());
    expect(named.get(exercise)).not.toEqual([]);
  });

  it.each(Object.entries(worked))(
    '%s comes out as its key says',
    (id, { inputs, key, says }: Worked) => {
      const card = cards.find((candidate) => candidate.id === id);
      if (!card) throw new Error(`there is no card ${id}`);
      for (const input of inputs) expect(card.prompt).toContain(String(input));
      if (typeof key === 'number') expect(key).toBeCloseTo(keyOf(card) as number, 3);
      else expect(keyOf(card)).toEqual(key);
      for (const passage of says) expect(card.explanation).toContain(passage);
    },
  );
});

it('there are sixteen exercises', () => {
  expect(Object.keys(EXERCISES)).toHaveLength(16);
  expect([...named.keys()].sort()).toEqual(Object.keys(EXERCISES).sort());
});
