import type { Cluster, Redis } from 'ioredis';
import type { Store } from '../ports/store.ts';
import { createAnswerLog, createRoundIndex } from './answer-log.ts';
import { createAnswers } from './answers.ts';
import { createAppointed } from './appointed.ts';
import { createAsked } from './asked.ts';
import { createAudit } from './audit.ts';
import { createBelonging } from './belonging.ts';
import { createBoards } from './boards.ts';
import { createBooks } from './books.ts';
import { createCorrections } from './corrections.ts';
import { createCounts } from './counts.ts';
import { createDailies } from './dailies.ts';
import { openDatabase } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createDrafts } from './drafts.ts';
import { createEpochs } from './epochs.ts';
import { createLedger } from './ledger.ts';
import { createMembers } from './members.ts';
import { createOutages } from './outages.ts';
import { createOwnSessions } from './own-sessions.ts';
import { createPresence } from './presence.ts';
import { createQuizzes } from './quizzes.ts';
import { createReminders } from './reminders.ts';
import { withReplicatedClaims } from './replicas.ts';
import { createReports } from './reports.ts';
import { createReviews } from './reviews.ts';
import { createRoundReader, createRounds } from './rounds.ts';
import { createRulings } from './rulings.ts';
import type { Timekeeper } from './situation.ts';
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
  /** Absent: the bot's own clock is right. */
  readonly timekeeper?: Timekeeper;
}

/** The store on a connected Redis. It owns no connection. */
export function createStore(options: StoreOptions): Store {
  const { redis, prefix, makeSecret, hasSuccessor = false, timekeeper = null } = options;
  const db = openDatabase(redis, prefix);
  const wake = createWake(db);
  const reader = createRoundReader(db);
  const index = createRoundIndex(db, reader);
  const boards = createBoards(db);
  const quizzes = createQuizzes(db, wake, makeSecret);
  const ledger = createLedger(db, wake, reader, makeSecret, timekeeper);
  return {
    dailies: createDailies(db, wake),
    drafts: createDrafts(db),
    ledger: hasSuccessor ? withReplicatedClaims(ledger, redis) : ledger,
    rounds: createRounds(db, reader),
    answers: createAnswers(db, reader, index),
    streaks: createStreaks(db, reader),
    boards,
    outages: createOutages(db),
    epochs: createEpochs(db),
    deliveries: createDeliveries(db),
    log: createAnswerLog(db, index, reader),
    corrections: createCorrections(db, wake),
    counts: createCounts(db, wake),
    asked: createAsked(db),
    audit: createAudit(db),
    reminders: createReminders(db, wake),
    reports: createReports(db),
    reviews: createReviews(db),
    ownSessions: createOwnSessions(db),
    rulings: createRulings(db, wake),
    members: createMembers(db, wake, reader, boards, quizzes),
    books: createBooks(db, wake),
    appointed: createAppointed(db),
    belonging: createBelonging(db, wake, prefix),
    presence: createPresence(db, wake),
    quizzes,
  };
}
