import type { CommunityId, DailyId, MemberId } from '../core/ids.ts';
import { regraded } from '../core/rekey.ts';
import type { Answer } from '../core/round.ts';
import { isOn, isRight, ruledAgain } from '../core/ruling.ts';
import type { PostedRound } from '../ports/rounds.ts';
import type { Appeal } from '../ports/rulings.ts';
import type { Parts } from './parts.ts';
import { recountDaily } from './recount.ts';
import { regradeOwn, regradeQuizzes } from './regrade-study.ts';
import { showAgain } from './void.ts';

/** How often a round is read again whose key is put right by somebody else at the same time. */
const MOST_READS = 10;

/** What an accepted appeal changed. */
export interface Rescored {
  /** Answers that count for more than before. */
  readonly answers: number;
  /** Points more. */
  readonly points: number;
  readonly streaks: number;
}

/**
 * Gives every question of the community that was asked by the appeal's card the key that accepts its words, and counts
 * anew what follows from it, in dailies, in the quizzes that are kept, and in reviews. Whoever gains by it waits to be
 * told. Again is the same.
 *
 * @param appellants members who appealed, beside those who wait to be told
 */
export async function rescore(
  parts: Parts,
  community: CommunityId,
  appeal: Appeal,
  appellants: readonly MemberId[] = [],
): Promise<Rescored> {
  let [answers, points, streaks] = [await regradeQuizzes(parts, community, appeal), 0, 0];
  answers += await regradeOwn(parts, community, appeal, appellants);
  for (const daily of await parts.store.books.dailies(community)) {
    const { ruled, gained } = await ruleRounds(parts, community, daily, appeal);
    answers += gained;
    if (ruled.length === 0) continue;
    const counted = await recountDaily(parts, community, daily);
    points += counted.points;
    streaks += counted.streaks;
    for (const round of ruled) await showAgain(parts, round);
  }
  return { answers, points, streaks };
}

async function ruleRounds(
  parts: Parts,
  community: CommunityId,
  daily: DailyId,
  appeal: Appeal,
): Promise<{ readonly ruled: readonly PostedRound[]; readonly gained: number }> {
  const ruled: PostedRound[] = [];
  let gained = 0;
  for await (const round of parts.store.log.roundsOf(community, daily)) {
    if (!isOn(appeal, round.card)) continue;
    const more = await ruleRound(parts, round, appeal);
    if (more === null) continue;
    ruled.push(round);
    gained += more;
  }
  return { ruled, gained };
}

/** How many answers gain by it; null where the round stays as it is. */
async function ruleRound(parts: Parts, read: PostedRound, appeal: Appeal): Promise<number | null> {
  const { community, id } = read;
  let round: PostedRound | null = read;
  for (let reads = 0; round && reads < MOST_READS; reads++) {
    const done = await ruleOnce(parts, round, appeal);
    if (done !== 'stale') return done;
    round = await parts.store.rounds.get(community, id);
  }
  if (round === null) return null;
  throw new Error(`the key of ${community} ${id} changed each time it was read`);
}

async function ruleOnce(
  parts: Parts,
  round: PostedRound,
  appeal: Appeal,
): Promise<number | null | 'stale'> {
  const { store, clock } = parts;
  const changed = ruledAgain(round.card, appeal, round.rekeys + 1);
  const card = changed ?? round.card;
  if (!isRight(card, appeal.place, appeal.words)) return null;
  const gains = gainsBy(card, await store.answers.ofRound(round.community, round.id));
  // What nobody said in a question that takes no more answers needs no new key.
  if (gains.length === 0 && (round.closed || changed === null)) return null;
  await noteToTell(parts, round, appeal, gains);
  const isRuled = changed === null || (await store.corrections.rekey(round, changed, clock.now()));
  return isRuled ? gains.length : 'stale';
}

function gainsBy(card: PostedRound['card'], answers: readonly Answer[]): MemberId[] {
  return answers
    .filter((answer) => regraded(card, answer).verdict.credit > answer.verdict.credit)
    .map(({ member }) => member);
}

/** Before the key changes, so that a crash in between costs nobody the word. */
async function noteToTell(
  { store, rules }: Parts,
  { community, closed }: PostedRound,
  { number }: Appeal,
  members: readonly MemberId[],
): Promise<void> {
  // The word would be the verdict.
  if (rules.verdict === 'at-the-reveal' && !closed) return;
  await store.rulings.toTell(community, number, members);
}
