import type { WrittenCard } from './kind.ts';

/** Two cards whose questions share most of their words. */
export interface Alike<Of> {
  readonly first: Of;
  readonly later: Of;
  /** Words in both over words in either, 0 to 1. */
  readonly share: number;
}

/** From so many words in common on, two questions are read as one. */
const ALIKE = 0.6;

/** What a member reads before the options: where the prompt only introduces, all that it introduces. */
export function askedText(card: WrittenCard): string {
  switch (card.kind) {
    case 'kprime':
      return [card.prompt, ...card.statements].join(' ');
    case 'order':
      return [card.prompt, ...card.items].join(' ');
    case 'match':
      return [card.prompt, ...card.lefts, ...card.rights].join(' ');
    case 'single':
    case 'several':
    case 'true-false':
    case 'typed':
    case 'key-points':
    case 'numeric':
    case 'gap':
    case 'flash':
      return card.prompt;
  }
}

/** All pairs of cards that ask alike, in the order of the later ones. */
export function alikeAmong<Of extends WrittenCard>(cards: readonly Of[]): Alike<Of>[] {
  const asked = rarestFirst(cards.map((card) => wordsOf(askedText(card))));
  const holders = new Map<number, number[]>();
  return cards.flatMap((later, at) => {
    const words = asked[at] ?? [];
    const telling = words.slice(0, words.length - Math.ceil(ALIKE * words.length) + 1);
    const near = new Set(telling.flatMap((word) => holders.get(word) ?? []));
    for (const word of telling) {
      const places = holders.get(word);
      if (places) places.push(at);
      else holders.set(word, [at]);
    }
    return [...near].flatMap((place) => {
      const first = cards[place];
      const share = shareOf(asked[place] ?? [], words);
      return first && share >= ALIKE ? [{ first, later, share }] : [];
    });
  });
}

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))];
}

/**
 * The words as numbers, rare ones low, ascending. Texts alike by {@link ALIKE} have one of their rarest words in
 * common, so that only few pairs need a closer look.
 */
function rarestFirst(texts: readonly (readonly string[])[]): (readonly number[])[] {
  const counts = new Map<string, number>();
  for (const word of texts.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rare = [...counts].sort(([, a], [, b]) => a - b);
  const ranks = new Map(rare.map(([word], rank) => [word, rank]));
  return texts.map((words) => words.map((word) => ranks.get(word) ?? 0).sort((a, b) => a - b));
}

/** The Jaccard index. */
function shareOf(a: readonly number[], b: readonly number[]): number {
  const inA = new Set(a);
  const common = b.filter((word) => inA.has(word)).length;
  return common === 0 ? 0 : common / (a.length + b.length - common);
}
