import type { Card, Response } from './card.ts';
import { type Day, type Instant, SECOND } from './day.ts';
import { fits, grade, pointsFor, type Verdict } from './grading.ts';
import type { ChannelId, CommunityId, DailyId, MemberId, RoundId } from './ids.ts';
import type { Zone } from './schedule.ts';

/** Answers received in time may still be on their way this long after the close (milliseconds). */
export const STRAGGLERS = 5 * SECOND;

/** A question put to members. It keeps its card as posted, whatever becomes of the deck. */
export interface Round {
  readonly id: RoundId;
  readonly community: CommunityId;
  readonly channel: ChannelId;
  readonly daily: DailyId;
  /** 1, 2, 3 … within its daily: for display and streaks. */
  readonly number: number;
  /** The study day that every answer to it credits. */
  readonly day: Day;
  /** The zone in which its times are shown. */
  readonly zone: Zone;
  readonly card: Card;
  /** The day of the course's exam, as it was known when the question was posted. */
  readonly exam: Day | null;
  readonly openedAt: Instant;
  readonly closesAt: Instant;
  readonly closed: boolean;
}

/** A member's one counted response, as the log keeps it. */
export interface Answer {
  readonly member: MemberId;
  /** The platform's event that brought it: the same event again is the same answer. */
  readonly event: string;
  readonly response: Response;
  readonly receivedAt: Instant;
  readonly verdict: Verdict;
  readonly points: number;
  readonly cardRevision: string;
}

export type Refusal = 'closed' | 'not a choice';

/** Grades a response to a round, or says why it cannot count. The time it was received decides. */
export function answerTo(
  round: Round,
  given: Pick<Answer, 'member' | 'event' | 'response' | 'receivedAt'>,
): Answer | Refusal {
  if (given.receivedAt >= round.closesAt) return 'closed';
  if (!fits(round.card, given.response)) return 'not a choice';
  const verdict = grade(round.card, given.response);
  const { member, event, response, receivedAt } = given;
  return {
    member,
    event,
    response,
    receivedAt,
    verdict,
    points: pointsFor(round.card.difficulty, verdict.credit),
    cardRevision: round.card.revision,
  };
}

/** When a round closes: as the next occurrence of its daily falls due, and at the latest after a set time. */
export function closingTime(
  openedAt: Instant,
  nextDue: Instant | null,
  closesAfter: number,
): Instant {
  return Math.min(nextDue ?? Number.POSITIVE_INFINITY, openedAt + closesAfter);
}

/** What a closed round shows to everyone. */
export interface Tally {
  readonly answered: number;
  readonly right: number;
  readonly partly: number;
}

export function tallyOf(answers: readonly Pick<Answer, 'verdict'>[]): Tally {
  const marked = (mark: Verdict['mark']): number =>
    answers.filter(({ verdict }) => verdict.mark === mark).length;
  return { answered: answers.length, right: marked('right'), partly: marked('partly') };
}
