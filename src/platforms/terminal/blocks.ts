import { askItems } from '../../chat/ask-items.ts';
import { howToType } from '../../chat/typed-response.ts';
import type { Ask, Bar, Block, TableRow } from '../../chat/view.ts';
import { type Look, spansOf } from './inline.ts';
import { hanging, type Row, type Span, span, wrapped } from './layout.ts';
import { padded, widthOf } from './text.ts';

export function blockRows(block: Block, width: number, look: Look): readonly Row[] {
  switch (block.kind) {
    case 'text':
      return wrapped(spansOf(block.line, look), width);
    case 'list':
      return block.items.flatMap((item) =>
        hanging([span('• ', 'dim')], spansOf(item, look), width),
      );
    case 'bars':
      return barRows(block.bars, block.total, width);
    case 'table':
      return tableRows(block.rows, width);
    case 'picture':
      return hanging([span('▣ ', 'dim')], [span(block.alt, 'dim')], width);
    // The text around it says the same.
    case 'chart':
      return [];
    case 'file':
      return hanging([span('▤ ', 'dim')], [span(block.name)], width);
  }
}

/** Where a label is wider than this, each stands above its bar. */
const WIDEST_LABEL = 12;

function barRows(bars: readonly Bar[], total: number, width: number): readonly Row[] {
  const labels = bars.map((bar) => span(bar.label, bar.isKey ? 'good' : 'bold'));
  const column = Math.max(...labels.map(({ text }) => widthOf(text)));
  const counts = Math.max(...bars.map((bar) => String(bar.count).length));
  return bars.flatMap((bar, at) => {
    const label = labels[at] as Span;
    const drawn = barRow(bar, total, counts, width < 56 ? 10 : 20);
    if (column <= WIDEST_LABEL) {
      return [[{ ...label, text: padded(label.text, column) }, span('  '), ...drawn]];
    }
    const plain = { ...label, style: bar.isKey ? 'good' : 'plain' } as const;
    return [...outdented([plain], width), [INDENT, ...drawn]];
  });
}

function barRow(bar: Bar, total: number, counts: number, cells: number): Row {
  const full = filledCells(bar.count, total, cells);
  const style = bar.isKey ? 'good' : 'plain';
  return [
    span('█'.repeat(full), style),
    span('░'.repeat(cells - full), 'dim'),
    span(`  ${String(bar.count).padStart(counts)}`),
    span(bar.isKey ? '  ← key' : '', style),
  ];
}

const INDENT = span('   ');

/** Later lines stand where the text does that begins with `A: `. */
function outdented(text: Row, width: number): readonly Row[] {
  return wrapped(text, width - 3).map((row, at) => (at === 0 ? row : [INDENT, ...row]));
}

/** Something is never drawn as nothing. */
function filledCells(count: number, total: number, cells: number): number {
  if (count <= 0 || total <= 0) return 0;
  return Math.min(cells, Math.max(1, Math.round((count / total) * cells)));
}

function tableRows(rows: readonly TableRow[], width: number): readonly Row[] {
  const values = rows.map((row) => span(row.value).text);
  const ranks = Math.max(...rows.map((row) => String(row.rank).length));
  const names = Math.max(...rows.map((row) => widthOf(row.member)));
  const widest = Math.max(...values.map(widthOf));
  const marks = rows.some((row) => row.isReader) ? ['▸ ', '  '] : ['', ''];
  return rows.flatMap(({ rank, member, isReader }, at) => {
    const value = values[at] as string;
    const style = isReader ? 'bold' : 'plain';
    const lead = [
      span(marks[isReader ? 0 : 1] as string, 'accent'),
      span(`${String(rank).padStart(ranks)}  `, isReader ? 'bold' : 'dim'),
    ];
    const rest = `${padded(member, names)}  ${' '.repeat(widest - widthOf(value))}${value}`;
    return hanging(lead, [span(rest, style)], width);
  });
}

/** What members choose from, with letters, and how to answer. */
export function askRows(ask: Ask, width: number): readonly Row[] {
  const groups = askItems(ask).map((items) =>
    items.flatMap(({ mark, text }) => hanging([span(`${mark}  `, 'bold')], [span(text)], width)),
  );
  const how = wrapped([span(howToType(ask), 'dim')], width);
  return [...groups, how].flatMap((rows, at) => (at === 0 ? rows : [[], ...rows]));
}
