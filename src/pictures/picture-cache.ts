import { createHash } from 'node:crypto';
import { type DrawPicture, renderPicture } from './render-picture.ts';

/**
 * Draws one picture at a time and each of them once, keeping the `capacity` that were asked for last (about 40 KB each at
 * 960 pixels). Callers share the bytes and must not change them. A failed drawing is not kept.
 */
export function cachedPictures(capacity: number, draw: DrawPicture = renderPicture): DrawPicture {
  const kept = new Map<string, Promise<Uint8Array>>();
  const drawInTurn = inTurn(draw);
  return (svg, width) => {
    const key = `${createHash('sha256').update(svg).digest('hex')} ${width}`;
    const picture = kept.get(key) ?? drawInTurn(svg, width);
    kept.delete(key);
    kept.set(key, picture);
    forgetOldest(kept, capacity);
    picture.catch(() => kept.get(key) === picture && kept.delete(key));
    return picture;
  };
}

function inTurn(draw: DrawPicture): DrawPicture {
  let last: Promise<unknown> = Promise.resolve();
  return (svg, width) => {
    const picture = last.then(() => draw(svg, width));
    last = picture.catch(() => undefined);
    return picture;
  };
}

function forgetOldest(kept: Map<string, unknown>, capacity: number): void {
  for (const key of kept.keys()) {
    if (kept.size <= capacity) return;
    kept.delete(key);
  }
}
