import {
  type Card,
  type Difficulty,
  keyOf,
  optionsOf,
  picksAllowed,
  type Response,
} from './card.ts';

export type Mark = 'right' | 'partly' | 'wrong';

/** What grading says of a response. */
export interface Verdict {
  readonly mark: Mark;
  /** Share of the points, 0 to 1. */
  readonly credit: number;
}

const POINTS: Readonly<Record<Difficulty, number>> = { 1: 10, 2: 15, 3: 20 };

/** True where the response could have been given to this card at all. */
export function fits(card: Card, response: Response): boolean {
  const { picks } = response;
  const offered = optionsOf(card, ['true', 'false']).length;
  const inOrder = picks.every(
    (pick, at) =>
      Number.isInteger(pick) && pick >= 0 && pick < offered && pick > (picks[at - 1] ?? -1),
  );
  return inOrder && (picksAllowed(card) === 'one' ? picks.length === 1 : picks.length > 0);
}

/**
 * Grades a response that {@link fits}. Several choices lose two shares for each option on the wrong side,
 * so that guessing does not pay (max(0, 1 − 2·wrong/n), the rule of KlickerUZH); without a right one there is
 * nothing to share.
 */
export function grade(card: Card, response: Response): Verdict {
  const key = keyOf(card);
  const wrongSide =
    response.picks.filter((pick) => !key.includes(pick)).length +
    key.filter((right) => !response.picks.includes(right)).length;
  if (wrongSide === 0) return { mark: 'right', credit: 1 };
  const hit = response.picks.some((pick) => key.includes(pick));
  if (card.kind !== 'several' || !hit) return { mark: 'wrong', credit: 0 };
  const credit = Math.max(0, 1 - (2 * wrongSide) / card.options.length);
  return { mark: credit > 0 ? 'partly' : 'wrong', credit };
}

/** Whole points for a share of a card's worth: 10, 15 or 20 by difficulty. */
export function pointsFor(difficulty: Difficulty, credit: number): number {
  return Math.round(POINTS[difficulty] * credit);
}
