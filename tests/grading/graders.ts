import type { Lexicon } from '../../src/core/wording/lexicon.ts';
import { gradeNumber } from '../../src/core/wording/number.ts';
import { gradePoints } from '../../src/core/wording/points.ts';
import { gradeWording } from '../../src/core/wording/wording.ts';
import type { Pair } from './corpus.ts';

/** Whether the product's grader calls the answer right. */
export function isRightByUs({ card, typed }: Pair, lexicon: Lexicon): boolean {
  if ('number' in card) return gradeNumber(card.number, typed) === 'right';
  if ('points' in card) return gradePoints(card.points, typed, lexicon).met.length >= card.needs;
  return gradeWording(card, typed, lexicon) === 'right';
}
