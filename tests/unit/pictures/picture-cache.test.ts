import { describe, expect, it } from 'vitest';
import { cachedPictures } from '../../../src/pictures/picture-cache.ts';
import type { DrawPicture } from '../../../src/pictures/render-picture.ts';

/** Draws the SVG's own characters, and remembers what it was asked for. */
function pencil(): { draw: DrawPicture; drawn: string[] } {
  const drawn: string[] = [];
  const draw: DrawPicture = async (svg, width) => {
    drawn.push(`${svg} ${width}`);
    return Buffer.from(svg);
  };
  return { draw, drawn };
}

describe('a cache of pictures', () => {
  it('draws each content and width once', async () => {
    const { draw, drawn } = pencil();
    const pictures = cachedPictures(8, draw);
    const first = await pictures('a', 480);
    expect(await pictures('a', 480)).toBe(first);
    await Promise.all([pictures('b', 480), pictures('b', 480), pictures('a', 960)]);
    expect(drawn).toEqual(['a 480', 'b 480', 'a 960']);
  });

  it('keeps those that were asked for last, and no more than it may', async () => {
    const { draw, drawn } = pencil();
    const pictures = cachedPictures(2, draw);
    for (const svg of ['a', 'b', 'a', 'c', 'a', 'b']) await pictures(svg, 480);
    expect(drawn).toEqual(['a 480', 'b 480', 'c 480', 'b 480']);
  });

  it('draws one picture at a time', async () => {
    let busy = 0;
    const most = { busy: 0 };
    const pictures = cachedPictures(8, async (svg) => {
      busy += 1;
      most.busy = Math.max(most.busy, busy);
      await Promise.resolve();
      busy -= 1;
      return Buffer.from(svg);
    });
    await Promise.all(['a', 'b', 'c'].map((svg) => pictures(svg, 480)));
    expect(most.busy).toBe(1);
  });

  it('tries again after a failure, and goes on with the next picture', async () => {
    const { draw } = pencil();
    let isBroken = true;
    const pictures = cachedPictures(8, (svg, width) =>
      isBroken ? Promise.reject(new Error('no ink')) : draw(svg, width),
    );
    await expect(pictures('a', 480)).rejects.toThrow('no ink');
    isBroken = false;
    expect(Buffer.from(await pictures('a', 480)).toString()).toBe('a');
  });
});
