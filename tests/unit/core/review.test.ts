import fc from 'fast-check';
import { fsrs, Rating as Grades, State } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import {
  createSchedule,
  RATINGS,
  type Rating,
  rated,
  ratingOf,
  type Scheduled,
} from '../../../src/core/review.ts';

const schedule = createSchedule({ retention: 0.9, weights: null });
const rating = fc.constantFrom(...RATINGS);
/** Ratings with the days between them. */
const course = fc.array(fc.tuple(rating, fc.integer({ min: 1, max: 400 })), {
  minLength: 1,
  maxLength: 25,
});

const GRADES = {
  again: Grades.Again,
  hard: Grades.Hard,
  good: Grades.Good,
  easy: Grades.Easy,
} as const;

function rate(steps: readonly (readonly [Rating, number])[]): Scheduled {
  let [day, card]: [number, Scheduled | null] = [20_000, null];
  for (const [at, [given, wait]] of steps.entries()) {
    day += wait;
    card = rated(schedule, card, { rating: given, day, event: `e${at}` });
  }
  return card as Scheduled;
}

describe('the schedule', () => {
  it('is that of the scheduler it stands on', () => {
    const bare = fsrs({ request_retention: 0.9, enable_fuzz: false, enable_short_term: false });
    fc.assert(
      fc.property(course, (steps) => {
        const { memory } = rate(steps);
        let day = 20_000;
        let card: Parameters<typeof bare.next>[0] = {
          due: 0,
          stability: 0,
          difficulty: 0,
          elapsed_days: 0,
          scheduled_days: 0,
          learning_steps: 0,
          reps: 0,
          lapses: 0,
          state: State.New,
        };
        for (const [given, wait] of steps) {
          day += wait;
          ({ card } = bare.next(card, day * 86_400_000, GRADES[given]));
        }
        const { stability, difficulty, reps, lapses } = card;
        const { due, last, ratings, ...rest } = memory;
        expect(rest).toEqual({ stability, difficulty, lapses });
        expect([ratings, last, due * 86_400_000]).toEqual([reps, day, Number(card.due)]);
      }),
    );
  });

  it('brings a card back on a later day, and later the better it was known', () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 1, max: 400 }), (steps, wait) => {
        const { memory } = rate(steps);
        const dues = RATINGS.map((given) => schedule(memory, given, memory.last + wait).due);
        expect(dues[0]).toBeGreaterThan(memory.last + wait);
        expect(dues).toEqual([...dues].sort((a, b) => a - b));
      }),
    );
  });

  it('asks more often where more is to be remembered', () => {
    const [eager, calm] = [0.95, 0.8].map((retention) =>
      createSchedule({ retention, weights: null }),
    );
    fc.assert(
      fc.property(course, rating, (steps, given) => {
        const { memory } = rate(steps);
        const day = memory.last + 3;
        const sooner = eager?.(memory, given, day).due ?? Number.NaN;
        expect(sooner).toBeLessThanOrEqual(calm?.(memory, given, day).due ?? Number.NaN);
      }),
    );
  });

  it('goes by the learner’s own weights', () => {
    const weights = Array.from({ length: 21 }, (_, at) => (at < 4 ? 0.5 : 0.4));
    const own = createSchedule({ retention: 0.9, weights });
    expect(own(null, 'easy', 1).due).toBeLessThan(schedule(null, 'easy', 1).due);
  });
});

describe('a rating', () => {
  it('counts once a day, and none counts that comes late', () => {
    fc.assert(
      fc.property(course, rating, fc.integer({ min: 0, max: 500 }), (steps, given, late) => {
        const card = rate(steps);
        const day = card.memory.last - late;
        expect(rated(schedule, card, { rating: given, day, event: 'other' })).toBe(card);
      }),
    );
  });

  it('of the same answer changes nothing, and another mark for it stands in its place', () => {
    fc.assert(
      fc.property(course, rating, (steps, instead) => {
        const card = rate(steps);
        const again = (given: Rating, day: number) =>
          rated(schedule, card, { rating: given, day, event: card.event });
        const latest = steps.at(-1)?.[0] as Rating;
        expect(again(latest, card.memory.last + 9)).toEqual(card);
        const put = steps.with(-1, [instead, steps.at(-1)?.[1] ?? 0]);
        expect(again(instead, card.memory.last)).toEqual(rate(put));
      }),
    );
  });
});

describe('a mark', () => {
  it.each([
    ['right', 'good'],
    ['partly', 'hard'],
    ['wrong', 'again'],
    ['knew', 'good'],
    ['no', 'again'],
    ['easy', 'easy'],
    ['noted', null],
  ] as const)('of %s rates %s', (mark, expected) => {
    expect(ratingOf(mark)).toBe(expected);
  });
});
