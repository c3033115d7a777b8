import type { Word } from './words.ts';

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const NEGATORS = wordsIn(
  'not no never without non un neither nor none nothing hardly lack lacks lacking unable',
);

/** Words that deny only before a certain other one. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['instead', 'of'],
  ['rather', 'than'],
  ['fail', 'to'],
  ['fails', 'to'],
  ['failed', 'to'],
]);

/** "Not only" says that it is so. */
const NOT_ONLY = wordsIn('only just merely');

/** Words that carry a negation on to what follows them: "does not have to cause a trap". */
const LIGHT = wordsIn(`
  do does did have has had to of than will would can could may might must shall should
  need needs get gets got cause causes caused causing use uses used using raise raises make makes
  any always ever simply directly longer necessarily automatically immediately
`);

/** Behind "is not", what says that the thing before it does not take place: "hypercalls are not used". */
const ABSENT = wordsIn(`
  used needed required involved necessary there present possible happening happen happens occur occurs exist exists
  made done taken supported allowed
`);

const AUXILIARIES = wordsIn(
  'is are was were do does did will would can could has have must should may might',
);

/** How many words of weight a negation may stand before what it denies. */
const REACH = 1;

/** True where the clause denies what its words from `from` up to but not including `end` say. */
export function isDenied(clause: readonly Word[], from: number, end: number): boolean {
  return isDeniedBefore(clause, from) || isDeniedAfter(clause, end);
}

/** Two negations are none. */
function isDeniedBefore(clause: readonly Word[], from: number): boolean {
  let denied = false;
  let weight = 0;
  for (let at = from - 1; at >= 0 && weight <= REACH; at--) {
    const [word = '', next = ''] = clause.slice(at, at + 2).map(({ text }) => text);
    if (denies(word, next)) denied = !denied;
    else if (!LIGHT.has(word)) weight += 1;
  }
  return denied;
}

function denies(word: string, next: string): boolean {
  return NEGATORS.has(word) ? !NOT_ONLY.has(next) : PAIRS.get(word) === next;
}

function isDeniedAfter(clause: readonly Word[], end: number): boolean {
  const [verb, not, what] = clause.slice(end, end + 3).map(({ text }) => text);
  const isNegated = not === 'not' || not === 'never';
  return AUXILIARIES.has(verb ?? '') && isNegated && ABSENT.has(what ?? '');
}
