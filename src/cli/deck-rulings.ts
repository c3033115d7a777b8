import { readdir, readFile } from 'node:fs/promises';
import { posix, relative } from 'node:path';
import { type Card, cardIn } from '../core/card.ts';
import type { DeckId } from '../core/ids.ts';
import { standingOf } from '../core/ruling.ts';
import { type Acceptance, acceptingPatch } from '../deck/accepting.ts';
import type { Decks } from '../ports/decks.ts';
import type { Appeal } from '../ports/rulings.ts';
import { withStore } from './books.ts';
import { openDecks } from './decks.ts';
import { Sentence } from './sentence.ts';

/** `deck rulings`: what organisers anywhere ruled right, to read, or as a patch of the authors' files. */
export async function deckRulings(words: readonly string[]): Promise<string> {
  const [way, ...more] = words;
  if (more.length > 0 || (way !== undefined && way !== '--patch')) {
    throw new Sentence(
      'Write `deck rulings` to read them, or `deck rulings --patch > rulings.patch`.',
    );
  }
  return withStore(async (store, settings) => {
    const decks = await openDecks(settings.content);
    const accepted: Appeal[] = [];
    for (const community of await store.books.communities()) {
      for (const { id } of decks.list())
        accepted.push(...(await store.rulings.accepted(community, id)));
    }
    const additions = additionsOf(decks, accepted);
    return way === undefined
      ? listOf(additions)
      : patchOf(additions, settings.content, process.cwd());
  });
}

/** Wordings to add in one place of a card, and how many communities accepted each. */
interface Addition {
  readonly card: Card;
  readonly place: number;
  readonly words: Map<string, { readonly written: string; readonly communities: number }>;
}

const HEAD = `# What organisers ruled right and the decks do not accept yet. Look at each, then add it to its card:
# from then on it counts in every community, and the rulings are listed as merged.
`;

/** By deck, card and place; rulings that the deck has merged, or whose card asks for something else, are left out. */
export function additionsOf(decks: Decks, accepted: readonly Appeal[]): readonly Addition[] {
  const additions = new Map<string, Addition>();
  for (const ruling of accepted) {
    const card = cardIn(decks.get(ruling.deck), ruling.card);
    if (!card || standingOf(ruling, card) !== 'applies') continue;
    const name = `${card.deck} ${card.id} ${ruling.place}`;
    const own = additions.get(name) ?? { card, place: ruling.place, words: new Map() };
    const known = own.words.get(ruling.normal);
    const communities = (known?.communities ?? 0) + 1;
    own.words.set(ruling.normal, { written: known?.written ?? ruling.words, communities });
    additions.set(name, own);
  }
  return [...additions].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

/** YAML, a list for each deck. */
export function listOf(additions: readonly Addition[]): string {
  if (additions.length === 0) {
    return `${HEAD}# Nothing: every ruling that still stands is in its deck.\n`;
  }
  const deckIds = [...new Set(additions.map(({ card }): DeckId => card.deck))];
  const lists = deckIds.map((id) => {
    const own = additions.filter(({ card }) => card.deck === id);
    return `${id}:\n${own.map(entryOf).join('')}`;
  });
  return `${HEAD}${lists.join('')}`;
}

/** Cards whose key lists whole answers; an author widens the tolerance or a point of the others. */
const isListed = ({ card: { kind } }: Addition): boolean => kind === 'typed' || kind === 'gap';

/**
 * For `git apply` in the folder `root`. What no list can take up stands above it, where git passes it over.
 *
 * @param content holds the decks
 */
export async function patchOf(
  additions: readonly Addition[],
  content: string,
  root: string,
): Promise<string> {
  const [listed, others] = [
    additions.filter(isListed),
    additions.filter((each) => !isListed(each)),
  ];
  const patches: string[] = [];
  for (const deck of new Set(listed.map(({ card }) => card.deck))) {
    const own = listed.filter(({ card }) => card.deck === deck).map(acceptanceOf);
    const folder = posix.join(content, deck);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
    for (const name of names) {
      const file = posix.join(folder, name);
      patches.push(acceptingPatch(relative(root, file), await readFile(file, 'utf8'), own));
    }
  }
  const head = others.length > 0 ? listOf(others) : HEAD;
  return `${head}${patches.join('')}`;
}

function acceptanceOf({ card, place, words }: Addition): Acceptance {
  const written = [...words.values()].map((each) => each.written);
  return { card: card.id, gap: card.kind === 'gap' ? place : null, words: written };
}

function entryOf({ card, place, words }: Addition): string {
  const gap = card.kind === 'gap' ? `    gap: ${place + 1}\n` : '';
  // Neither kind lists whole answers: its author widens the tolerance, or a point.
  const name = card.kind === 'numeric' || card.kind === 'key-points' ? 'ruled' : 'accept';
  const items = [...words.values()].map(
    ({ written, communities }) =>
      `      - ${JSON.stringify(written)} # in ${communities} ${communities === 1 ? 'community' : 'communities'}\n`,
  );
  return `  - card: ${card.id}\n${gap}    ${name}:\n${items.join('')}`;
}
