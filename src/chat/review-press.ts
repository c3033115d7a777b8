import { type RoundId, roundId } from '../core/ids.ts';
import type { OwnKind } from '../core/own-session.ts';
import { RATINGS, type Rating } from '../core/review.ts';

/** The buttons of solo quizzes and reviews. */
export type ReviewPress =
  /** The next question, or the one that still waits. */
  | { readonly kind: 'go on'; readonly of: OwnKind }
  /** How well a flash card was remembered. */
  | { readonly kind: 'rate'; readonly round: RoundId; readonly rating: Rating }
  /** Takes back the last answer of a review. */
  | { readonly kind: 'undo rating'; readonly round: RoundId };

export function encodeReviewPress(press: ReviewPress): string {
  switch (press.kind) {
    case 'go on':
      return `go.${press.of}`;
    case 'rate':
      return `ra.${press.round}.${press.rating}`;
    case 'undo rating':
      return `un.${press.round}`;
  }
}

/** The press that a text may mean; null where it can be none. The caller writes it again to compare. */
export function decodeReviewPress(text: string): ReviewPress | null {
  const [code, first = '', second = ''] = text.split('.');
  if (code === 'go') return { kind: 'go on', of: first === 'solo' ? 'solo' : 'review' };
  const round = roundId.parse(first);
  if (round === null) return null;
  if (code === 'un') return { kind: 'undo rating', round };
  const rating = RATINGS.find((known) => known === second);
  return code === 'ra' && rating ? { kind: 'rate', round, rating } : null;
}
