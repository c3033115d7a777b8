import { quoted } from '../fault.ts';
import { type Refused, refused } from './format.ts';
import { IMPORT_LIMITS, ITEM_TOO_LONG, TOO_MANY_ITEMS } from './import-limits.ts';

/** A row of a table in text, and the line on which it begins. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TextTable {
  readonly rows: readonly TextRow[];
  readonly bad: readonly Refused[];
}

export interface Dialect {
  /** One character. */
  readonly delimiter: string;
  /** Whether rows that begin with # are comments. */
  readonly comments: boolean;
}

type Parser = typeof import('csv-parse/sync');

const OPEN_QUOTE =
  'a quote is opened and never closed; close it, or write "" for a quote inside a text';
const TOO_BROKEN = `more than ${IMPORT_LIMITS.brokenRows} rows have broken quotes; the file is read no further`;

/** The rows of a text whose lines end in line feeds. After a row that cannot be read it goes on in the next line. */
export async function tableOf(text: string, dialect: Dialect): Promise<TextTable> {
  const parser = await import('csv-parse/sync');
  const rows: TextRow[] = [];
  const bad: Refused[] = [];
  let from = { rest: text, line: 1 };
  while (from.rest !== '') {
    const run = readRun(parser, from.rest, dialect, IMPORT_LIMITS.items + 1 - rows.length);
    for (const { line, cells } of run.rows) rows.push({ line: line + from.line - 1, cells });
    if (rows.length > IMPORT_LIMITS.items) return tooMany(rows, bad);
    if (run.reason === null) break;
    const broken = skipTo(from.rest, from.line, run.end, dialect);
    bad.push(refused(broken.line, quoted(broken.first), run.reason));
    if (bad.length > IMPORT_LIMITS.brokenRows)
      return { rows, bad: [...bad, refused(broken.line, 'the file', TOO_BROKEN)] };
    from = { rest: broken.rest, line: broken.line + 1 };
  }
  return { rows, bad };
}

function tooMany(rows: readonly TextRow[], bad: readonly Refused[]): TextTable {
  const last = rows.at(-1)?.line ?? null;
  return {
    rows: rows.slice(0, IMPORT_LIMITS.items),
    bad: [...bad, refused(last, 'the file', TOO_MANY_ITEMS)],
  };
}

interface Run {
  readonly rows: readonly TextRow[];
  /** The last line that was understood. */
  readonly end: number;
  /** Why the run ended early; null where all was read. */
  readonly reason: string | null;
}

function readRun({ parse, CsvError }: Parser, text: string, dialect: Dialect, to: number): Run {
  const rows: TextRow[] = [];
  let end = 0;
  try {
    parse(text, {
      ...settingsOf(dialect),
      to,
      on_record(found, { lines }) {
        const { record, raw } = found as unknown as { record: string[]; raw: string };
        end = lines;
        rows.push({ line: end - breaksIn(raw, dialect), cells: record });
        return null;
      },
    });
    return { rows, end, reason: null };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const reason = cause.code === 'CSV_MAX_RECORD_SIZE' ? ITEM_TOO_LONG : OPEN_QUOTE;
    return { rows, end, reason };
  }
}

function settingsOf({ delimiter, comments }: Dialect) {
  return {
    delimiter,
    ...(comments ? { comment: '#', comment_no_infix: true } : {}),
    max_record_size: IMPORT_LIMITS.item,
    raw: true,
    record_delimiter: '\n',
    relax_column_count: true,
    // A quote in the middle of a text is a quote.
    relax_quotes: true,
    skip_empty_lines: true,
  };
}

/** The line breaks inside a row; what was skipped before it counts not. */
function breaksIn(raw: string, { comments }: Dialect): number {
  const skipped = comments ? /^(?:\s*\n|#.*\n)+/ : /^(?:\s*\n)+/;
  const own = raw.replace(skipped, '').replace(/\n$/, '');
  return own.split('\n').length - 1;
}

/** The first line after `end` that says something, and what follows it. */
function skipTo(
  text: string,
  start: number,
  end: number,
  { comments }: Dialect,
): { line: number; first: string; rest: string } {
  let [line, at] = [0, 0];
  for (;;) {
    const next = text.indexOf('\n', at);
    const first = text.slice(at, next < 0 ? undefined : next);
    const says = first.trim() !== '' && !(comments && first.startsWith('#'));
    line++;
    if (next < 0 || (line > end && says)) {
      return { line: start + line - 1, first, rest: next < 0 ? '' : text.slice(next + 1) };
    }
    at = next + 1;
  }
}

/** A row as text: every cell in quotes that needs them. */
export function rowText(cells: readonly string[], delimiter: string): string {
  return cells.map((cell) => cellText(cell, delimiter)).join(delimiter);
}

function cellText(cell: string, delimiter: string): string {
  const plain = !/["\n\r]|^[\s#]|\s$/.test(cell) && !cell.includes(delimiter);
  return plain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
