/** The part of sql.js that is used here; the package brings no types. */
declare module 'sql.js' {
  export type SqlValue = number | string | Uint8Array | null;

  export interface Statement {
    bind(values: readonly SqlValue[]): boolean;
    step(): boolean;
    get(): SqlValue[];
    run(values: readonly SqlValue[]): void;
    free(): boolean;
  }

  export interface Database {
    run(sql: string, values?: readonly SqlValue[]): Database;
    exec(sql: string): { columns: string[]; values: SqlValue[][] }[];
    prepare(sql: string): Statement;
    export(): Uint8Array;
    close(): void;
  }

  const load: () => Promise<{ Database: new (bytes?: Uint8Array) => Database }>;
  // biome-ignore lint/style/noDefaultExport: this is what the package exports
  export default load;
}
