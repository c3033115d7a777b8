import { type Card, type ChoiceCard, isChoice, keyOf } from './card.ts';
import { grade, pointsFor } from './grading.ts';
import { normalForm } from './normal-form.ts';
import type { Answer } from './round.ts';
import { lexiconOf } from './wording/lexicon.ts';
import { gradeWording, type Wording } from './wording/wording.ts';

/** A key put right, in the terms of the card as it was shown. */
export type NewKey =
  /** Indexes of the right options, ascending. */
  | { readonly kind: 'choice'; readonly picks: readonly number[] }
  | { readonly kind: 'marks'; readonly marks: readonly boolean[] }
  | { readonly kind: 'places'; readonly places: readonly number[] }
  | { readonly kind: 'number'; readonly value: number }
  /** Words to accept too, in a gap (0 is the first) or for the whole; whole sentences and figures only as they are. */
  | { readonly kind: 'also'; readonly gap: number; readonly words: string };

/**
 * The card with its key put right for the `times`-th time; explanation and source stay as they were posted. Null
 * where the key does not fit the card or is its key already.
 */
export function rekeyed(card: Card, key: NewKey, times: number): Card | null {
  const changed = withKey(card, key);
  if (changed === null || isSameKey(card, changed)) return null;
  return { ...changed, revision: `${card.revision.replace(/\+k\d+$/, '')}+k${times}` };
}

function withKey(card: Card, key: NewKey): Card | null {
  switch (key.kind) {
    case 'choice':
      return isChoice(card) ? withPicks(card, key.picks) : null;
    case 'marks':
      if (card.kind !== 'kprime') return null;
      return { ...card, key: key.marks, why: kept(card.why, (at) => key.marks[at] === false) };
    case 'places':
      return card.kind === 'order' || card.kind === 'match' ? { ...card, key: key.places } : null;
    case 'number':
      return card.kind === 'numeric' ? { ...card, key: key.value } : null;
    case 'also':
      return withWords(card, key.gap, key.words);
  }
}

function withPicks(card: ChoiceCard, picks: readonly number[]): Card | null {
  const [only] = picks;
  if (only === undefined) return null;
  switch (card.kind) {
    case 'single':
      return { ...card, key: only, why: kept(card.why, (at) => at !== only) };
    case 'several':
      if (picks.length === card.options.length) return null;
      return { ...card, key: picks, why: kept(card.why, (at) => !picks.includes(at)) };
    case 'true-false':
      return { ...card, key: only === 0, correction: only === 0 ? null : card.correction };
  }
}

/** The reasons of what is still wrong. */
function kept(
  why: readonly (string | null)[],
  isWrong: (at: number) => boolean,
): (string | null)[] {
  return why.map((reason, at) => (isWrong(at) ? reason : null));
}

function withWords(card: Card, gap: number, words: string): Card | null {
  if (card.kind === 'typed') {
    return gap === 0 ? { ...card, wording: accepting(card.wording, words, card.terms) } : null;
  }
  if (card.kind === 'numeric' || card.kind === 'key-points') {
    const normal = normalForm(card.kind, words);
    const also = card.also ?? [];
    return gap === 0 && !also.includes(normal) ? { ...card, also: [...also, normal] } : null;
  }
  if (card.kind !== 'gap' || gap >= card.gaps.length) return null;
  const gaps = card.gaps.map((each, at) =>
    at === gap ? accepting(each, words, card.terms) : each,
  );
  return { ...card, gaps };
}

/** What was rejected by the same words is rejected no more. */
function accepting(wording: Wording, words: string, terms: readonly string[]): Wording {
  const lexicon = lexiconOf(terms);
  if (gradeWording(wording, words, lexicon) === 'right') return wording;
  const means = (text: string): boolean =>
    gradeWording({ accept: [words], reject: [] }, text, lexicon) === 'right';
  return {
    accept: [...wording.accept, words],
    reject: wording.reject.filter((text) => !means(text)),
  };
}

function isSameKey(card: Card, changed: Card): boolean {
  const keyIn = (each: Card): unknown => {
    if (isChoice(each)) return keyOf(each);
    if (each.kind === 'typed') return each.wording;
    if (each.kind === 'gap') return each.gaps;
    if (each.kind === 'numeric') return [each.key, each.also];
    if (each.kind === 'key-points') return each.also;
    return 'key' in each ? each.key : null;
  };
  return JSON.stringify(keyIn(card)) === JSON.stringify(keyIn(changed));
}

/** The answer as the card's key of now grades it. */
export function regraded(card: Card, answer: Answer): Answer {
  const verdict = grade(card, answer.response);
  const points = pointsFor(card.difficulty, verdict.credit);
  return { ...answer, verdict, points, cardRevision: card.revision };
}
