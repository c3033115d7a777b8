import type { Card } from './card.ts';
import type { CardId, DeckId } from './ids.ts';
import { normalForm } from './normal-form.ts';
import { rekeyed } from './rekey.ts';
import type { Answer } from './round.ts';
import { gradeKeyPoints, gradeNumeric } from './typed-grading.ts';
import { lexiconOf } from './wording/lexicon.ts';
import { gradeWording, type Wording } from './wording/wording.ts';

/** What a member typed in one place of a card and grading did not take for right. */
export interface Claim {
  /** The gap (0 is the first), or 0 for the whole answer. */
  readonly place: number;
  /** As it was typed. */
  readonly words: string;
  /** Equal for equal answers. */
  readonly normal: string;
  /** What the card was asked for in that place: a ruling stands for as long as that stays. */
  readonly key: string;
}

/** A claim on a card that organisers decide for their community. */
export type Disputed = Claim & { readonly deck: DeckId; readonly card: CardId };

/** What becomes of a ruling when its card is asked the next time. */
export type Standing =
  /** The deck's card takes it up. */
  | 'applies'
  /** The deck's own key accepts the words by now. */
  | 'merged'
  /** The deck asks for something else by now: it may be appealed again. */
  | 'stale'
  /** The deck has no such card any more. */
  | 'gone';

type TypedKind = Extract<Card['kind'], 'typed' | 'gap' | 'numeric' | 'key-points'>;

/** Cards whose answers are written, so that their grading can be mistaken about one. */
export function isTyped(card: Card): card is Extract<Card, { kind: TypedKind }> {
  return ['typed', 'gap', 'numeric', 'key-points'].includes(card.kind);
}

/** True where the words are right in that place of the card. */
export function isRight(card: Card, place: number, words: string): boolean {
  switch (card.kind) {
    case 'typed':
      return place === 0 && isAccepted(card.wording, words, card.terms);
    case 'gap': {
      const gap = card.gaps[place];
      return gap !== undefined && isAccepted(gap, words, card.terms);
    }
    case 'numeric':
      return place === 0 && gradeNumeric(card, words) === 1;
    case 'key-points':
      return place === 0 && gradeKeyPoints(card, words).credit === 1;
    case 'single':
    case 'several':
    case 'true-false':
    case 'kprime':
    case 'order':
    case 'match':
    case 'flash':
      return false;
  }
}

function isAccepted(wording: Wording, words: string, terms: readonly string[]): boolean {
  return gradeWording(wording, words, lexiconOf(terms)) === 'right';
}

/** What in an answer can be ruled right: each typed place that is wrong by the card's key of now. */
export function claimsOf(card: Card, { response }: Pick<Answer, 'response'>): Claim[] {
  if (!isTyped(card) || response.kind !== 'texts') return [];
  return response.texts.flatMap((words, place) => {
    if (isRight(card, place, words)) return [];
    const claim = claimOn(card, place, words);
    // Signs alone are no words that a key could accept.
    return isRight(withWords(card, claim, 1), place, words) ? [claim] : [];
  });
}

function claimOn(card: Card, place: number, words: string): Claim {
  return {
    place,
    words,
    normal: normalForm(card.kind, words),
    key: keyOfPlace(card, place, words),
  };
}

/** What is asked for there; wordings that were accepted beside the usual one change nothing of it. */
function keyOfPlace(card: Card, place: number, words: string): string {
  switch (card.kind) {
    case 'typed':
      return wordingKey(card.wording, words, card.terms);
    case 'gap':
      return wordingKey(card.gaps[place] ?? { accept: [], reject: [] }, words, card.terms);
    case 'numeric':
      return JSON.stringify([card.key, card.tolerance, card.unit]);
    case 'key-points':
      return JSON.stringify([card.points, card.needs]);
    case 'single':
    case 'several':
    case 'true-false':
    case 'kprime':
    case 'order':
    case 'match':
    case 'flash':
      return '';
  }
}

/** An author who rejects the words since then has thought about them too. */
function wordingKey({ accept, reject }: Wording, words: string, terms: readonly string[]): string {
  const isRejected = isAccepted({ accept: reject, reject: [] }, words, terms);
  return JSON.stringify([accept[0] ?? '', isRejected]);
}

/** The card with what organisers ruled right of it, as far as it asks for the same as then. */
export function ruledCard(card: Card, accepted: readonly Disputed[]): Card {
  const own = accepted.filter((ruling) => standingOf(ruling, card) === 'applies');
  const ruled = own.reduce<Card>((each, ruling) => withWords(each, ruling, 1), card);
  return ruled === card ? card : { ...ruled, revision: `${card.revision}+r${own.length}` };
}

/** The card of a round with one ruling, its key being put right for the `times`-th time. */
export function ruledAgain(card: Card, ruling: Disputed, times: number): Card | null {
  if (!isOn(ruling, card) || standingOf(ruling, card) !== 'applies') return null;
  const ruled = withWords(card, ruling, times);
  return ruled === card ? null : ruled;
}

function withWords(card: Card, { place, words }: Claim, times: number): Card {
  return rekeyed(card, { kind: 'also', gap: place, words }, times) ?? card;
}

/** True where the ruling was made on this card, whatever its id was then. */
export function isOn({ deck, card: id }: Disputed, card: Card): boolean {
  return card.deck === deck && (card.id === id || card.formerly.includes(id));
}

/** @param card the one that the ruling is on, as its deck has it; null where it has none */
export function standingOf(ruling: Disputed, card: Card | null): Standing {
  if (card === null || !isOn(ruling, card)) return 'gone';
  if (isRight(card, ruling.place, ruling.words)) return 'merged';
  return keyOfPlace(card, ruling.place, ruling.words) === ruling.key ? 'applies' : 'stale';
}
