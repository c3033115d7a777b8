import { stripVTControlCharacters } from 'node:util';

// Combining marks on one letter, enough for every script; more would spill over other lines.
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
// Joiners stay: emoji and several scripts need them. Everything else here is invisible or steers.
const STEERING = /[^\P{Cc}\n]|\p{Cs}|(?!\u200c|\u200d)\p{Cf}/gu;

/** Text from anywhere without escape sequences, control characters and direction overrides; line breaks stay. */
export function clean(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', '  ')
    .replace(STEERING, '')
    .replace(STACKED_MARKS, '$1');
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

/** How many columns a terminal gives to clean text without line breaks. */
export function widthOf(text: string): number {
  return graphemesOf(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** Pieces of text that are at most `width` (≥ 2) wide; no letter loses its marks. */
export function chunksOf(text: string, width: number): readonly string[] {
  const chunks = [''];
  let used = 0;
  for (const grapheme of graphemesOf(text)) {
    used += graphemeWidth(grapheme);
    if (used > width) {
      chunks.push('');
      used = graphemeWidth(grapheme);
    }
    chunks[chunks.length - 1] += grapheme;
  }
  return chunks;
}

function graphemesOf(text: string): string[] {
  if (/^[ -~]*$/.test(text)) return [...text];
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

function graphemeWidth(grapheme: string): number {
  if (/^[\p{M}\p{Cf}]*$/u.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** Spaces behind the text fill `width`. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
