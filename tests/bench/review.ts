import { type CardInput, fsrs, Rating as Grades, State } from 'ts-fsrs';
import { type CardMemory, createSchedule, RATINGS, REVIEW_RULES } from '../../src/core/review.ts';
import { type Bench, beside } from './measurement.ts';

/** Cards that come up, each of the four times being one scheduling. */
const CARDS = 250_000;
const RATINGS_EACH = 4;
/** Turns that each side takes, so that neither has the warmer machine. */
const TURNS = 10;
const DAY = 86_400_000;
const GRADES = { again: Grades.Again, hard: Grades.Hard, good: Grades.Good, easy: Grades.Easy };

type Grading = (turn: number, count: number) => number;

/** The same rating for the same card and step on both sides. */
const ratingOf = (card: number, step: number) => RATINGS[(card * 7 + step * 3) % 4] ?? 'good';

function ours(): Grading {
  const schedule = createSchedule(REVIEW_RULES);
  return (turn, count) => {
    let sum = 0;
    for (let card = turn * count; card < (turn + 1) * count; card++) {
      let memory: CardMemory | null = null;
      for (let step = 0; step < RATINGS_EACH; step++) {
        memory = schedule(memory, ratingOf(card, step), memory?.due ?? 20_000);
        sum += memory.due;
      }
    }
    return sum;
  };
}

function bare(): Grading {
  const { retention } = REVIEW_RULES;
  const scheduler = fsrs({ request_retention: retention, enable_short_term: false });
  return (turn, count) => {
    let sum = 0;
    for (let at = turn * count; at < (turn + 1) * count; at++) {
      let card: CardInput = {
        due: 20_000 * DAY,
        stability: 0,
        difficulty: 0,
        elapsed_days: 0,
        scheduled_days: 0,
        learning_steps: 0,
        reps: 0,
        lapses: 0,
        state: State.New,
      };
      for (let step = 0; step < RATINGS_EACH; step++) {
        card = scheduler.next(card, card.due, GRADES[ratingOf(at, step)] as 1).card;
        sum += Math.round(Number(card.due) / DAY);
      }
    }
    return sum;
  };
}

/** Milliseconds, and the sum of all due days: both sides must come to the same one. */
function timed(grading: Grading, turn: number, count: number): [number, number] {
  const began = performance.now();
  const sum = grading(turn, count);
  return [performance.now() - began, sum];
}

/** A million schedulings beside bare ts-fsrs on the same ratings. */
export const review: Bench = {
  name: 'review',
  async run() {
    const count = CARDS / TURNS;
    const [we, they] = [ours(), bare()];
    let [ourMs, theirMs] = [0, 0];
    for (let turn = 0; turn < TURNS; turn++) {
      const [ms, sum] = timed(we, turn, count);
      const [bareMs, bareSum] = timed(they, turn, count);
      if (sum !== bareSum) throw new Error(`the schedules differ: ${sum} and ${bareSum}`);
      ourMs += ms;
      theirMs += bareMs;
    }
    const perMinute = (ms: number): number => (CARDS * RATINGS_EACH * 60_000) / ms;
    return [
      beside(
        'cards scheduled, each up to its fourth rating',
        perMinute(ourMs),
        'cards/min',
        perMinute(theirMs),
        '>= 0.8, 1000000 cards/min',
      ),
    ];
  },
};
