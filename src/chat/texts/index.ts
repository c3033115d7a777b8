import type { Locale } from '../intent.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import type { Translated } from './translated.ts';

export type Texts = Translated<typeof en>;

const LANGUAGES: Readonly<Record<string, Texts>> = { en, de };

/** The texts of a language; English where there is none for it. */
export function textsFor(locale: Locale): Texts {
  return LANGUAGES[locale.slice(0, 2)] ?? en;
}
