import type { Deck } from '../../core/card.ts';
import { toAnkiText } from './anki/anki-text-export.ts';
import { toApkg } from './anki/apkg-export.ts';
import { toCsv } from './csv.ts';
import type { Exported, Format, PictureFile } from './format.ts';
import { toGift } from './gift/gift-export.ts';
import { toQuizlet } from './quizlet.ts';

/** What an export needs beside the deck. */
export interface ExportOptions {
  /** The drawings of its cards, for formats that take them along. */
  readonly pictures: readonly PictureFile[];
  /** The time, in seconds since 1970: Anki takes over changes only from a later export. */
  readonly at: number;
}

/** The deck as a file of another program, and a remark on all that it cannot hold. The same input gives the same bytes. */
export async function exportDeck(
  format: Format,
  deck: Deck,
  { pictures, at }: ExportOptions,
): Promise<Exported> {
  switch (format) {
    case 'anki-text':
      return toAnkiText(deck);
    case 'apkg':
      return toApkg(deck, pictures, at);
    case 'csv':
      return { content: toCsv(deck.cards), left: [] };
    case 'gift':
      return toGift(deck.title, deck.cards);
    case 'quizlet':
      return toQuizlet(deck.cards);
  }
}
