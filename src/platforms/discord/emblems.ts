import type { Tone } from '../../chat/view.ts';

/** A colour for the edge of a message, and a sign for those who see no colour. */
export const EMBLEMS: Readonly<Record<Tone, { readonly color: number; readonly sign: string }>> = {
  question: { color: 0x5865f2, sign: '' },
  right: { color: 0x2e8b57, sign: '✅ ' },
  partly: { color: 0xd9a400, sign: '🟡 ' },
  wrong: { color: 0xc0392b, sign: '❌ ' },
  news: { color: 0x4f5b66, sign: '' },
  refusal: { color: 0x8a6d3b, sign: '⚠️ ' },
};
