import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeckId } from '../core/ids.ts';
import { cachedPictures } from '../pictures/picture-cache.ts';

/** Width of a picture in a chat, in pixels. */
const WIDTH = 960;
/** Pictures kept at hand, about 40 KB each. */
const KEPT = 100;

/** The drawings of the decks in a folder, as PNG. */
export function deckPictures(content: string): (deck: DeckId, file: string) => Promise<Uint8Array> {
  const draw = cachedPictures(KEPT);
  return async (deck, file) => draw(await readFile(join(content, deck, file), 'utf8'), WIDTH);
}
