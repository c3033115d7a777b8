import { IMPORT_LIMITS } from './import-limits.ts';

/** A file in a zip; nothing of it is taken out yet. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Of its local header. */
  readonly offset: number;
}

export type ZipListing =
  | { readonly kind: 'entries'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'refused'; readonly reason: string };

export type ZipContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: string };

const NO_ZIP = 'the file is no zip, or only a part of one; export it again';
const TOO_MANY = `the zip holds more than ${IMPORT_LIMITS.entries} files; export it without media`;
const TOO_LARGE = `the zip holds more than ${IMPORT_LIMITS.inflated / 1024 / 1024} MiB; export it without media`;
const BROKEN = 'a file in the zip is damaged; export it again';
const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
/** Compressed bytes between two looks at the limit: at most 16 MiB come out of them. */
const PORTION = 16 * 1024;

/** What the zip's own directory lists; nothing is inflated. */
export function zipEntries(bytes: Uint8Array): ZipListing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return { kind: 'refused', reason: NO_ZIP };
  const count = view.getUint16(end + 10, true);
  if (count > IMPORT_LIMITS.entries) return { kind: 'refused', reason: TOO_MANY };
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (entries.length < count) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY) {
      return { kind: 'refused', reason: NO_ZIP };
    }
    const nameEnd = at + ENTRY_SIZE + view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, nameEnd)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { kind: 'entries', entries };
}

/** Where the directory's end stands: the last thing in the file but for a comment. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

/** The bytes of one file. Stops as soon as more come out than the zip says or the limits allow. */
export async function zipContent(zip: Uint8Array, entry: ZipEntry): Promise<ZipContent> {
  if (entry.unpacked > IMPORT_LIMITS.inflated) return { kind: 'refused', reason: TOO_LARGE };
  const packed = packedBytes(zip, entry);
  if (packed === null) return { kind: 'refused', reason: BROKEN };
  const bytes = entry.method === 0 ? packed : await inflated(packed, entry.unpacked);
  return bytes?.length === entry.unpacked
    ? { kind: 'bytes', bytes }
    : { kind: 'refused', reason: BROKEN };
}

function packedBytes(zip: Uint8Array, { offset, packed, method }: ZipEntry): Uint8Array | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (offset + LOCAL_SIZE > zip.length || view.getUint32(offset, true) !== LOCAL) return null;
  const isEncrypted = (view.getUint16(offset + 6, true) & 1) === 1;
  if (isEncrypted || (method !== 0 && method !== 8)) return null;
  const start =
    offset + LOCAL_SIZE + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packed > zip.length ? null : zip.subarray(start, start + packed);
}

async function inflated(packed: Uint8Array, size: number): Promise<Uint8Array | null> {
  const { Inflate } = await import('fflate');
  const whole = new Uint8Array(size);
  let length = 0;
  const inflate = new Inflate((portion) => {
    if (length + portion.length <= size) whole.set(portion, length);
    length += portion.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= size; at += PORTION) {
      inflate.push(packed.subarray(at, at + PORTION), at + PORTION >= packed.length);
    }
  } catch (cause) {
    // What fflate throws for broken data has a number as its code.
    if (!(cause instanceof Error && 'code' in cause && typeof cause.code === 'number')) throw cause;
    return null;
  }
  return length === size ? whole : null;
}
