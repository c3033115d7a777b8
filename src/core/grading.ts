import {
  type Card,
  type ChoiceCard,
  type Difficulty,
  isChoice,
  keyOf,
  type MatchCard,
  type OrderCard,
  optionsOf,
  picksAllowed,
  type Response,
} from './card.ts';
import { gradeGaps, gradeKeyPoints, gradeNumeric, gradeTyped } from './typed-grading.ts';

/** `noted`: the member graded it, which earns a streak and no points. */
export type Mark = 'right' | 'partly' | 'wrong' | 'noted';

/** What grading says of a response. */
export interface Verdict {
  readonly mark: Mark;
  /** Share of the points, 0 to 1. */
  readonly credit: number;
}

const POINTS: Readonly<Record<Difficulty, number>> = { 1: 10, 2: 15, 3: 20 };

/** The longest typed text that counts as an answer, in characters. */
const LONGEST_ANSWER = 1_000;

/** True where the response could have been given to this card at all. */
export function fits(card: Card, response: Response): boolean {
  if (isChoice(card)) return response.kind === 'choice' && picksFit(card, response.picks);
  switch (card.kind) {
    case 'kprime':
      return response.kind === 'marks' && response.marks.length === card.statements.length;
    case 'typed':
    case 'key-points':
    case 'numeric':
      return response.kind === 'texts' && textsFit(response.texts, 1);
    case 'gap':
      return response.kind === 'texts' && textsFit(response.texts, card.gaps.length);
    case 'order':
    case 'match':
      return response.kind === 'places' && placesFit(response.places, card.key.length);
    case 'flash':
      return response.kind === 'self';
  }
}

function picksFit(card: ChoiceCard, picks: readonly number[]): boolean {
  const offered = optionsOf(card, ['true', 'false']).length;
  const inOrder = picks.every(
    (pick, at) =>
      Number.isInteger(pick) && pick >= 0 && pick < offered && pick > (picks[at - 1] ?? -1),
  );
  return inOrder && (picksAllowed(card) === 'one' ? picks.length === 1 : picks.length > 0);
}

function textsFit(texts: readonly string[], count: number): boolean {
  const written = texts.every((text) => text.trim() !== '' && text.length <= LONGEST_ANSWER);
  return texts.length === count && written;
}

/** Each place once. */
function placesFit(places: readonly number[], count: number): boolean {
  const distinct = new Set(places);
  const known = places.every((at) => Number.isInteger(at) && at >= 0 && at < count);
  return known && places.length === count && distinct.size === count;
}

/** Grades a response that {@link fits}. */
export function grade(card: Card, response: Response): Verdict {
  switch (response.kind) {
    case 'choice':
      return isChoice(card) ? gradePicks(card, response.picks) : WRONG;
    case 'marks':
      return card.kind === 'kprime' ? gradeMarks(card.key, response.marks) : WRONG;
    case 'places':
      return gradePlaces(card, response.places);
    case 'texts':
      return gradeTexts(card, response.texts);
    case 'self':
      return { mark: 'noted', credit: 0 };
  }
}

const WRONG: Verdict = { mark: 'wrong', credit: 0 };

function verdictOf(credit: number): Verdict {
  if (credit >= 1) return { mark: 'right', credit: 1 };
  return credit > 0 ? { mark: 'partly', credit } : WRONG;
}

/**
 * Several choices lose two shares for each option on the wrong side, so that guessing does not pay
 * (max(0, 1 − 2·wrong/n), the rule of KlickerUZH); without a right one there is nothing to share.
 */
function gradePicks(card: ChoiceCard, picks: readonly number[]): Verdict {
  const key = keyOf(card);
  const wrongSide =
    picks.filter((pick) => !key.includes(pick)).length +
    key.filter((right) => !picks.includes(right)).length;
  if (wrongSide === 0) return verdictOf(1);
  const hit = picks.some((pick) => key.includes(pick));
  if (card.kind !== 'several' || !hit) return WRONG;
  return verdictOf(Math.max(0, 1 - (2 * wrongSide) / card.options.length));
}

/** Kprime: all right earns everything, one wrong earns half, more earn nothing. */
function gradeMarks(key: readonly boolean[], marks: readonly boolean[]): Verdict {
  const wrong = key.filter((truth, at) => marks[at] !== truth).length;
  return verdictOf(wrong === 0 ? 1 : wrong === 1 ? 0.5 : 0);
}

function gradePlaces(card: Card, places: readonly number[]): Verdict {
  if (card.kind === 'order') return gradeOrder(card, places);
  return card.kind === 'match' ? gradePairs(card, places) : WRONG;
}

/** Each pair in the wrong order costs two shares, as with several choices: half in order is a guess. */
function gradeOrder(card: OrderCard, places: readonly number[]): Verdict {
  let [pairs, swapped] = [0, 0];
  for (const [at, earlier] of card.key.entries()) {
    for (const later of card.key.slice(at + 1)) {
      pairs += 1;
      if (places.indexOf(earlier) > places.indexOf(later)) swapped += 1;
    }
  }
  return verdictOf(Math.max(0, 1 - (2 * swapped) / pairs));
}

/** One swap among the pairs earns half; more are guesses. */
function gradePairs(card: MatchCard, places: readonly number[]): Verdict {
  const wrong = card.key.filter((right, at) => places[at] !== right).length;
  return verdictOf(wrong === 0 ? 1 : wrong === 2 && card.key.length > 3 ? 0.5 : 0);
}

function gradeTexts(card: Card, texts: readonly string[]): Verdict {
  const [text = ''] = texts;
  switch (card.kind) {
    case 'typed':
      return verdictOf(gradeTyped(card, text));
    case 'key-points':
      return verdictOf(gradeKeyPoints(card, text).credit);
    case 'numeric':
      return verdictOf(gradeNumeric(card, text));
    case 'gap':
      return verdictOf(gradeGaps(card, texts).credit);
    default:
      return WRONG;
  }
}

/** Whole points for a share of a card's worth: 10, 15 or 20 by difficulty. */
export function pointsFor(difficulty: Difficulty, credit: number): number {
  return Math.round(POINTS[difficulty] * credit);
}
