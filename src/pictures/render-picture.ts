import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { drawingOptions } from './drawing-options.ts';
import { PictureFault } from './picture-fault.ts';
import { dangersInSvg } from './svg-dangers.ts';

/** Draws an SVG as a PNG of the given width in pixels, 1 to 2,000; its height follows from the viewBox. */
export type DrawPicture = (svg: string, width: number) => Promise<Uint8Array>;

/** Pixels. */
const WIDEST = 2_000;
const MOST_PNG_BYTES = 32 * 1024 * 1024;
const DRAWING = fileURLToPath(new URL('../../src/pictures/drawing.mjs', import.meta.url));
const run = promisify(execFile);

/**
 * Draws in a process of its own, with the bundled font alone: same SVG, same bytes. Throws {@link PictureFault} where the
 * SVG is broken, asks for more than a drawing may, or takes longer than `limit` milliseconds.
 */
export async function renderPicture(
  svg: string,
  width: number,
  limit = 5_000,
): Promise<Uint8Array> {
  refuseWidth(width);
  refuseDangers(svg);
  const drawing = run(process.execPath, [DRAWING, JSON.stringify(drawingOptions(width))], {
    encoding: 'buffer',
    env: {},
    killSignal: 'SIGKILL',
    maxBuffer: MOST_PNG_BYTES,
    timeout: limit,
  });
  // A drawing that ends before it has read all says why by its end.
  drawing.child.stdin?.on('error', () => undefined).end(svg);
  try {
    return (await drawing).stdout;
  } catch (cause) {
    throw new PictureFault(sentenceFor(cause, limit), { cause });
  }
}

function refuseWidth(width: number): void {
  if (!Number.isInteger(width) || width < 1 || width > WIDEST)
    throw new PictureFault(
      `A picture cannot be ${width} pixels wide: ask for a whole number from 1 to ${WIDEST}.`,
    );
}

function refuseDangers(svg: string): void {
  const [danger] = dangersInSvg(svg);
  if (danger !== undefined) throw new PictureFault(`The picture is not drawn: ${danger}.`);
}

function sentenceFor(cause: unknown, limit: number): string {
  if (cause instanceof Error && 'killed' in cause && cause.killed === true)
    return `The picture took longer than ${limit} ms to draw: simplify it.`;
  return 'The picture cannot be drawn: try it with "npm run deck -- check", and the packages with "npm ci".';
}
