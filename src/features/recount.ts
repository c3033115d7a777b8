import type { CommunityId, DailyId, MemberId } from '../core/ids.ts';
import { type Credits, creditAll, streakDifferences } from '../core/recount.ts';
import { regraded } from '../core/rekey.ts';
import type { Answer } from '../core/round.ts';
import type { LoggedRound } from '../ports/corrections.ts';
import type { JobResult, RecountDaily } from '../ports/queue.ts';
import { noteRegraded } from './learned.ts';
import type { Parts } from './parts.ts';

/** How often the log is read again because answers came in meanwhile. */
const MOST_READS = 20;

type Counting = Pick<Parts, 'store' | 'rules' | 'clock'>;

/** What a recount changed. */
export interface Recounted {
  readonly streaks: number;
  /** Answers that an older key had graded, whatever became of their verdicts. */
  readonly graded: number;
  readonly verdicts: number;
  /** Points more, or fewer where negative. */
  readonly points: number;
}

/**
 * Counts every streak of a daily anew from the answer log, and grades what an older key had graded, while answers come
 * in: each is written only where it stands as it was read, and the rest is read again.
 */
export async function recountDaily(
  parts: Counting,
  community: CommunityId,
  daily: DailyId,
): Promise<Recounted> {
  const changed: Changed = { streaks: new Set(), graded: 0, verdicts: 0, points: 0 };
  for (let reads = 0; reads < MOST_READS; reads++) {
    const isDone = await recountOnce(parts, community, daily, changed);
    if (isDone) return { ...changed, streaks: changed.streaks.size };
  }
  throw new Error(`the log of ${community} ${daily} changed each time it was read`);
}

/** The job behind a correction whose own process did not get there. */
export async function recountJob(
  parts: Counting,
  { community, daily }: RecountDaily,
): Promise<JobResult> {
  await recountDaily(parts, community, daily);
  return { kind: 'done' };
}

interface Changed {
  readonly streaks: Set<MemberId>;
  graded: number;
  verdicts: number;
  points: number;
}

async function recountOnce(
  parts: Counting,
  community: CommunityId,
  daily: DailyId,
  changed: Changed,
): Promise<boolean> {
  const { corrections, log, boards } = parts.store;
  // Before the log: an answer that comes in between changes the streak that it is compared with.
  const read = await corrections.streaks(community, daily);
  const credits: Credits = new Map();
  for await (const logged of log.ofDaily(community, daily)) {
    const answers = await gradedByKey(parts, logged, changed);
    if (answers === null) return false;
    creditAll(credits, parts.rules, logged.round.number, answers);
  }
  const changes = streakDifferences(read.streaks, credits, read.forgiven);
  for (const { member } of changes) changed.streaks.add(member);
  if (!(await corrections.replaceStreaks(community, daily, read.version, changes))) return false;
  await boards.changed(community);
  await corrections.recounted(community, daily, read.version);
  return true;
}

/** The round's answers as its key of now grades them; null where they changed under the hand. */
async function gradedByKey(
  { store, clock }: Counting,
  { round, answers }: LoggedRound,
  changed: Changed,
): Promise<readonly Answer[] | null> {
  const { card } = round;
  const isOld = ({ cardRevision }: Answer): boolean => cardRevision !== card.revision;
  if (round.rekeys === 0 || !answers.some(isOld)) return answers;
  const graded = answers.map((answer) => (isOld(answer) ? regraded(card, answer) : answer));
  const changes = graded.flatMap((after, at) => {
    const before = answers[at];
    return before && before !== after ? [{ before, after }] : [];
  });
  // Before they are written, so that a fault brings them here again: noted twice, they count once.
  await noteRegraded(
    { store },
    round,
    changes.map(({ after }) => after),
  );
  if (!(await store.corrections.regrade(round, changes, clock.now()))) return null;
  changed.graded += changes.length;
  for (const { before, after } of changes) {
    if (before.verdict.credit !== after.verdict.credit) changed.verdicts += 1;
    changed.points += after.points - before.points;
  }
  return graded;
}
