import { zipSync } from 'fflate';
import load, { type Database, type SqlValue } from 'sql.js';

const { Database: Fresh } = await load();

export function openDatabase(bytes?: Uint8Array): Database {
  return new Fresh(bytes);
}

/** The rows of a query, as objects by the names of the columns. */
export function rowsOf(database: Database, query: string): Record<string, SqlValue>[] {
  const [result] = database.exec(query);
  return (result?.values ?? []).map((row) =>
    Object.fromEntries(row.map((value, at) => [result?.columns[at] ?? '', value])),
  );
}

/** A note of a collection that somebody else made. */
export interface ForeignNote {
  readonly model: 'Basic' | 'Cloze';
  readonly fields: readonly string[];
  readonly deck?: string;
  readonly tags?: string;
}

const MODELS = {
  1001: {
    id: 1001,
    name: 'Basic',
    type: 0,
    flds: [
      { name: 'Back', ord: 1 },
      { name: 'Front', ord: 0 },
    ],
  },
  1002: {
    id: 1002,
    name: 'Cloze',
    type: 1,
    flds: [
      { name: 'Text', ord: 0 },
      { name: 'Back Extra', ord: 1 },
    ],
  },
};
const TABLES = `
CREATE TABLE col (id integer primary key, models text, decks text);
CREATE TABLE notes (id integer primary key, mid integer, tags text, flds text);
CREATE TABLE cards (id integer primary key, nid integer, did integer, odid integer, type integer, due integer);
`;

/** The bytes of a collection with these notes; the later ones have the earlier positions. */
export function collection(notes: readonly ForeignNote[], tables = TABLES): Uint8Array {
  const database = openDatabase();
  database.run(tables);
  const names = [...new Set(notes.map(({ deck = 'Default' }) => deck))];
  const decks = Object.fromEntries(names.map((name, at) => [at + 1, { id: at + 1, name }]));
  database.run('INSERT INTO col VALUES (1, ?, ?)', [JSON.stringify(MODELS), JSON.stringify(decks)]);
  notes.forEach(({ model, fields, deck = 'Default', tags = '' }, at) => {
    const mid = model === 'Basic' ? 1001 : 1002;
    database.run('INSERT INTO notes VALUES (?, ?, ?, ?)', [at + 1, mid, tags, fields.join('\x1f')]);
    const place = [names.indexOf(deck) + 1, 0, 0, notes.length - at];
    database.run('INSERT INTO cards VALUES (NULL, ?, ?, ?, ?, ?)', [at + 1, ...place]);
  });
  const bytes = database.export();
  database.close();
  return bytes;
}

/** A collection whose tables somebody chose. */
export function hostileCollection(sql: string): Uint8Array {
  const database = openDatabase();
  database.run(sql);
  const bytes = database.export();
  database.close();
  return bytes;
}

/** A package with these files. */
export function packageOf(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? encoder.encode(content) : content,
      ]),
    ),
  );
}
