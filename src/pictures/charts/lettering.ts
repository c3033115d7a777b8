import { fontMetrics, type Weight } from '../font-metrics.ts';

/** What letters look like. `size` is in the units of the viewBox. */
export interface Lettering {
  readonly size: number;
  readonly weight: Weight;
}

const ELLIPSIS = '…';
/** Marks that belong to the letter before them, and others without width. */
const WIDTHLESS = /[\p{M}\p{Cf}\p{Cc}]/u;

/** How wide a text of {@link drawable} characters is. */
export function widthOf(text: string, { size, weight }: Lettering): number {
  const { advanceOf } = fontMetrics(weight);
  return [...text].reduce((width, each) => width + size * (advanceOf(codeOf(each)) ?? 0), 0);
}

/** What of a text the bundled font has letters for, on one line; the empty string where too little would be left. */
export function drawable(text: string): string {
  const letters = [...text.normalize('NFC').replace(/\s+/gu, ' ')].filter(
    (each) => !WIDTHLESS.test(each),
  );
  const drawn = letters.filter(hasLetter);
  const isLegible = 2 * wordCharacters(drawn) > wordCharacters(letters);
  const isOneOfSigns = wordCharacters(letters) === 0;
  return isLegible || isOneOfSigns ? drawn.join('').replace(/ +/g, ' ').trim() : '';
}

/** The text itself, or as much of its beginning as fits, with an ellipsis. */
export function fitted(text: string, most: number, lettering: Lettering): string {
  const whole = drawable(text);
  if (widthOf(whole, lettering) <= most) return whole;
  const room = most - widthOf(ELLIPSIS, lettering);
  let shown = '';
  let width = 0;
  for (const each of whole) {
    width += widthOf(each, lettering);
    if (width > room) break;
    shown += each;
  }
  return `${shown.trimEnd()}${ELLIPSIS}`;
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

const hasLetter = (character: string): boolean =>
  fontMetrics('regular').advanceOf(codeOf(character)) !== null &&
  fontMetrics('semibold').advanceOf(codeOf(character)) !== null;

const wordCharacters = (letters: readonly string[]): number =>
  letters.filter((each) => /[\p{L}\p{N}]/u.test(each)).length;
