import type { Pair } from './corpus.ts';

/** Whether two texts, trimmed and in lower case, pass for one another. */
type Likeness = (typed: string, accepted: string) => boolean;

/** Rules that other quizzes grade by. */
export const BASELINES: Readonly<Record<string, Likeness>> = {
  'exact match': (typed, accepted) => typed === accepted,
  'Levenshtein < 2': (typed, accepted) => distance(typed, accepted) < 2,
  'Dice >= 0.6': (typed, accepted) => dice(typed, accepted) >= 0.6,
};

/** A number has its digits and its unit as wordings; a point may stand anywhere among the words of an answer. */
export function isRightBy(alike: Likeness, { card, typed }: Pair): boolean {
  const text = trimmed(typed);
  if ('accept' in card) return card.accept.some((accepted) => alike(text, trimmed(accepted)));
  if ('points' in card) {
    const met = card.points.filter(({ any }) => any.some((phrase) => holds(alike, text, phrase)));
    return met.length >= card.needs;
  }
  const { value, unit } = card.number;
  return [`${value}`, `${value} ${unit ?? ''}`].some((accepted) => alike(text, trimmed(accepted)));
}

function trimmed(text: string): string {
  return text.trim().toLowerCase();
}

function holds(alike: Likeness, text: string, phrase: string): boolean {
  const words = text.split(/[^\p{L}\p{N}'’-]+/u);
  const length = phrase.split(' ').length;
  return words.some((_, at) => alike(words.slice(at, at + length).join(' '), trimmed(phrase)));
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j++) {
      const [left = 0, up = 0, corner = 0] = [next[j - 1], row[j], row[j - 1]];
      next.push(Math.min(left + 1, up + 1, corner + (letter === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Twice the bigrams in common over all of them. */
function dice(a: string, b: string): number {
  if (a === b) return 1;
  const [pairsA, pairsB] = [bigramsOf(a), bigramsOf(b)];
  let common = 0;
  const left = [...pairsB];
  for (const pair of pairsA) {
    const at = left.indexOf(pair);
    if (at === -1) continue;
    left.splice(at, 1);
    common += 1;
  }
  const all = pairsA.length + pairsB.length;
  return all === 0 ? 0 : (2 * common) / all;
}

function bigramsOf(text: string): string[] {
  const signs = text.replace(/\s/g, '');
  return Array.from({ length: Math.max(0, signs.length - 1) }, (_, at) => signs.slice(at, at + 2));
}
