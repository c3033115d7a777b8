import type { Card } from '../core/card.ts';
import { bare } from './folding.ts';
import type { WrittenCard } from './kind.ts';

type Worded = Extract<WrittenCard, { kind: 'typed' | 'key-points' | 'gap' }>;

/** How many signs a typo may change before a term is no longer near. */
const NEAR = 2;

/**
 * The cards of a deck, those with typed words beside the deck's terms that a typo could turn into an accepted
 * wording: a member who writes one of them means that one.
 */
export function withTerms(cards: readonly WrittenCard[]): Card[] {
  const terms = termsOf(cards.filter(isWorded));
  return cards.map(
    (card): Card => (isWorded(card) ? { ...card, terms: nearTo(card, terms) } : card),
  );
}

function isWorded(card: WrittenCard): card is Worded {
  return card.kind === 'typed' || card.kind === 'key-points' || card.kind === 'gap';
}

/** A wording, its signs in brief, and which of them it has at all, one bit for each of 32 sorts. */
interface Term {
  readonly written: string;
  readonly signs: string;
  readonly sorts: number;
}

function termOf(written: string): Term {
  const signs = bare(written);
  let sorts = 0;
  for (let at = 0; at < signs.length; at++) sorts |= 1 << (signs.charCodeAt(at) % 32);
  return { written, signs, sorts };
}

/** Every wording of the deck once, by length. */
function termsOf(cards: readonly Worded[]): readonly (readonly Term[])[] {
  const distinct = new Map<string, Term>();
  for (const written of cards.flatMap((card) => [...accepted(card), ...rejected(card)])) {
    const term = termOf(written);
    if (term.signs !== '' && !distinct.has(term.signs)) distinct.set(term.signs, term);
  }
  const all = [...distinct.values()];
  const longest = Math.max(0, ...all.map(({ signs }) => signs.length));
  return Array.from({ length: longest + 1 }, (_, length) =>
    all.filter(({ signs }) => signs.length === length),
  );
}

function accepted(card: Worded): readonly string[] {
  switch (card.kind) {
    case 'typed':
      return card.wording.accept;
    case 'key-points':
      return card.points.flatMap(({ any }) => any);
    case 'gap':
      return card.gaps.flatMap(({ accept }) => accept);
  }
}

function rejected(card: Worded): readonly string[] {
  switch (card.kind) {
    case 'typed':
      return card.wording.reject;
    case 'key-points':
      return [];
    case 'gap':
      return card.gaps.flatMap(({ reject }) => reject);
  }
}

/** In alphabetical order, so that it does not hang on the order of the files. */
function nearTo(card: Worded, byLength: readonly (readonly Term[])[]): string[] {
  const own = accepted(card).map(termOf);
  const signs = new Set(own.map((term) => term.signs));
  const near = own.flatMap((term) =>
    byLength
      .slice(Math.max(0, term.signs.length - NEAR), term.signs.length + NEAR + 1)
      .flatMap((terms) => terms.filter((other) => isNear(term, other))),
  );
  const others = near.filter((term) => !signs.has(term.signs));
  return [...new Set(others.map(({ written }) => written))].sort();
}

/** A changed sign changes two sorts at most, which rules out nearly all pairs at once. */
function isNear(a: Term, b: Term): boolean {
  return hasAtMost(2 * NEAR, a.sorts ^ b.sorts) && isWithin(NEAR, a.signs, b.signs);
}

function hasAtMost(bits: number, word: number): boolean {
  let left = word;
  for (let bit = 0; bit < bits && left !== 0; bit++) left &= left - 1;
  return left === 0;
}

/** Whether so many inserted, removed or changed signs make one text of the other. */
function isWithin(changes: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > changes) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA === '' || restB === '') return restA.length + restB.length <= changes;
  if (changes === 0) return false;
  return (
    isWithin(changes - 1, restA.slice(1), restB.slice(1)) ||
    isWithin(changes - 1, restA.slice(1), restB) ||
    isWithin(changes - 1, restA, restB.slice(1))
  );
}
