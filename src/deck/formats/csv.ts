import type { Card } from '../../core/card.ts';
import { quoted } from '../fault.ts';
import { cardOfRow, faultOfRow, topicOfRow } from './card-of-row.ts';
import { COLUMNS, type Column, columnNamed, type Row } from './columns.ts';
import { rowText, type TextRow, tableOf } from './delimited.ts';
import { type Found, type Noted, type Refused, refused } from './format.ts';
import { rowOfCard } from './row-of-card.ts';

/** What a spreadsheet would run as a formula, with the apostrophes that keep it from it. */
const FORMULA = /^'*[=+\-@\t\r]/;
const KEPT_FORMULA = /^'+[=+\-@\t\r]/;
const NO_HEADINGS =
  'the first line must name the columns, at least prompt; put such a line at the top';

/** Rows of a table whose first row names its columns: {@link COLUMNS} in any order, of which only prompt must be there. */
export async function fromCsv(text: string): Promise<Found[]> {
  const [first = ''] = text.split('\n', 1);
  const { rows, bad } = await tableOf(text, { delimiter: delimiterOf(first), comments: false });
  const [headings, ...cards] = rows;
  const columns = headings?.cells.map(columnNamed) ?? [];
  if (!headings || !columns.includes('prompt')) {
    return [...bad, refused(headings?.line ?? null, 'the file', NO_HEADINGS)];
  }
  return [...bad, ...strangeHeadings(headings), ...cards.map((row) => foundIn(row, columns))];
}

/** Spreadsheets write semicolons where the comma is the decimal sign. */
function delimiterOf(headings: string): string {
  const count = (sign: string): number => headings.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function strangeHeadings({ line, cells }: TextRow): Noted[] {
  const reason = 'there is no such column, it is left out; see the columns of an exported file';
  return cells
    .filter((heading) => heading.trim() !== '' && columnNamed(heading) === null)
    .map((heading) => ({ kind: 'noted', line, item: `column ${quoted(heading)}`, reason }));
}

function foundIn({ line, cells }: TextRow, columns: readonly (Column | null)[]): Found {
  const filled = cells.findLastIndex((cell) => cell !== '') + 1;
  const row = rowOf(cells, columns);
  const item = row.id ?? quoted(row.prompt ?? cells[0] ?? '');
  if (filled > columns.length) return refused(line, item, surplus(filled, columns.length));
  const fault = faultOfRow(row);
  if (fault !== null) return refused(line, item, fault);
  return { kind: 'draft', line, item, card: cardOfRow(row), topic: topicOfRow(row), notes: [] };
}

function surplus(cells: number, columns: number): Refused['reason'] {
  return `the row has ${cells} cells and the first line ${columns}; put texts with separators in quotes`;
}

function rowOf(cells: readonly string[], columns: readonly (Column | null)[]): Row {
  const row: Partial<Record<Column, string>> = {};
  columns.forEach((column, at) => {
    const text = bare(cells[at] ?? '').trim();
    if (column !== null && text !== '') row[column] = text;
  });
  return row;
}

function bare(cell: string): string {
  return KEPT_FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Every column, a row for each card; no cell can begin a formula. Lines end as spreadsheets write them. */
export function toCsv(cards: readonly Card[]): string {
  const rows = cards
    .map(rowOfCard)
    .map((row) => COLUMNS.map((column) => armoured(row[column] ?? '')));
  return [COLUMNS, ...rows].map((cells) => `${rowText(cells, ',')}\r\n`).join('');
}

function armoured(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
