import type { Locale } from '../intent.ts';
import { en, type Texts } from './en.ts';

const LANGUAGES: Readonly<Record<string, Texts>> = { en };

/** The texts of a language; English where there is none for it. */
export function textsFor(locale: Locale): Texts {
  return LANGUAGES[locale.slice(0, 2)] ?? en;
}

export type { Texts } from './en.ts';
