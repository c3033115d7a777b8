import type { Card, Response } from './card.ts';
import { type Instant, SECOND } from './day.ts';
import type { Verdict } from './grading.ts';
import {
  type CardId,
  type ChannelId,
  type CommunityId,
  type MemberId,
  type QuizId,
  quizId,
  type RoundId,
  roundId,
} from './ids.ts';
import type { Zone } from './schedule.ts';

export const QUIZ_MODES = ['relaxed', 'race', 'exam', 'survival', 'teams'] as const;
export type QuizMode = (typeof QUIZ_MODES)[number];

/** How many questions a quiz may have. */
export const QUIZ_COUNT = { least: 1, usual: 10, most: 30 } as const;
/** How long a question stays open, in seconds. */
export const QUIZ_SECONDS = { least: 10, usual: 30, most: 300 } as const;

/** From the announcement to the first question (milliseconds). */
export const COUNTDOWN = 30 * SECOND;
/** From a reveal to the next question (milliseconds). */
export const PAUSE = 8 * SECOND;
/** Answers received in time may still be on their way this long after the close (milliseconds). */
export const QUIZ_STRAGGLERS = SECOND;

/** What never changes of a quiz. */
export interface QuizPlan {
  readonly id: QuizId;
  readonly community: CommunityId;
  readonly channel: ChannelId;
  readonly mode: QuizMode;
  /** How long each question stays open. */
  readonly seconds: number;
  /** As they were drawn, in the order of asking, whatever becomes of the deck. */
  readonly cards: readonly Card[];
  /** What it is about, as its title says it. */
  readonly subject: string;
  /** The zone in which its times are shown. */
  readonly zone: Zone;
  /** The share of a question's points that a wrong answer in an exam costs, 0 to 1. */
  readonly penalty: number;
  readonly startedAt: Instant;
}

/** Who sends a message, and since when: another may look after it when the lease is over. */
export interface QuizClaim {
  readonly owner: string;
  readonly since: Instant;
  readonly firstSent: Instant;
}

/** A message that is to be posted once. */
interface Posting {
  readonly claim: QuizClaim | null;
  /** How often it certainly was not sent. */
  readonly tries: number;
  /** Not before then. */
  readonly at: Instant;
}

/** Where a quiz stands. Questions are numbered from 1. */
export type QuizPhase =
  | { readonly kind: 'lobby'; readonly until: Instant }
  | ({ readonly kind: 'posting'; readonly question: number } & Posting)
  | {
      readonly kind: 'asking';
      readonly question: number;
      readonly closesAt: Instant;
      /** How many answers the question says that it has. */
      readonly shown: number;
      /** False where nobody knows whether it stands. */
      readonly stands: boolean;
    }
  | {
      readonly kind: 'closing';
      readonly question: number;
      readonly closesAt: Instant;
      /** When it is revealed. */
      readonly at: Instant;
    }
  | {
      readonly kind: 'pause';
      readonly question: number;
      readonly closesAt: Instant;
      readonly until: Instant;
      /** How many answers the reveal counts. */
      readonly revealed: number;
    }
  | ({ readonly kind: 'ending' } & Posting)
  | { readonly kind: 'over' };

/** Why a quiz ended: all was asked, nobody joined, stopped, its channel is gone or out of reach, one or none survived. */
export type QuizEnd = 'done' | 'nobody' | 'stopped' | 'gone' | 'survived';

export interface QuizState {
  /** Rises with each move: of two processes that read the same one, only one moves on. */
  readonly fence: number;
  readonly phase: QuizPhase;
  /** The last question that was closed; 0 before the first. */
  readonly closed: number;
  /** Questions that count for nothing. */
  readonly skipped: readonly number[];
  /** Set as soon as it is certain. */
  readonly end: QuizEnd | null;
  /** By member, from 0; null in other modes, before the first question and when it is over. */
  readonly teams: Readonly<Record<MemberId, number>> | null;
  /** Who is still in a survival quiz; null as for `teams`. */
  readonly alive: readonly MemberId[] | null;
  /** Who fell at the question that was closed last: an answer in time may still be on its way. */
  readonly fell?: readonly MemberId[];
  /** When each question was closed, by number. */
  readonly closes?: Readonly<Record<number, Instant>>;
}

