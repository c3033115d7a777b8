import { inflateSync } from 'node:zlib';

/** A drawn picture: four bytes (RGBA) per pixel, row by row. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

/** Reads a PNG of 8-bit RGBA without interlacing, which is how pictures are drawn. */
export function bitmapOf(png: Uint8Array): Bitmap {
  const bytes = Buffer.from(png);
  if (bytes.toString('hex', 0, 8) !== '89504e470d0a1a0a') throw new Error('this is no PNG');
  if (bytes.toString('hex', 24, 29) !== '0806000000') throw new Error('this is not plain RGBA');
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  return { width, height, rgba: unfiltered(inflateSync(imageData(bytes)), width * 4, height) };
}

/** The colour at a place, as eight hexadecimal digits. */
export function colorAt({ rgba, width }: Bitmap, x: number, y: number): string {
  const at = (y * width + x) * 4;
  return rgba.toString('hex', at, at + 4);
}

/** How many pixels have each colour. */
export function colorsOf(bitmap: Bitmap): Map<string, number> {
  const counts = new Map<string, number>();
  for (let y = 0; y < bitmap.height; y++)
    for (let x = 0; x < bitmap.width; x++) {
      const color = colorAt(bitmap, x, y);
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
  return counts;
}

function imageData(png: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return Buffer.concat(parts);
}

/** Each row begins with the number of its filter, which says what was subtracted from its bytes. */
function unfiltered(data: Buffer, stride: number, height: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const [filter = 0, ...row] = data.subarray(y * (stride + 1), (y + 1) * (stride + 1));
    for (const [x, byte] of row.entries())
      out[y * stride + x] = byte + predicted(filter, out, y * stride + x, stride);
  }
  return out;
}

/** What a filter expects at a place, by its neighbours to the left, above and in the corner between. */
function predicted(filter: number, out: Buffer, at: number, stride: number): number {
  const isFirst = at % stride < 4;
  const left = isFirst ? 0 : (out[at - 4] ?? 0);
  const up = out[at - stride] ?? 0;
  const corner = isFirst ? 0 : (out[at - stride - 4] ?? 0);
  return [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [left, up, corner].map((byte) => Math.abs(guess - byte));
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0;
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
