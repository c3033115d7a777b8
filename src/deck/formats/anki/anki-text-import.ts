import { type TextRow, tableOf } from '../delimited.ts';
import type { Found } from '../format.ts';
import { FIELDS, NOTE_TYPE } from './anki-fields.ts';
import { type AnkiHeaders, ankiHeaders, guessedSeparator, wordsOf } from './anki-headers.ts';
import { draftOfNote } from './anki-note.ts';

const LOOKS_LIKE_HTML = /<(?:br|div|p|b|i|u|img|span|ul|ol|li)\b[^>]*>|&(?:nbsp|lt|gt|amp|quot);/i;

/** Notes as Anki exports them as text: a line each, with headers that begin with #. */
export async function fromAnkiText(text: string): Promise<Found[]> {
  const headers = ankiHeaders(text);
  const notes = text.split('\n').slice(headers.lines).join('\n');
  const delimiter = headers.separator ?? guessedSeparator(notes);
  const { rows, bad } = await tableOf(notes, { delimiter, comments: true });
  const names = headers.columns === null ? [] : await cellsOf(headers.columns, delimiter);
  const isHtml = headers.html ?? LOOKS_LIKE_HTML.test(notes);
  const found = rows.map((row) => draftOf(row, { headers, names, isHtml }));
  const broken = bad.map((entry) => ({ ...entry, line: (entry.line ?? 0) + headers.lines }));
  return [...broken, ...found];
}

async function cellsOf(line: string, delimiter: string): Promise<readonly string[]> {
  const { rows } = await tableOf(line, { delimiter, comments: false });
  return rows[0]?.cells ?? [];
}

interface File {
  readonly headers: AnkiHeaders;
  readonly names: readonly string[];
  readonly isHtml: boolean;
}

function draftOf({ line, cells }: TextRow, { headers, names, isHtml }: File): Found {
  const metaCell = (name: string): string | null => {
    const column = headers.meta.get(name);
    return column === undefined ? null : (cells[column - 1]?.trim() ?? null);
  };
  const metas = new Set(headers.meta.values());
  const regular = cells.flatMap((content, at) => (metas.has(at + 1) ? [] : [{ content, at }]));
  const own = (metaCell('notetype') ?? headers.notetype) === NOTE_TYPE && names.length === 0;
  const nameOf = (at: number, place: number): string =>
    names[at] || (own ? FIELDS[place] : undefined) || `column ${at + 1}`;
  return draftOfNote({
    line: line + headers.lines,
    fields: regular.map(({ content, at }, place) => [nameOf(at, place), content]),
    isHtml,
    deck: metaCell('deck') ?? headers.deck,
    tags: [...headers.tags, ...wordsOf(metaCell('tags') ?? '')],
  });
}
