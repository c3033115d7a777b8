import { chunksOf, clean, widthOf } from './text.ts';

/** How a stretch of text looks; the paint decides what that means in codes. */
export type Style = 'plain' | 'bold' | 'dim' | 'accent' | 'good' | 'half' | 'bad';

export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** One line of the screen, or text still to be broken into lines. */
export type Row = readonly Span[];

/** @param text from anywhere: what could steer the terminal is taken out */
export function span(text: string, style: Style = 'plain'): Span {
  return { text: clean(text), style };
}

export function rowWidth(row: Row): number {
  return row.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** Breaks lines between words, and inside a word only where it alone is wider than `width` (≥ 2). */
export function wrapped(text: Row, width: number): readonly Row[] {
  return linesOf(text).flatMap((line) => wrappedLine(line, width));
}

/** Wraps behind a lead, such as a bullet: later lines begin where the first one's text does. */
export function hanging(lead: Row, text: Row, width: number): readonly Row[] {
  const indent = rowWidth(lead);
  const rows = wrapped(text, Math.max(2, width - indent));
  return rows.map((row, at) => [...(at === 0 ? lead : [span(' '.repeat(indent))]), ...row]);
}

/** Parts that no line break may separate, with the number of spaces before them. */
interface Word {
  readonly gap: number;
  readonly parts: readonly Span[];
}

function wrappedLine(line: Row, width: number): readonly Row[] {
  const rows: Span[][] = [[]];
  let used = 0;
  for (const { gap, parts } of wordsOf(line).flatMap((word) => broken(word, width))) {
    const wide = rowWidth(parts);
    if (used > 0 && used + gap + wide > width) {
      rows.push([]);
      used = 0;
    } else {
      const lead = Math.min(gap, width - wide);
      // Painted like what follows, so that a phrase in one style is painted at once.
      rows.at(-1)?.push(span(' '.repeat(lead), parts[0]?.style));
      used += lead;
    }
    rows.at(-1)?.push(...parts);
    used += wide;
  }
  return rows;
}

function linesOf(text: Row): readonly Row[] {
  const lines: Span[][] = [[]];
  for (const { text: whole, style } of text) {
    const [first = '', ...others] = whole.split('\n');
    lines.at(-1)?.push({ text: first, style });
    lines.push(...others.map((part) => [{ text: part, style }]));
  }
  return lines;
}

function wordsOf(line: Row): readonly Word[] {
  const words: { gap: number; parts: Span[] }[] = [{ gap: 0, parts: [] }];
  for (const { text, style } of line) {
    for (const [atom] of text.matchAll(/ +|[^ ]+/g)) {
      const word = words.at(-1) as (typeof words)[number];
      if (!atom.startsWith(' ')) word.parts.push({ text: atom, style });
      else if (word.parts.length === 0) word.gap += atom.length;
      else words.push({ gap: atom.length, parts: [] });
    }
  }
  return words.filter(({ parts }) => parts.length > 0);
}

/** A word that is wider than a whole line, as pieces that fit. */
function broken(word: Word, width: number): readonly Word[] {
  if (rowWidth(word.parts) <= width) return [word];
  return word.parts
    .flatMap(({ text, style }) => chunksOf(text, width).map((chunk) => ({ text: chunk, style })))
    .map((piece, at) => ({ gap: at === 0 ? word.gap : 0, parts: [piece] }));
}
