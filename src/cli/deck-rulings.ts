import { type Card, cardIn } from '../core/card.ts';
import type { DeckId } from '../core/ids.ts';
import { standingOf } from '../core/ruling.ts';
import type { Decks } from '../ports/decks.ts';
import type { Appeal } from '../ports/rulings.ts';
import { withStore } from './books.ts';
import { openDecks } from './decks.ts';
import { Sentence } from './sentence.ts';

/** `deck rulings`: what organisers anywhere ruled right, as additions to the authors' cards. */
export async function deckRulings(words: readonly string[]): Promise<string> {
  if (words.length > 0)
    throw new Sentence('Write `deck rulings`, such as `deck rulings > patch.yaml`.');
  return withStore(async (store, settings) => {
    const decks = await openDecks(settings.content);
    const accepted: Appeal[] = [];
    for (const community of await store.books.communities()) {
      for (const { id } of decks.list())
        accepted.push(...(await store.rulings.accepted(community, id)));
    }
    return patchOf(decks, accepted);
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

/** YAML, a list for each deck; rulings that the deck has merged, or whose card asks for something else, are left out. */
export function patchOf(decks: Decks, accepted: readonly Appeal[]): string {
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
  const found = [...additions].sort(([one], [other]) => (one < other ? -1 : 1));
  if (found.length === 0)
    return `${HEAD}# Nothing: every ruling that still stands is in its deck.\n`;
  const idOf = ([, { card }]: (typeof found)[number]): DeckId => card.deck;
  const deckIds = [...new Set(found.map(idOf))];
  const lists = deckIds.map((id) => {
    const own = found.filter((each) => idOf(each) === id).map(([, addition]) => entryOf(addition));
    return `${id}:\n${own.join('')}`;
  });
  return `${HEAD}${lists.join('')}`;
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
