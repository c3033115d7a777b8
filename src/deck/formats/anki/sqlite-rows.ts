import type { Database, SqlValue } from 'sql.js';

export type SqlRow = readonly SqlValue[];

export interface SqlQuery {
  /** The one that is asked; it must be an ordinary table, since a view could run for ever. Our word, not the file's. */
  readonly table: string;
  /** Column names, read in this order. */
  readonly columns: readonly string[];
  /** The most rows that are read. */
  readonly limit: number;
}

/** The rows of each query, or null where the bytes are no sound database with such tables. */
export async function sqliteRows(
  bytes: Uint8Array,
  queries: readonly SqlQuery[],
): Promise<readonly (readonly SqlRow[])[] | null> {
  const { default: load } = await import('sql.js');
  const { Database } = await load();
  try {
    const database = new Database(bytes);
    try {
      database.run('PRAGMA trusted_schema = OFF');
      return queries.map((query) => rowsOf(database, query));
    } finally {
      database.close();
    }
  } catch {
    // Nothing but SQLite runs above, and all that it can say is that the file is not sound.
    return null;
  }
}

function rowsOf(database: Database, { table, columns, limit }: SqlQuery): SqlRow[] {
  const [kind] = database.exec(`SELECT type, sql FROM sqlite_master WHERE name = '${table}'`);
  const [type, sql] = kind?.values[0] ?? [];
  if (type !== 'table' || !/^create\s+table\b/i.test(String(sql))) throw new Error(`no ${table}`);
  if (isComputed(database, table)) throw new Error(`${table} is computed`);
  const statement = database.prepare(`SELECT ${columns.join()} FROM ${table} LIMIT ${limit}`);
  const rows: SqlRow[] = [];
  while (statement.step()) rows.push(statement.get());
  statement.free();
  return rows;
}

/** A column that is computed could take any time and memory for each row. */
function isComputed(database: Database, table: string): boolean {
  const [columns] = database.exec(`PRAGMA table_xinfo(${table})`);
  return columns?.values.some((column) => column.at(-1) !== 0) ?? true;
}
