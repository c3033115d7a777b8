/** True where one letter inserted, left out, replaced, or swapped with its neighbour makes one word of the other. */
export function isOneTypo(a: string, b: string): boolean {
  if (a.length > b.length) return isOneTypo(b, a);
  const at = firstDifference(a, b);
  if (a.length === b.length) {
    return at < a.length && (isReplaced(a, b, at) || isSwapped(a, b, at));
  }
  return b.length === a.length + 1 && a.slice(at) === b.slice(at + 1);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function isReplaced(a: string, b: string, at: number): boolean {
  return a.slice(at + 1) === b.slice(at + 1);
}

function isSwapped(a: string, b: string, at: number): boolean {
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
