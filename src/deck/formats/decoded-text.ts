import { IMPORT_LIMITS } from './import-limits.ts';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string };

export const TOO_LARGE = `the file is larger than ${IMPORT_LIMITS.bytes / 1024 / 1024} MiB; split it`;
const NOT_UTF8 = 'the file is not UTF-8; save it in that encoding';

/** UTF-8, or UTF-16 with its mark, with lines that end in a line feed and without a mark in front. */
export function decoded(source: string | Uint8Array): Decoded {
  const text = typeof source === 'string' ? source : textOf(source);
  // Text in UTF-16 without its mark reads as UTF-8 full of these.
  if (text === null || text.includes('\0')) return { kind: 'refused', reason: NOT_UTF8 };
  return { kind: 'text', text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n') };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
