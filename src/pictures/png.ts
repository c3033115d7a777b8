import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const deflated = promisify(deflate);
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Bytes of a pixel: red, green, blue, opacity. */
const PIXEL = 4;

/**
 * Pixels as PNG. The work is done off the event loop but for one copy; the drawer's own way holds everybody up for as
 * long as it packs.
 */
export async function pngOf(width: number, height: number, rgba: Buffer): Promise<Uint8Array> {
  const row = width * PIXEL;
  // Each row is preceded by its filter, and 0 is none: flat colours pack well without.
  const rows = Buffer.alloc(height * (row + 1));
  for (let y = 0; y < height; y++) {
    rgba.copy(rows, y * (row + 1) + 1, y * row, (y + 1) * row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits a channel, four channels, the only compression and filters there are, not interlaced.
  header.set([8, 6, 0, 0, 0], 8);
  const data = await deflated(rows);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}
