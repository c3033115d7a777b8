import type { Deck } from '../../../core/card.ts';
import { rowText } from '../delimited.ts';
import { type Exported, remark } from '../format.ts';
import { tagsOf } from '../tags.ts';
import { contentsOf, deckName, guidOf } from './anki-contents.ts';
import { FIELDS } from './anki-fields.ts';

const META = ['GUID', 'Deck', 'Tags'];

/**
 * A line for each card. Anki's own note type Basic takes Front and Back by their names and leaves the other columns
 * alone; they are what comes back.
 */
export function toAnkiText(deck: Deck): Exported {
  const heads = ['#separator:tab', '#html:true', '#notetype:Basic'];
  const metas = ['#guid column:1', '#deck column:2', '#tags column:3'];
  const columns = `#columns:${[...META, ...FIELDS].join('\t')}`;
  const notes = deck.cards.map((card) => {
    const meta = [guidOf(card), deckName(deck, card), tagsOf(card).join(' ')];
    return rowText([...meta, ...contentsOf(card, null)], '\t');
  });
  const drawn = deck.cards.filter(({ picture }) => picture !== null);
  return {
    content: [...heads, ...metas, columns, ...notes].map((line) => `${line}\n`).join(''),
    left: drawn.map(({ id }) =>
      remark(
        null,
        id,
        'text holds no drawing, only the words for it; export .apkg to take it along',
      ),
    ),
  };
}
