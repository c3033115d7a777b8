import type { Ledger } from '../ports/ledger.ts';
import { createClaims, type Timekeeper } from './claims.ts';
import type { Database } from './database.ts';
import { createPlanning } from './planning.ts';
import type { RoundReader } from './rounds.ts';
import { createSituations } from './situation.ts';
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
    ...createSituations(db, reader, makeSecret),
    ...createClaims(db, wake, timekeeper),
    ...createUnresolved(db),
  };
}
