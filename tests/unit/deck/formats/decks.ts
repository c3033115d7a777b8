import type { Card, Deck } from '../../../../src/core/card.ts';
import { readDecks } from '../../../../src/deck/decks.ts';
import { exportDeck } from '../../../../src/deck/formats/export-deck.ts';
import type {
  Exported,
  Format,
  Imported,
  PictureFile,
  WrittenCard,
  WrittenTopic,
} from '../../../../src/deck/formats/format.ts';
import { importDeck } from '../../../../src/deck/formats/import-deck.ts';
import { writeTopicYaml } from '../../../../src/deck/formats/topic-yaml.ts';

/** What a card is apart from the terms around it, which hang on the deck as a whole. */
export type Content = Omit<Card, 'terms'>;

const OPTIONS = { topic: 'imported', title: 'Imported', prefix: 'im' };
export const AT = 1_760_000_000;

/** The deck `v` that the topics make as YAML files; throws where the checker finds a fault. */
export function deckOf(topics: readonly WrittenTopic[], title = 'Virtualization'): Deck {
  const about = { file: 'content/v/deck.yaml', text: aboutOf(title) };
  const files = topics.map((topic) => ({
    file: `content/v/${topic.topic}.yaml`,
    text: writeTopicYaml(topic),
  }));
  const read = readDecks([about, ...files], picturesOf(topics));
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults, null, 1));
  const [deck] = read.decks.list();
  if (!deck) throw new Error('no deck');
  return deck;
}

function aboutOf(title: string): string {
  return `title: ${JSON.stringify(title)}\ndescription: About machines\nlanguage: en\n`;
}

function picturesOf(topics: readonly WrittenTopic[]): string[] {
  return topics.flatMap(({ cards }) =>
    cards.flatMap(({ picture }) => {
      const file = (picture as { file?: string } | undefined)?.file;
      return file === undefined ? [] : [`content/v/${file}`];
    }),
  );
}

/** A deck of one topic. */
export function deckWith(...cards: readonly WrittenCard[]): Deck {
  return deckOf([{ topic: 'vmcs', title: 'The VMCS', cards }]);
}

export function exported(
  format: Format,
  deck: Deck,
  pictures: readonly PictureFile[] = [],
): Promise<Exported> {
  return exportDeck(format, deck, { pictures, at: AT });
}

export async function exportedText(format: Format, deck: Deck): Promise<string> {
  const { content } = await exported(format, deck);
  if (typeof content !== 'string') throw new Error('not text');
  return content;
}

export function imported(format: Format, source: string | Uint8Array): Promise<Imported> {
  return importDeck(format, source, OPTIONS);
}

/** The only card of an import; throws where there are others, or faults. */
export async function importedCard(format: Format, source: string): Promise<WrittenCard> {
  const { topics, bad } = await imported(format, source);
  const cards = topics.flatMap((topic) => topic.cards);
  const [card] = cards;
  if (!card || cards.length > 1 || bad.length > 0) throw new Error(JSON.stringify({ cards, bad }));
  return card;
}

/** Why each item was refused: `3 "item": reason`. */
export async function refusals(format: Format, source: string | Uint8Array): Promise<string[]> {
  const { bad } = await imported(format, source);
  return bad.map(({ line, item, reason }) => `${line} ${item}: ${reason}`);
}

/** Out and back in again: what the cards are then, and what was said on either way. */
export async function roundTrip(format: Format, deck: Deck) {
  const { content, left } = await exported(format, deck);
  const { topics, bad, notes } = await imported(format, content);
  const cards = topics.length > 0 ? deckOf(topics).cards : [];
  return { cards: cards.map(contentOf), left, bad, notes };
}

/** The deck's folder names it, and the copy lies in another. */
export function contentOf(card: Card): Content {
  const { terms, ...content } = { terms: [], ...card };
  return { ...content, deck: 'v' as Card['deck'] };
}
