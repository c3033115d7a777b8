import type { Cluster, Redis } from 'ioredis';
import type { Store } from '../ports/store.ts';
import { createAnswers } from './answers.ts';
import { createBoards } from './boards.ts';
import { createDailies } from './dailies.ts';
import { openDatabase } from './database.ts';
import { createLedger } from './ledger.ts';
import { withReplicatedClaims } from './replicas.ts';
import { createRoundReader, createRounds } from './rounds.ts';
import { createStreaks } from './streaks.ts';
import { createWake } from './wake.ts';

export interface StoreOptions {
  readonly redis: Redis | Cluster;
  /** Begins every key, so that several bots can share a server. */
  readonly prefix: string;
  /** Makes the seed for a community's choice of cards; unguessable. */
  readonly makeSecret: () => string;
  /** Whether a replica takes over where the server dies, as under Sentinel. */
  readonly hasSuccessor?: boolean;
}

/** The store on a connected Redis. It owns no connection. */
export function createStore(options: StoreOptions): Store {
  const { redis, prefix, makeSecret, hasSuccessor = false } = options;
  const db = openDatabase(redis, prefix);
  const wake = createWake(db);
  const reader = createRoundReader(db);
  const ledger = createLedger(db, wake, makeSecret);
  return {
    dailies: createDailies(db, wake),
    ledger: hasSuccessor ? withReplicatedClaims(ledger, redis) : ledger,
    rounds: createRounds(db, reader),
    answers: createAnswers(db, reader),
    streaks: createStreaks(db),
    boards: createBoards(db),
  };
}
