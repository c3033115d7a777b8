import { fsrs, type Grade, Rating as Grades, State } from 'ts-fsrs';
import type { Response, SelfGrade } from './card.ts';
import type { Mark, Verdict } from './grading.ts';

/** How well a card was remembered. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type Rating = (typeof RATINGS)[number];

/** What came of an answer, in the words of grading, of a flash card or of a rating. */
export type LearnedMark = Mark | SelfGrade | Rating;

/** What an operator may set of the review. */
export interface ReviewRules {
  /** The share of cards that is to be remembered when they come back, 0.7 to 0.97. */
  readonly retention: number;
  /** The learner's weights, 17, 19 or 21 of them; null for those that fit most people. */
  readonly weights: readonly number[] | null;
  /** Cards that a member reviews on one day, at most. */
  readonly dayLimit: number;
  /** A card that was forgotten so often is a leech. */
  readonly leechAfter: number;
}

/** What a member is thought to remember of a card. Days are numbered as `dayNumber` does. */
export interface CardMemory {
  /** Days until the chance to remember it falls to nine in ten. */
  readonly stability: number;
  /** 1 to 10. */
  readonly difficulty: number;
  readonly ratings: number;
  /** How often it was known and then forgotten. */
  readonly lapses: number;
  /** The day of the latest rating. */
  readonly last: number;
  /** The day on which it comes back. */
  readonly due: number;
}

/** A card's place in a member's review. */
export interface Scheduled {
  readonly memory: CardMemory;
  /** As it stood before the latest rating; null where that was the first. */
  readonly before: CardMemory | null;
  /** Names the answer that gave the latest rating: the same answer never rates twice. */
  readonly event: string;
}

/** One rating of a card. */
export interface Rated {
  readonly rating: Rating;
  readonly day: number;
  readonly event: string;
}

/** What a member remembers of a card after a rating on a day that is later than its latest; null before the first. */
export type Schedule = (memory: CardMemory | null, rating: Rating, day: number) => CardMemory;

/** The review as it goes here. */
export interface Review extends Pick<ReviewRules, 'dayLimit' | 'leechAfter'> {
  readonly schedule: Schedule;
}

/** What holds unless an operator sets it otherwise. */
export const REVIEW_RULES: ReviewRules = {
  retention: 0.9,
  weights: null,
  dayLimit: 50,
  leechAfter: 8,
};

export function createReview(rules: ReviewRules): Review {
  const { dayLimit, leechAfter } = rules;
  return { schedule: createSchedule(rules), dayLimit, leechAfter };
}

const GRADES: Readonly<Record<Rating, Grade>> = {
  again: Grades.Again,
  hard: Grades.Hard,
  good: Grades.Good,
  easy: Grades.Easy,
};

const DAY = 86_400_000;

/** The schedule by FSRS, in whole days and without chance: the same answers make the same schedule. */
export function createSchedule({
  retention,
  weights,
}: Pick<ReviewRules, 'retention' | 'weights'>): Schedule {
  const scheduler = fsrs({
    request_retention: retention,
    enable_fuzz: false,
    enable_short_term: false,
    ...(weights === null ? {} : { w: weights }),
  });
  return (memory, rating, day) => {
    const { card } = scheduler.next(cardOf(memory, day), day * DAY, GRADES[rating]);
    return {
      stability: card.stability,
      difficulty: card.difficulty,
      ratings: card.reps,
      lapses: card.lapses,
      last: day,
      due: day + card.scheduled_days,
    };
  };
}

/** The card as the scheduler knows it; what it does not read stays 0. */
function cardOf(memory: CardMemory | null, day: number) {
  return {
    due: (memory?.due ?? day) * DAY,
    stability: memory?.stability ?? 0,
    difficulty: memory?.difficulty ?? 0,
    elapsed_days: 0,
    scheduled_days: memory === null ? 0 : memory.due - memory.last,
    learning_steps: 0,
    reps: memory?.ratings ?? 0,
    lapses: memory?.lapses ?? 0,
    state: memory === null ? State.New : State.Review,
    last_review: memory === null ? null : memory.last * DAY,
  };
}

/**
 * A card's place after a rating. One day rates a card once: a second rating of the day, or one that comes late, changes
 * nothing. The same answer again stands in place of its first rating, as after a key was put right.
 */
export function rated(schedule: Schedule, was: Scheduled | null, given: Rated): Scheduled | null {
  const { rating, day, event } = given;
  if (was === null) return { memory: schedule(null, rating, day), before: null, event };
  if (was.event === event) {
    return { ...was, memory: schedule(was.before, rating, was.memory.last) };
  }
  if (day <= was.memory.last) return was;
  return { memory: schedule(was.memory, rating, day), before: was.memory, event };
}

/**
 * True while the chance to remember a card is at least nine in ten. One that was just missed for the first time is not
 * known on that day either, though FSRS begins each curve at ten in ten.
 */
export function isKnown({ last, stability }: CardMemory, day: number): boolean {
  return stability >= 1 && day - last <= stability;
}

/** What an answer says of the member's memory. */
export function markOf(response: Response, verdict: Pick<Verdict, 'mark'>): Mark | SelfGrade {
  return response.kind === 'self' ? response.grade : verdict.mark;
}

/** The rating that a mark stands for; null for one that says nothing. */
export function ratingOf(mark: LearnedMark): Rating | null {
  switch (mark) {
    case 'right':
    case 'knew':
      return 'good';
    case 'partly':
      return 'hard';
    case 'wrong':
    case 'no':
      return 'again';
    case 'noted':
      return null;
    case 'again':
    case 'hard':
    case 'good':
    case 'easy':
      return mark;
  }
}
