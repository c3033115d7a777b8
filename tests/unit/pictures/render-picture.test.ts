import { describe, expect, it } from 'vitest';
import { PictureFault } from '../../../src/pictures/picture-fault.ts';
import { renderPicture } from '../../../src/pictures/render-picture.ts';
import { drawnSvg } from './drawn-svg.ts';
import { bitmapOf, colorAt, colorsOf } from './png.ts';

const word = (attributes: string): string =>
  drawnSvg(`<text x="40" y="300" font-size="90" ${attributes}>Hypercall 42</text>`);

/** Pixels with any ink on them. */
async function inkOf(svg: string): Promise<number> {
  const bitmap = bitmapOf(await renderPicture(svg, 480));
  return bitmap.width * bitmap.height - (colorsOf(bitmap).get('00000000') ?? 0);
}

describe('a picture', () => {
  it('has the width asked for and the proportion of its viewBox', async () => {
    const square = drawnSvg('<rect width="10" height="10" fill="#123456"/>', '0 0 10 10');
    const bitmap = bitmapOf(await renderPicture(square, 33));
    expect([bitmap.width, bitmap.height]).toEqual([33, 33]);
    expect(colorAt(bitmap, 16, 16)).toBe('123456ff');
  });

  it('has the same bytes each time', async () => {
    const svg = word('fill="#1f2a44"');
    const [once, again] = await Promise.all([renderPicture(svg, 480), renderPicture(svg, 480)]);
    expect(Buffer.compare(once, again)).toBe(0);
  });

  it('shows its text, in both weights', async () => {
    expect(await inkOf(drawnSvg(''))).toBe(0);
    const regular = await inkOf(word(''));
    const semibold = await inkOf(word('font-weight="600"'));
    expect(regular).toBeGreaterThan(1_000);
    expect(semibold).toBeGreaterThan(regular * 1.1);
  });

  it('is drawn with the bundled font, whatever fonts the computer has', async () => {
    const bundled = await renderPicture(word('font-family="IBM Plex Sans"'), 480);
    for (const family of ['DejaVu Sans', 'Arial', 'serif', 'monospace', 'sans-serif'])
      expect(
        Buffer.compare(await renderPicture(word(`font-family="${family}"`), 480), bundled),
      ).toBe(0);
  });

  it.each([0, -1, 2.5, 2_001, Number.NaN])('is not drawn %d pixels wide', async (width) => {
    await expect(renderPicture(drawnSvg(''), width)).rejects.toThrow(
      `A picture cannot be ${width} pixels wide: ask for a whole number from 1 to 2000.`,
    );
  });

  it('is not drawn where the SVG is dangerous, and says why', async () => {
    const refused = renderPicture(drawnSvg('<script>alert(1)</script>'), 480);
    await expect(refused).rejects.toThrow(PictureFault);
    await expect(refused).rejects.toThrow(
      'The picture is not drawn: line 1: <script> is not drawn here; use plain shapes, lines and text.',
    );
  });

  it('that makes the drawer abort leaves this process alone', async () => {
    const deadly = drawnSvg(
      '<g stroke="red" stroke-width="960" transform="translate(-10000 10) matrix(0.0001 960 -5 1 10000 0.0001)">' +
        '<text transform="matrix(9999.9 -10000 0.0001 -10000 960 -5) rotate(0.0001)">ab<tspan>b</tspan></text></g>',
      '-100 -50 9600 5400',
    );
    await expect(renderPicture(deadly, 960)).rejects.toThrow('The picture cannot be drawn');
    expect(await inkOf(word(''))).toBeGreaterThan(0);
  });

  it('that takes too long is given up', async () => {
    await expect(renderPicture(word(''), 480, 1)).rejects.toThrow(
      'The picture took longer than 1 ms to draw: simplify it.',
    );
  });
});
