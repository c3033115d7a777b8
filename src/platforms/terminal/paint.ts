import type { Row, Style } from './layout.ts';

const CODES: Readonly<Record<Style, string>> = {
  plain: '',
  bold: '1',
  dim: '2',
  accent: '36',
  good: '1;32',
  half: '1;33',
  bad: '1;31',
};

/** Each stretch is painted alone, so that no escape code reaches over a line's end. */
export function painted(row: Row, color: boolean): string {
  const stretches: { text: string; style: Style }[] = [];
  for (const { text, style } of row) {
    const last = stretches.at(-1);
    if (last?.style === style) last.text += text;
    else if (text !== '') stretches.push({ text, style });
  }
  return stretches
    .map(({ text, style }) => (color ? paint(text, style) : text))
    .join('')
    .trimEnd();
}

/** @param text without line breaks */
export function paint(text: string, style: Style): string {
  return CODES[style] ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;
}
