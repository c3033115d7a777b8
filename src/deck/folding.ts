/** As a member sees a text: capitals and runs of spaces make no difference. */
export function folded(written: unknown): string {
  const words = typeof written === 'string' || typeof written === 'number' ? String(written) : '';
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** As a grader sees a term: its letters and digits, in lower case. */
export function bare(written: unknown): string {
  return folded(written).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The entries whose text, folded, stood before: each with the first that has it. Empty texts do not count. */
export function twinsAmong<Name>(
  entries: readonly (readonly [name: Name, text: unknown])[],
  folding = folded,
): (readonly [first: Name, later: Name])[] {
  const seen = new Map<string, Name>();
  return entries.flatMap(([name, text]) => {
    const form = folding(text);
    const first = seen.get(form);
    if (first === undefined) seen.set(form, name);
    return first === undefined || form === '' ? [] : [[first, name] as const];
  });
}
