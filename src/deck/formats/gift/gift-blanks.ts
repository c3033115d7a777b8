import { isComment } from './gift-blocks.ts';

/** What the parser puts where the answers stood. */
export const BLANK = '_____';

/** The stem with `mark` where the block has its answers, and spaces around it only where the block has them. */
export function withMark(stem: string, block: string, mark: string): string {
  const lines = block.split('\n').filter((line) => !isComment(line));
  const raw = lines.join('\n');
  const open = raw.search(/(?<!\\)\{/);
  const close = raw.search(/(?<!\\)\}/);
  const at = nthBlank(stem, raw.slice(0, open).split(BLANK).length);
  if (open < 0 || close < 0 || at < 0) return stem;
  const before = stem.slice(0, at).trimEnd() + spaceIf(raw[open - 1]);
  return `${before}${mark}${spaceIf(raw[close + 1])}${stem.slice(at + BLANK.length).trimStart()}`.trim();
}

function nthBlank(stem: string, nth: number): number {
  let at = -1;
  for (let count = 0; count < nth; count++) {
    at = stem.indexOf(BLANK, at + 1);
    if (at < 0) return -1;
  }
  return at;
}

function spaceIf(sign: string | undefined): string {
  return sign !== undefined && /\s/.test(sign) ? ' ' : '';
}
