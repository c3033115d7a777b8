import { quoted } from '../fault.ts';
import { LETTERS } from '../options.ts';
import type { Column, Row } from './columns.ts';
import { filled } from './filled.ts';
import type { TopicName, WrittenCard } from './format.ts';

/** The card that a row describes, as far as it goes; unchecked. A kind that is not said is guessed from the cells. */
export function cardOfRow(row: Row): WrittenCard {
  const kind = row.kind?.trim().toLowerCase() || guessedKind(row);
  const own = Object.hasOwn(OWN, kind) ? OWN[kind] : undefined;
  const picture = row.picture ? { file: row.picture, alt: row.alt } : undefined;
  const { id, seed, exercise, prompt, explanation, source, hint } = row;
  const formerly = row.formerly ? linesOf(row.formerly) : undefined;
  const difficulty = row.difficulty ? numberOr(row.difficulty) : undefined;
  return filled({
    ...{ id, formerly, seed, exercise, difficulty, kind, prompt },
    ...own?.(row),
    ...{ explanation, source, hint, picture },
  });
}

export function topicOfRow({ topic, title }: Row): TopicName | null {
  return topic || title ? { topic: topic ?? null, title: title ?? null } : null;
}

/** Why the cells make no card, where the card itself could not show it. */
export function faultOfRow(row: Row): string | null {
  const { kind } = cardOfRow(row);
  if (kind === 'match') return faultOfLefts(inOrder(row));
  const letters = Object.keys(lettered(row, '') ?? {});
  const strange =
    kind === 'kprime' &&
    lettersIn(keyOf(row)).find((word) => !letters.includes(word) && word !== 'NONE');
  return strange
    ? `key ${quoted(strange)} is no statement; name the letters of the true ones, or none`
    : null;
}

/** A mapping holds each left side once. */
export function faultOfLefts(lefts: readonly string[]): string | null {
  const twin = lefts.find((left, at) => lefts.indexOf(left) < at);
  if (twin !== undefined) return `the left side ${quoted(twin)} stands twice; change one`;
  return lefts.includes('__proto__') ? 'the left side __proto__ is refused; change it' : null;
}

type Own = (row: Row) => Readonly<Record<string, unknown>>;

const choice = (row: Row): Readonly<Record<string, unknown>> => ({
  options: lettered(row, ''),
  why: lettered(row, 'why '),
});

/** What each kind adds. */
const OWN: Readonly<Record<string, Own>> = {
  single: (row) => ({ ...choice(row), key: keyOf(row).toUpperCase() }),
  several: (row) => ({ ...choice(row), key: lettersIn(keyOf(row)) }),
  kprime: (row) => ({
    statements: lettered(row, ''),
    key: marksOf(row),
    why: lettered(row, 'why '),
  }),
  'true-false': (row) => ({ key: truthOr(keyOf(row)), correction: row.correction }),
  typed: (row) => ({ accept: linesOf(row.accept || row.answer), reject: linesOf(row.reject) }),
  'key-points': (row) => ({
    points: inOrder(row).map((point, at) => ({ point, any: numbered(row.accept, at + 1) })),
    needs: row.needs ? numberOr(row.needs) : undefined,
  }),
  numeric: (row) => ({
    key: numberOr(keyOf(row)),
    tolerance: row.tolerance ? numberOr(row.tolerance) : undefined,
    unit: row.unit,
  }),
  order: (row) => ({ items: inOrder(row) }),
  match: (row) => ({ pairs: pairsOf(row) }),
  gap: (row) => ({ gaps: gapsOf(row) }),
  flash: ({ answer }) => ({ answer }),
};

function guessedKind(row: Row): string {
  const key = keyOf(row);
  if (row.A) return lettersIn(key).length > 1 ? 'several' : 'single';
  if (row.accept) return row.accept.startsWith('{1}') ? 'gap' : 'typed';
  if (typeof truthOr(key) === 'boolean') return 'true-false';
  return row.key && typeof numberOr(key) === 'number' ? 'numeric' : 'flash';
}

/** Tables of others name the right one under `answer`. */
function keyOf({ key, answer }: Row): string {
  return (key || answer || '').trim();
}

function lettered(row: Row, before: '' | 'why '): Record<string, string> | undefined {
  const found = LETTERS.flatMap((letter): [string, string][] => {
    const text = row[`${before}${letter}` as Column];
    return text ? [[letter, text]] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function inOrder(row: Row): string[] {
  return Object.values(lettered(row, '') ?? {});
}

function lettersIn(key: string): string[] {
  return key.toUpperCase().match(/[^\s,;]+/g) ?? [];
}

function marksOf(row: Row): Record<string, boolean> | undefined {
  const right = lettersIn(keyOf(row));
  if (right.length === 0) return undefined;
  const letters = Object.keys(lettered(row, '') ?? {});
  return Object.fromEntries(letters.map((letter) => [letter, right.includes(letter)]));
}

function pairsOf(row: Row): Record<string, string> {
  const rights = new Map(
    linesOf(row.key).map((line): [string, string] => [line.slice(0, 1), line.slice(2).trim()]),
  );
  const lefts = Object.entries(lettered(row, '') ?? {});
  return Object.fromEntries(lefts.map(([letter, left]) => [left, rights.get(letter) ?? '']));
}

function gapsOf({ prompt = '', accept, reject }: Row): object[] {
  const count = new Set(prompt.match(/\{\d\}/g)).size;
  return Array.from({ length: count }, (_, at) =>
    filled({ accept: numbered(accept, at + 1), reject: numbered(reject, at + 1) }),
  );
}

/** The lines that begin with `{1}`; lines without a number belong to the first. */
function numbered(cell: string | undefined, wanted: number): string[] {
  return linesOf(cell).flatMap((line) => {
    const [, number = '1', item = ''] = /^(?:\{(\d)\})?\s*(.*)$/.exec(line) ?? [];
    return Number(number) === wanted && item !== '' ? item : [];
  });
}

function linesOf(cell = ''): string[] {
  return cell.split('\n').flatMap((line) => line.trim() || []);
}

/** The text itself where it is no number, for the checker to complain of. */
function numberOr(text: string): number | string {
  const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text.trim());
  return plain ? Number(text) : text.trim();
}

function truthOr(text: string): boolean | string {
  const word = text.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : text;
}
