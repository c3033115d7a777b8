import { renderAsync } from '@resvg/resvg-js';
import { drawingOptions } from './drawing-options.ts';
import { PictureFault } from './picture-fault.ts';
import { pngOf } from './png.ts';

/**
 * Draws an SVG of our own making in this process, off the event loop: same SVG, same bytes. A stranger's SVG goes to
 * `renderPicture`, for it could end the process. Throws {@link PictureFault}.
 */
export async function renderDrawing(svg: string, width: number): Promise<Uint8Array> {
  try {
    const image = await renderAsync(svg, drawingOptions(width));
    return await pngOf(image.width, image.height, image.pixels);
  } catch (cause) {
    throw new PictureFault('The chart cannot be drawn: renew the packages with "npm ci".', {
      cause,
    });
  }
}
