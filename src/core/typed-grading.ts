import type { GapCard, KeyPointsCard, NumericCard, TypedCard } from './card.ts';
import { normalForm } from './normal-form.ts';
import { lexiconOf } from './wording/lexicon.ts';
import { gradeNumber } from './wording/number.ts';
import { gradePoints } from './wording/points.ts';
import { gradeWording } from './wording/wording.ts';

/** Each gives its credit, 0 to 1. */
export function gradeTyped(card: TypedCard, text: string): number {
  return gradeWording(card.wording, text, lexiconOf(card.terms)) === 'right' ? 1 : 0;
}

export function gradeNumeric(card: NumericCard, text: string): number {
  const { key, tolerance, unit } = card;
  if (isRuledRight(card, text)) return 1;
  return gradeNumber({ value: key, tolerance, unit }, text) === 'right' ? 1 : 0;
}

function isRuledRight({ kind, also }: NumericCard | KeyPointsCard, text: string): boolean {
  return also?.includes(normalForm(kind, text)) ?? false;
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
  if (isRuledRight(card, text)) return { met: [...card.points.keys()], missed: [], credit: 1 };
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
