import type { Action, Block, Tone, View } from '../../chat/view.ts';
import { askRows, blockRows } from './blocks.ts';
import { type Look, spansOf } from './inline.ts';
import { hanging, type Row, rowWidth, type Style, span, wrapped } from './layout.ts';
import { painted } from './paint.ts';

const EMBLEMS: Readonly<Record<Tone, { readonly emblem: string; readonly style: Style }>> = {
  question: { emblem: '?', style: 'accent' },
  right: { emblem: '✓', style: 'good' },
  partly: { emblem: '◐', style: 'half' },
  wrong: { emblem: '✗', style: 'bad' },
  news: { emblem: '•', style: 'accent' },
  refusal: { emblem: '!', style: 'half' },
};

/** Lines longer than this tire the eye. */
const WIDEST = 88;
const NARROWEST = 32;

/** What the whole channel sees: in a frame that is open to the right, so that no script can bend it. */
export function renderMessage(view: View, look: Look): string {
  const width = widthIn(look);
  const style = view.tone === 'news' ? 'dim' : EMBLEMS[view.tone].style;
  const inner = width - 2;
  const title = span(view.title, 'bold');
  const footer = footerSpans(view, look);
  const [inTop, inBottom] = [fits([title], inner), fits(footer, inner)];
  const body = apart([
    inTop ? [] : wrapped([title], inner),
    bodyRows(view, inner, look),
    inBottom ? [] : wrapped(footer, inner),
  ]);
  const framed: Row[] = [
    rule('╭', inTop ? [title] : [], width, style),
    ...body.map((row) => [span('│ ', style), ...row]),
    rule('╰', inBottom ? footer : [], width, style),
  ];
  return text(framed, look);
}

/** What only some see, or what the terminal itself says; `mark` tells who else reads it. */
export function renderAside(view: View, mark: string | null, look: Look): string {
  const width = widthIn(look);
  const { emblem, style } = EMBLEMS[view.tone];
  const loud = view.tone === 'question' || view.tone === 'news' ? 'bold' : style;
  const isBareRefusal = view.tone === 'refusal' && view.blocks.length === 0;
  const title = [
    span(view.title, isBareRefusal ? 'plain' : loud),
    span(mark ? `  ${mark}` : '', 'dim'),
  ];
  const inner = width - 4;
  const body = [...bodyRows(view, inner, look)];
  const footer = footerSpans(view, look);
  if (footer.length > 0) body.push(...wrapped(footer, inner));
  const rows = [
    ...hanging([span(`  ${emblem} `, style)], title, width),
    ...body.map((row) => [span('    '), ...row]),
  ];
  return text(rows, look);
}

function widthIn({ columns }: Look): number {
  return Math.max(NARROWEST, Math.min(columns, WIDEST));
}

function text(rows: readonly Row[], { color }: Look): string {
  return rows.map((row) => painted(row, color)).join('\n');
}

function fits(spans: Row, width: number): boolean {
  return spans.every(({ text }) => !text.includes('\n')) && rowWidth(spans) + 3 <= width;
}

function rule(corner: string, inside: Row, width: number, style: Style): Row {
  if (rowWidth(inside) === 0) return [span(corner + '─'.repeat(width - 1), style)];
  const left = width - rowWidth(inside) - 4;
  return [span(`${corner}─ `, style), ...inside, span(` ${'─'.repeat(left)}`, style)];
}

function footerSpans(view: View, look: Look): Row {
  if (view.footer === null) return [];
  return spansOf(view.footer, look).map(({ text }) => ({ text, style: 'dim' }));
}

function bodyRows(view: View, width: number, look: Look): readonly Row[] {
  const parts: (readonly Row[])[] = [];
  let before: Block | null = null;
  for (const block of view.blocks) {
    const rows = blockRows(block, width, look);
    if (before && !flowsOn(before, block)) parts.push(rows);
    else parts.push([...(parts.pop() ?? []), ...rows]);
    before = block;
  }
  if (view.ask) parts.push(askRows(view.ask, width));
  if (view.actions.length > 0) parts.push(actionRows(view.actions, width));
  return apart(parts);
}

/** An empty line between parts that have something in them. */
function apart(parts: readonly (readonly Row[])[]): readonly Row[] {
  const full = parts.filter((rows) => rows.length > 0);
  return full.flatMap((rows, at) => (at === 0 ? rows : [[], ...rows]));
}

/** Paragraphs, lists and files read on; pictures stand apart. */
function flowsOn(before: Block, after: Block): boolean {
  return before.kind === 'text' && ['text', 'list', 'file'].includes(after.kind);
}

function actionRows(actions: readonly Action[], width: number): readonly Row[] {
  const spans = actions.flatMap(({ label }, at) => [
    span(at > 0 ? '   ' : ''),
    span(`#${at + 1}`, 'bold'),
    span(` ${label}`),
  ]);
  return wrapped(spans, width);
}
