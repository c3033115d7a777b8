import { LETTERS } from '../options.ts';

/**
 * A card as one row of a table. `A` to `F` hold its options, statements, points, items in their right order, or the
 * left sides of its pairs; lists stand in one cell, a line each; `{1}` begins a line that belongs to gap or point 1.
 */
export const COLUMNS = [
  ...(['topic', 'title', 'id', 'formerly', 'seed', 'exercise', 'difficulty', 'kind'] as const),
  ...(['prompt', 'picture', 'alt'] as const),
  ...LETTERS,
  ...(['key', 'why A', 'why B', 'why C', 'why D', 'why E', 'why F', 'correction'] as const),
  ...(['accept', 'reject', 'needs', 'tolerance', 'unit', 'answer'] as const),
  ...(['explanation', 'source', 'hint'] as const),
];
export type Column = (typeof COLUMNS)[number];

/** The cells that are not empty. */
export type Row = Readonly<Partial<Record<Column, string>>>;

/** The column that a heading means, whatever its case; null where there is none. */
export function columnNamed(heading: string): Column | null {
  const folded = heading.trim().toLowerCase().replace(/\s+/g, ' ');
  const meant = folded === 'question' ? 'prompt' : folded;
  return COLUMNS.find((column) => column.toLowerCase() === meant) ?? null;
}
