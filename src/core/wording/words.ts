import { spelled } from './spelling.ts';

/** The longest text that is read, in UTF-16 units; what follows is as if it were not there. */
export const LONGEST_TEXT = 2_000;

/** A word or a number as it stood, and as it is compared. */
export interface Word {
  readonly written: string;
  /** Lower case, without accents, in one spelling. */
  readonly text: string;
}

const NUMBERS: ReadonlyMap<string, string> = new Map([
  ['zero', '0'],
  ['one', '1'],
  ['two', '2'],
  ['three', '3'],
  ['four', '4'],
  ['five', '5'],
  ['six', '6'],
  ['seven', '7'],
  ['eight', '8'],
  ['nine', '9'],
  ['ten', '10'],
]);

const ROMAN: ReadonlyMap<string, string> = new Map([
  ['i', '1'],
  ['ii', '2'],
]);

/** A negation in one word becomes two, so that it is seen. */
const NEGATED =
  /^(do|does|did|is|are|was|were|has|have|had|could|would|should|must|need)nt$|^(can)(?:no)?t$|^(wo)nt$/;

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** The words of a text; punctuation, hyphens and articles are gone. */
export function wordsOf(text: string): Word[] {
  const written = plain(text).match(/\d+(?:[.,]\d+)+(?!\p{L})|[\p{L}\p{N}]+/gu) ?? [];
  return withoutArticles(written.flatMap((word, at) => wordsIn(word, written[at - 1])));
}

/** Compatibility forms and accents folded, apostrophes gone, signs with a meaning put in words. */
function plain(text: string): string {
  const cut = text.slice(0, LONGEST_TEXT);
  return (/^[ -~]*$/.test(cut) ? cut : compatible(cut))
    .replace(/(\p{L})['`](?=\p{L})/gu, "$1'")
    .replace(/'s(?!\p{L})/gu, '')
    .replaceAll("'", '')
    .replace(/(?<![^\s(])-(?=\d)/gu, ' minus ')
    .replace(/[&+]/g, ' and ');
}

function compatible(text: string): string {
  return text
    .replace(/[’‘´ʼ′]/g, "'")
    .replace(/[−–]/g, '-')
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
    .slice(0, LONGEST_TEXT);
}

function wordsIn(written: string, before: string | undefined): Word[] {
  const singular = written.replace(/^(\p{Lu}{2,})(?:s|es)$/u, '$1');
  const lower = singular.toLowerCase();
  const negated = NEGATED.exec(lower);
  if (negated !== null) {
    const verb = negated[1] ?? negated[2] ?? 'will';
    return [
      { written, text: verb },
      { written, text: 'not' },
    ];
  }
  const roman = before?.toLowerCase() === 'type' ? ROMAN.get(lower) : undefined;
  return [{ written: singular, text: roman ?? NUMBERS.get(lower) ?? spelled(lower) }];
}

/** An article at the very end is a letter with a meaning. */
function withoutArticles(words: readonly Word[]): Word[] {
  return words.filter(({ text }, at) => at === words.length - 1 || !ARTICLES.has(text));
}
