/** The word out of `known` that a slip of the fingers most likely meant; null where none is close. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let fewest = slipsIn(word) + 1;
  for (const candidate of known) {
    const edits = candidate.startsWith(word) && word.length > 1 ? 1 : editsBetween(word, candidate);
    // Between two that are as near, a letter left out is likelier than a wrong one.
    const slips = edits + (isLeftOf(word, candidate) ? 0 : 0.5);
    if (edits <= slipsIn(word) && slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

/** True where the word is the candidate with letters left out. */
function isLeftOf(word: string, candidate: string): boolean {
  let at = 0;
  for (const letter of candidate) if (letter === word[at]) at += 1;
  return at === word.length;
}

/** How many slips a word of this length can bear and still be known again. */
function slipsIn(word: string): number {
  if (word.length < 3) return word.length - 1;
  return word.length < 5 ? 1 : Math.max(2, Math.floor(word.length / 3));
}

/** Insertions, deletions and replacements from one word to the other (Levenshtein). */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
