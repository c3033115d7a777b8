import type { Word } from './words.ts';

const HISSES = /(?:s|x|z|ch|sh)$/;
const CONSONANT_Y = /[^aeiou]y$/;
/** Ends in s without being a plural. */
const NO_PLURAL = /(?:ss|us|is)$/;
/** Short and stressed, so that it doubles its last letter: trap, spin. */
const DOUBLES = /^[^aeiou]*[aeiou]([bdgklmnprt])$/;

/** The word itself first, then its other number. A name in capitals that ends in S is no plural. */
export function numbersOf({ written, text }: Word): string[] {
  if (/\d/.test(text) || text.length < 2) return [text];
  const isName = written === written.toUpperCase();
  return [...new Set([text, ...pluralsOf(text), ...(isName ? [] : singularsOf(text))])];
}

function pluralsOf(text: string): string[] {
  if (CONSONANT_Y.test(text)) return [`${text.slice(0, -1)}ies`];
  return HISSES.test(text) ? [`${text}es`] : [`${text}s`];
}

function singularsOf(text: string): string[] {
  if (!text.endsWith('s') || text.length < 4 || NO_PLURAL.test(text)) return [];
  if (text.endsWith('ies')) return [`${text.slice(0, -3)}y`];
  const short = text.endsWith('es') && HISSES.test(text.slice(0, -2)) ? [text.slice(0, -2)] : [];
  return [text.slice(0, -1), ...short];
}

/** The singular that a word most likely has; the word itself where it is none. */
export function singularOf({ written, text }: Word): string {
  return written === written.toUpperCase() ? text : (singularsOf(text)[0] ?? text);
}

/** As {@link numbersOf}, and where the word may be a verb its other endings: trap, traps, trapped, trapping. */
export function endingsOf(word: Word): string[] {
  const numbers = numbersOf(word);
  if (word.text.length < 4 || !/^[a-z]+$/.test(word.written)) return numbers;
  return [...new Set([...numbers, ...stemsOf(word.text).flatMap(verbForms)])];
}

function stemsOf(text: string): string[] {
  if (/ie[ds]$/.test(text)) return [`${text.slice(0, -3)}y`];
  if (/.{3}ing$/.test(text)) return stemsBefore(text.slice(0, -3));
  if (/.{3}ed$/.test(text)) return stemsBefore(text.slice(0, -2));
  return [text, ...singularsOf(text)];
}

function stemsBefore(stem: string): string[] {
  const single = /([^aeiou])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...single];
}

function verbForms(stem: string): string[] {
  if (stem.endsWith('e')) return [stem, `${stem}s`, `${stem}d`, `${stem.slice(0, -1)}ing`];
  if (CONSONANT_Y.test(stem)) {
    const cut = stem.slice(0, -1);
    return [stem, `${cut}ies`, `${cut}ied`, `${stem}ing`];
  }
  const [, last = ''] = DOUBLES.exec(stem) ?? [];
  return [stem, ...pluralsOf(stem), `${stem}${last}ed`, `${stem}${last}ing`];
}
