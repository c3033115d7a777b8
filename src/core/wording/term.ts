import { singularOf } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { areOpposed } from './opposites.ts';
import type { Passage } from './passage.ts';
import { gapBetween } from './passage.ts';
import { bothSpellings } from './spelling.ts';
import { isOneTypo } from './typo.ts';
import type { Word } from './words.ts';

/** In letters. */
const SHORTEST_WITH_TYPO = 7;

/** What a match costs: the cheaper, the closer to what the author wrote. */
export const COST = { form: 1, extra: 1, typo: 100 } as const;

interface Part {
  /** As the author wrote it, and in the other spelling. */
  readonly texts: readonly string[];
  /** Every form in which the word may stand. */
  readonly forms: readonly string[];
  readonly gap: '' | ' ';
  /** The forms from which it may be one typo away. */
  readonly mistakable: readonly string[];
}

/** A wording made ready to be looked for. */
export interface Term {
  readonly parts: readonly Part[];
  /** Has a capital or a digit: a name, beside which its kind may be said. */
  readonly isName: boolean;
}

export function termOf(words: readonly Word[], formsOf: (word: Word) => readonly string[]): Term {
  const parts = words.map((word, at): Part => {
    const forms = [...new Set(formsOf(word).flatMap(bothSpellings))];
    return {
      texts: bothSpellings(word.text),
      forms,
      gap: gapBetween(words[at - 1]?.text ?? '', word.text),
      mistakable: isExact(word) ? [] : forms.filter((form) => form.length >= SHORTEST_WITH_TYPO),
    };
  });
  return { parts, isName: words.some(({ written }) => /[\p{Lu}\d]/u.test(written)) };
}

/** In a short word, a name in capitals (VMMCALL) or a word with a digit, one letter makes another. */
function isExact({ written, text }: Word): boolean {
  return (
    text.length < SHORTEST_WITH_TYPO || written === written.toUpperCase() || !/^\p{L}+$/u.test(text)
  );
}

/**
 * Looks for a term that begins with the word at `from`: the index of the word after it, for each place where it can
 * end, with its cost. One typo is forgiven in each long word, unless it makes another known word or an opposite.
 */
export function endsOf(
  term: Term,
  passage: Passage,
  from: number,
  lexicon: Lexicon,
): Map<number, number> {
  const { starts, nexts } = passage;
  let reached = new Map([[starts[from] ?? passage.signs.length, 0]]);
  for (const part of term.parts) {
    const further = new Map<number, number>();
    for (const [at, cost] of withSkips(reached, passage)) {
      for (const [end, price] of stepsOver(part, passage, at, lexicon)) {
        further.set(end, Math.min(further.get(end) ?? Infinity, cost + price));
      }
    }
    if (further.size === 0) return further;
    reached = further;
  }
  return wordEnds(reached, nexts);
}

/** Also behind loose words that stand there. */
function withSkips(reached: Map<number, number>, { skips }: Passage): Map<number, number> {
  for (const [at, cost] of reached) {
    const behind = skips.get(at);
    if (behind !== undefined && !reached.has(behind)) reached.set(behind, cost);
  }
  return reached;
}

function wordEnds(
  reached: ReadonlyMap<number, number>,
  nexts: ReadonlyMap<number, number>,
): Map<number, number> {
  const ends = new Map<number, number>();
  for (const [end, cost] of reached) {
    const next = nexts.get(end);
    if (next !== undefined) ends.set(next, cost);
  }
  return ends;
}

type Step = readonly [end: number, cost: number];

function stepsOver(part: Part, passage: Passage, before: number, lexicon: Lexicon): Step[] {
  const { signs } = passage;
  if (!signs.startsWith(part.gap, before)) return [];
  const at = before + part.gap.length;
  const steps = part.forms
    .filter((form) => signs.startsWith(form, at) && isMeant(form, part, lexicon))
    .map((form): Step => [at + form.length, part.texts.includes(form) ? 0 : COST.form]);
  return [...steps, ...typosOf(part, passage, at, lexicon)];
}

/** What looks like a plural may be another term: VMCS beside VMC. */
function isMeant(form: string, { texts: [text = ''] }: Part, { words }: Lexicon): boolean {
  return form.length <= text.length || !words.has(form);
}

function typosOf(part: Part, passage: Passage, at: number, lexicon: Lexicon): Step[] {
  if (!part.texts.some((text) => mayBegin(text, passage.signs, at))) return [];
  return part.mistakable
    .flatMap((form) => [-1, 0, 1].map((more) => [form, at + form.length + more] as const))
    .filter(([form, end]) => isForgiven(form, passage, at, end, lexicon))
    .map(([, end]): Step => [end, COST.typo]);
}

/** All forms begin alike, and one typo leaves one of two letters nearly in place: this rules out most words at once. */
function mayBegin(text: string, signs: string, at: number): boolean {
  const [first, second] = [signs[at], signs[at + 1]];
  return first === text[0] || second === text[1] || second === text[0] || first === text[1];
}

function isForgiven(
  form: string,
  passage: Passage,
  at: number,
  end: number,
  lexicon: Lexicon,
): boolean {
  if (end > passage.signs.length) return false;
  const typed = passage.signs.slice(at, end);
  return (
    isOneTypo(form, typed) &&
    /^\p{L}+$/u.test(typed) &&
    !isKnown(typed, lexicon) &&
    !areOpposed(typed, form) &&
    !holdsLoneLetter(passage, at, end)
  );
}

function isKnown(typed: string, { words }: Lexicon): boolean {
  return words.has(typed) || words.has(singularOf({ written: typed, text: typed }));
}

/** A letter that stands alone is a word, not a slip: "hypervisor b". */
function holdsLoneLetter({ words, starts }: Passage, at: number, end: number): boolean {
  return words.some(({ text }, index) => {
    const start = starts[index] ?? end;
    return text.length === 1 && start >= at && start + 1 <= end;
  });
}
