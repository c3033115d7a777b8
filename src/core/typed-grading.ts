import type { GapCard, KeyPointsCard, NumericCard, TypedCard } from './card.ts';
import { lexiconOf } from './wording/lexicon.ts';
import { gradeNumber } from './wording/number.ts';
import { gradePoints } from './wording/points.ts';
import { gradeWording } from './wording/wording.ts';

/** Each gives its credit, 0 to 1. */
export function gradeTyped(card: TypedCard, text: string): number {
  return gradeWording(card.wording, text, lexiconOf(card.terms)) === 'right' ? 1 : 0;
}

export function gradeNumeric({ key, tolerance, unit }: NumericCard, text: string): number {
  return gradeNumber({ value: key, tolerance, unit }, text) === 'right' ? 1 : 0;
}

/** Which points were met and which missed, by their place on the card. */
export function gradeKeyPoints(
  card: KeyPointsCard,
  text: string,
): {
  readonly met: readonly number[];
  readonly missed: readonly number[];
  readonly credit: number;
} {
  const { met, missed } = gradePoints(card.points, text, lexiconOf(card.terms));
  return { met, missed, credit: Math.min(1, met.length / card.needs) };
}

/** Which gaps were filled right. */
export function gradeGaps(
  card: GapCard,
  texts: readonly string[],
): { readonly right: readonly boolean[]; readonly credit: number } {
  const lexicon = lexiconOf(card.terms);
  const right = card.gaps.map((gap, at) => gradeWording(gap, texts[at] ?? '', lexicon) === 'right');
  return { right, credit: right.filter(Boolean).length / right.length };
}
