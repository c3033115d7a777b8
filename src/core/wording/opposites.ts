/**
 * Small words on which a term's meaning hangs. None of them is ever filler, and a typo never leads from one of a
 * group to another.
 */
export const OPPOSITES: readonly (readonly string[])[] = [
  ['root', 'non', 'nonroot'],
  ['pre', 'post'],
  ['shadow', 'nested', 'extended'],
  ['guest', 'host'],
  ['para', 'full', 'partial'],
  ['front', 'back'],
  ['frontend', 'backend'],
  ['netfront', 'netback'],
  ['physical', 'virtual', 'logical'],
  ['entry', 'exit'],
  ['synchronous', 'asynchronous'],
  ['symmetric', 'asymmetric'],
  ['hosted', 'native', 'bare'],
  ['read', 'write'],
  ['input', 'output'],
  ['internal', 'external'],
  ['source', 'destination', 'target'],
];

/** Beginnings that a typo could turn into one another; those of one line mean the same. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['non', 'un', 'in', 'im', 'dis'],
  ['de'],
  ['re'],
  ['pre'],
  ['micro'],
  ['macro'],
  ['mono'],
  ['uni'],
  ['en'],
  ['ex'],
];

const groupOf: ReadonlyMap<string, number> = new Map(
  OPPOSITES.flatMap((group, at) => group.map((word) => [word, at] as const)),
);

/** True for two words, one typo apart or not, that mean different things on purpose. */
export function areOpposed(a: string, b: string): boolean {
  const [groupA, groupB] = [groupOf.get(a), groupOf.get(b)];
  if (a !== b && groupA !== undefined && groupA === groupB) return true;
  if (isDoer(a, b) || isDoer(b, a)) return true;
  return beginningsOf(a).some(([sense, rest]) => isTurned(sense, rest, b));
}

/** "Scheduler" beside "schedule" or "scheduled". */
function isDoer(doer: string, other: string): boolean {
  return doer.endsWith('er') && /ed?$/.test(other) && doer.slice(0, -1) === other.replace(/d$/, '');
}

/** Every way to cut the word into a beginning, by its sense, and a rest; no beginning is a sense of its own. */
function beginningsOf(word: string): (readonly [sense: number, rest: string])[] {
  const cut = BEGINNINGS.flatMap((beginnings, sense) =>
    beginnings
      .filter((beginning) => word.startsWith(beginning))
      .map((beginning) => [sense, word.slice(beginning.length)] as const),
  );
  return [[-1, word], ...cut];
}

function isTurned(sense: number, rest: string, other: string): boolean {
  return (
    rest.length > 2 && beginningsOf(other).some(([its, left]) => its !== sense && left === rest)
  );
}
