import { formatFault } from '../deck/fault.ts';
import { loadDecks } from '../deck/load-decks.ts';
import type { Decks } from '../ports/decks.ts';
import { Sentence } from './sentence.ts';

/** The decks in use, which can be loaded anew while the bot runs. Rounds that stand keep their card as posted. */
export interface OpenDecks extends Decks {
  /** Reads the folder again. A fault changes nothing. @throws {Sentence} with every fault */
  reload(): Promise<void>;
}

/** @throws {Sentence} with every fault of the decks */
export async function openDecks(folder: string): Promise<OpenDecks> {
  let current = await readDecks(folder);
  return {
    get: (id) => current.get(id),
    list: () => current.list(),
    async reload() {
      current = await readDecks(folder);
    },
  };
}

async function readDecks(folder: string): Promise<Decks> {
  const loaded = await loadDecks(folder);
  if (loaded.kind === 'loaded') return loaded.decks;
  const faults = loaded.faults.map(formatFault);
  const title = `The decks have ${faults.length === 1 ? 'a fault' : 'faults'}:`;
  throw new Sentence([title, ...faults].join('\n'));
}

/** `247 cards in virtualization`. */
export function cardsInWords(decks: Decks): string {
  return decks
    .list()
    .map(({ id, cards }) => `${cards.length} cards in ${id}`)
    .join(', ');
}
