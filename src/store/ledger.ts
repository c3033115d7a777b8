import type { Ledger } from '../ports/ledger.ts';
import { createClaims } from './claims.ts';
import type { Database } from './database.ts';
import { createPlanning } from './planning.ts';
import type { RoundReader } from './rounds.ts';
import { createSituations, type Timekeeper } from './situation.ts';
import { createUnresolved } from './unresolved.ts';
import type { Wake } from './wake.ts';

/** The ledger of occurrences: every change compares the row as it was read. */
export function createLedger(
  db: Database,
  wake: Wake,
  reader: RoundReader,
  makeSecret: () => string,
  timekeeper: Timekeeper,
): Ledger {
  return {
    ...createPlanning(db, wake),
    ...createSituations(db, reader, makeSecret, timekeeper),
    ...createClaims(db, wake),
    ...createUnresolved(db),
  };
}
