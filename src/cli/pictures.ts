import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeckId } from '../core/ids.ts';
import { chartPictures } from '../pictures/charts/chart-drawing.ts';
import type { Theme } from '../pictures/charts/palette.ts';
import { cachedPictures } from '../pictures/picture-cache.ts';
import type { DrawChart } from '../ports/charts.ts';

/** Width of a picture in a chat, in pixels. */
const WIDTH = 960;
/** Pictures kept at hand, about 40 KB each. */
const KEPT = 100;

/** The drawings of the decks in a folder, as PNG. */
export function deckPictures(content: string): (deck: DeckId, file: string) => Promise<Uint8Array> {
  const draw = cachedPictures(KEPT);
  return async (deck, file) => draw(await readFile(join(content, deck, file), 'utf8'), WIDTH);
}

/** Draws charts in a theme; null where they are off. */
export function chartsIn(theme: Theme | 'off'): DrawChart | null {
  return theme === 'off' ? null : chartPictures(theme);
}