/** A member's one counted response to a question of a quiz. */
export interface QuizAnswer {
  readonly member: MemberId;
  /** The platform's event that brought it: the same event again is the same answer. */
  readonly event: string;
  readonly response: Response;
  /** In a race, no sooner than a person could have read the question. */
  readonly receivedAt: Instant;
  readonly verdict: Verdict;
}

export function newQuiz(plan: Pick<QuizPlan, 'startedAt'>): QuizState {
  return {
    fence: 0,
    phase: { kind: 'lobby', until: plan.startedAt + COUNTDOWN },
    closed: 0,
    skipped: [],
    end: null,
    teams: null,
    alive: null,
  };
}

/** The id of a question's round: its quiz and two digits. */
export function roundOf(quiz: QuizId, question: number): RoundId {
  return roundId.of(`${quiz}${String(question).padStart(2, '0')}`);
}

/** The quiz and the question that a round's id may mean; null where it can be none of a quiz. */
export function questionOf(
  round: RoundId,
): { readonly quiz: QuizId; readonly question: number } | null {
  const [quiz, question] = [quizId.parse(round.slice(0, 10)), Number(round.slice(10))];
  if (!quiz || !/^\d\d$/.test(round.slice(10)) || question < 1) return null;
  return { quiz, question };
}

/** The question that is or was last before members; 0 before the first, and when it is over. */
export function currentQuestion({ phase }: Pick<QuizState, 'phase'>): number {
  return 'question' in phase ? phase.question : 0;
}

/** The closed questions that count, in the order of asking. */
export function countingQuestions({ closed, skipped }: QuizState): number[] {
  const all = Array.from({ length: closed }, (_, at) => at + 1);
  return all.filter((question) => !skipped.includes(question));
}

/** When somebody must look at the quiz again; null when it is over. */
export function dueAt({ phase }: Pick<QuizState, 'phase'>): Instant | null {
  switch (phase.kind) {
    case 'lobby':
    case 'pause':
      return phase.until;
    case 'posting':
    case 'ending':
      return phase.claim ? phase.claim.since + QUIZ_LEASE : phase.at;
    case 'asking':
      return phase.closesAt;
    case 'closing':
      return phase.at;
    case 'over':
      return null;
  }
}

/** How long a sender of a quiz holds its claim (milliseconds). */
export const QUIZ_LEASE = 10 * SECOND;
/** A send is over this long after its claim (milliseconds). */
export const QUIZ_SEND_LIMIT = 7 * SECOND;

/** True where an answer of this moment is in time for the question; it may have been held up for some questions. */
export function takesAnswer(
  { phase, closes = {} }: QuizState,
  question: number,
  receivedAt: Instant,
): boolean {
  if (!('question' in phase)) return false;
  if (phase.question !== question) return receivedAt < (closes[question] ?? 0);
  return phase.kind === 'posting' || receivedAt < phase.closesAt;
}

/** True where the member may answer and join at the question that is or was last before members. */
export function mayPlay({ alive, phase, fell = [] }: QuizState, member: MemberId): boolean {
  if (alive === null || alive.includes(member)) return true;
  return phase.kind === 'pause' && fell.includes(member);
}

/** Every name of the cards that may be met nowhere else now: the one before members, and all of an exam that goes on. */
export function cardsInPlay(
  { mode, cards }: Pick<QuizPlan, 'mode' | 'cards'>,
  { phase }: Pick<QuizState, 'phase'>,
): readonly CardId[] {
  if (mode === 'exam') return phase.kind === 'over' ? [] : namesOf(cards);
  const isBeforeMembers =
    phase.kind === 'posting' || phase.kind === 'asking' || phase.kind === 'closing';
  return isBeforeMembers ? namesOf(cards.slice(phase.question - 1, phase.question)) : [];
}

const namesOf = (cards: readonly Card[]): CardId[] =>
  cards.flatMap(({ id, formerly }) => [id, ...formerly]);
