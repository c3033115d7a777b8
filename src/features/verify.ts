import { noTakings, type Takings, takeRound } from '../core/books.ts';
import { HOUR, type Instant, nextHour } from '../core/day.ts';
import { seededDice } from '../core/dice.ts';
import type { CommunityId, DailyId } from '../core/ids.ts';
import { type Credits, creditAll, streakDifferences } from '../core/recount.ts';
import type { Zone } from '../core/schedule.ts';
import type { JobResult, VerifyCommunity } from '../ports/queue.ts';
import type { PostedRound } from '../ports/rounds.ts';
import {
  boardDifferences,
  counterDifferences,
  type Difference,
  gradingDifference,
  type Repair,
  streakDifference,
  topicDifferences,
} from './differences.ts';
import type { Parts } from './parts.ts';
import { planLookUps } from './presence.ts';
import { recountDaily } from './recount.ts';

/** A difference is one if it is there each time, by the same amount: an answer or a close may have come between two reads. */
const LOOKS = 3;
/** When nobody answers, by the clocks of the home zone. */
const NIGHT = 4;

type Reading = Pick<Parts, 'store' | 'rules'>;

/** What the books of a community said. */
export interface Verified {
  readonly differences: readonly Difference[];
  readonly answers: number;
}

/** Holds everything that was counted against the answer log, while the community goes on. */
export async function verifyCommunity(parts: Reading, community: CommunityId): Promise<Verified> {
  let found = await look(parts, community);
  for (let looks = 1; looks < LOOKS && found.differences.length > 0; looks++) {
    const before = new Set(found.differences.map(inWords));
    const again = await look(parts, community);
    found = {
      ...again,
      differences: again.differences.filter((each) => before.has(inWords(each))),
    };
  }
  return found;
}

const inWords = ({ what, stored, recomputed }: Difference): string =>
  `${what}: ${stored}, not ${recomputed}`;

/** The job of each night: it says what differs, and never repairs by itself. */
export async function verifyJob(parts: Parts, { community }: VerifyCommunity): Promise<JobResult> {
  const { differences } = await verifyCommunity(parts, community);
  if (differences.length > 0) {
    const count = differences.length;
    const cause = `${count} counted ${count === 1 ? 'value differs' : 'values differ'} from the answer log: npm run hypercall -- verify lists them`;
    parts.report(`verifying ${community}`, cause);
  }
  const next = nextVerify(parts.homeZone, community, parts.clock.now());
  await parts.store.books.verified(community, next);
  await planLookUps(parts, community);
  return { kind: 'done' };
}

/** About four in the morning; not all communities at once. */
export function nextVerify(zone: Zone, community: CommunityId, now: Instant): Instant {
  return nextHour(zone, NIGHT, now) + Math.floor(seededDice(community)() * HOUR);
}

/** Puts right what can be counted from the log; the number of differences dealt with. */
export async function repairCommunity(
  parts: Reading & Pick<Parts, 'clock'>,
  community: CommunityId,
  differences: readonly Difference[],
): Promise<number> {
  const recounted = new Set<DailyId>();
  let repaired = 0;
  for (const { repair } of differences) {
    if (repair === null) continue;
    if (repair.kind !== 'recount') await adjust(parts, community, repair);
    else if (!recounted.has(repair.daily)) await recountDaily(parts, community, repair.daily);
    if (repair.kind === 'recount') recounted.add(repair.daily);
    repaired += 1;
  }
  return repaired;
}

async function adjust(
  { store: { books } }: Reading,
  community: CommunityId,
  repair: Exclude<Repair, { kind: 'recount' }>,
): Promise<void> {
  switch (repair.kind) {
    case 'board':
      return books.adjustBoard(community, repair.board, repair.member, repair.points);
    case 'topic':
      return books.adjustTopic(community, repair.deck, repair.topic, repair.more);
  }
}

async function look(parts: Reading, community: CommunityId): Promise<Verified> {
  const takings = noTakings();
  const differences: Difference[] = [];
  let answers = 0;
  for (const daily of await parts.store.books.dailies(community)) {
    const found = await lookAtDaily(parts, community, daily, takings);
    differences.push(...found.differences);
    answers += found.answers;
  }
  differences.push(...(await takingsDifferences(parts, community, takings)));
  return { differences, answers };
}

async function lookAtDaily(
  { store, rules }: Reading,
  community: CommunityId,
  daily: DailyId,
  takings: Takings,
): Promise<Verified> {
  const read = await store.corrections.streaks(community, daily);
  const books = await store.books.daily(community, daily);
  const credits: Credits = new Map();
  const rounds: PostedRound[] = [];
  const differences: Difference[] = [];
  let count = 0;
  for await (const { round, answers } of store.log.ofDaily(community, daily)) {
    rounds.push(round);
    count += answers.length;
    creditAll(credits, rules, round.number, answers);
    takeRound(takings, round, answers);
    const old = answers.filter(({ cardRevision }) => cardRevision !== round.card.revision);
    if (round.rekeys > 0 && old.length > 0) {
      differences.push(gradingDifference(daily, round.number, old.length));
    }
  }
  const streaks = streakDifferences(read.streaks, credits, read.forgiven);
  differences.push(...streaks.map((each) => streakDifference(daily, each)));
  differences.push(...counterDifferences(daily, books, rounds, read.forgiven));
  return { differences, answers: count };
}

async function takingsDifferences(
  { store }: Reading,
  community: CommunityId,
  { boards, topics }: Takings,
): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const [board, taken] of boards) {
    found.push(...boardDifferences(board, await store.books.board(community, board), taken));
  }
  for (const [deck, taken] of topics) {
    found.push(...topicDifferences(deck, await store.books.topics(community, deck), taken));
  }
  return found;
}
