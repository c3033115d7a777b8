import type { Answers } from './answers.ts';
import type { Appointed } from './appointed.ts';
import type { Asked } from './asked.ts';
import type { Belonging } from './belonging.ts';
import type { Boards } from './boards.ts';
import type { Books } from './books.ts';
import type { AnswerLog, Audit, Corrections } from './corrections.ts';
import type { Counts } from './counts.ts';
import type { Dailies } from './dailies.ts';
import type { Deliveries } from './deliveries.ts';
import type { Drafts } from './drafts.ts';
import type { Epochs } from './epochs.ts';
import type { Ledger } from './ledger.ts';
import type { Members } from './members.ts';
import type { Outages } from './outages.ts';
import type { OwnSessionStore } from './own-sessions.ts';
import type { Presence } from './presence.ts';
import type { Quizzes } from './quizzes.ts';
import type { Reminders } from './reminders.ts';
import type { Reports } from './reports.ts';
import type { Reviews } from './reviews.ts';
import type { Rounds } from './rounds.ts';
import type { Rulings } from './rulings.ts';
import type { Streaks } from './streaks.ts';

/** Raised when the store does not answer in time or at all. Members read "try again in a moment". */
export class StoreAway extends Error {
  constructor(cause: unknown) {
    super('The store does not answer', { cause });
    this.name = 'StoreAway';
  }
}

/** Everything that is kept. Every method may throw {@link StoreAway}. */
export interface Store {
  readonly dailies: Dailies;
  readonly drafts: Drafts;
  readonly ledger: Ledger;
  readonly rounds: Rounds;
  readonly answers: Answers;
  readonly streaks: Streaks;
  readonly boards: Boards;
  readonly outages: Outages;
  readonly epochs: Epochs;
  readonly deliveries: Deliveries;
  readonly log: AnswerLog;
  readonly corrections: Corrections;
  readonly counts: Counts;
  readonly asked: Asked;
  readonly audit: Audit;
  readonly reminders: Reminders;
  readonly reports: Reports;
  readonly reviews: Reviews;
  readonly ownSessions: OwnSessionStore;
  readonly rulings: Rulings;
  readonly members: Members;
  readonly books: Books;
  readonly appointed: Appointed;
  readonly belonging: Belonging;
  readonly presence: Presence;
  readonly quizzes: Quizzes;
}
