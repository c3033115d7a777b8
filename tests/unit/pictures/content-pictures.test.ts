import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderPicture } from '../../../src/pictures/render-picture.ts';
import { faultsInSvg } from '../../../src/pictures/svg-faults.ts';
import { type Bitmap, bitmapOf, colorAt, colorsOf } from './png.ts';

const FOLDER = 'content/virtualization/images';
const pictures = readdirSync(FOLDER);
const read = (file: string): string => readFileSync(`${FOLDER}/${file}`, 'utf8');

/** The colours of a line of pixels just inside the card's edge; more than one means that something is cut there. */
function colorsAtTheEdge(bitmap: Bitmap): Set<string> {
  const [near, right, bottom] = [6, bitmap.width - 6, bitmap.height - 6];
  const colors = new Set<string>();
  for (let x = 20; x < bitmap.width - 20; x++)
    colors.add(colorAt(bitmap, x, near)).add(colorAt(bitmap, x, bottom));
  for (let y = 20; y < bitmap.height - 20; y++)
    colors.add(colorAt(bitmap, near, y)).add(colorAt(bitmap, right, y));
  return colors;
}

describe('the pictures of the deck', () => {
  it('are at least twelve, all of them SVG', () => {
    expect(pictures.length).toBeGreaterThanOrEqual(12);
    expect(pictures.filter((file) => !/^[a-z][a-z-]*\.svg$/.test(file))).toEqual([]);
  });

  it.each(pictures)('%s is fit for a deck', (file) => {
    expect(faultsInSvg(read(file))).toEqual([]);
  });

  it.each(pictures)('%s can be read at half of its size', (file) => {
    const sizes = [...read(file).matchAll(/font-size[:=]\s*"?(\d+)/g)].map(([, size]) =>
      Number(size),
    );
    expect(sizes).not.toEqual([]);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(22);
  });

  it.each(pictures)('%s is drawn whole, on a light card with clear edges', async (file) => {
    const bitmap = bitmapOf(await renderPicture(read(file), 480));
    expect([bitmap.width, bitmap.height]).toEqual([480, 270]);
    expect([...colorsAtTheEdge(bitmap)]).toEqual(['f8fafcff']);
    expect(colorAt(bitmap, 0, 0), 'the corners are open').toBe('00000000');
    expect(colorsOf(bitmap).size, 'there is something on it').toBeGreaterThan(100);
  });
});
