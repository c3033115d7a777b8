import { COLUMNS, type Column } from '../columns.ts';

/** The note type that holds cards of every kind. */
export const NOTE_TYPE = 'Hypercall';

/** Its fields: the prompt, by which Anki sorts; the two sides that it shows; and what they are made from. */
export const FIELDS: readonly string[] = [
  ...['Prompt', 'Front', 'Back'],
  ...COLUMNS.filter((column) => column !== 'prompt').map(fieldOf),
];

/** `why A` is the field `Why A`. */
function fieldOf(column: Column): string {
  return column.charAt(0).toUpperCase() + column.slice(1);
}
