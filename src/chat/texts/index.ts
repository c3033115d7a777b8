import type { Locale } from '../intent.ts';
import { en } from './en/index.ts';

/** A text of any language where English has one: the same places, the same arguments. */
type Translated<Text> = Text extends string
  ? string
  : Text extends (...given: infer Given) => infer Said
    ? (...given: Given) => Translated<Said>
    : { readonly [Key in keyof Text]: Translated<Text[Key]> };

export type Texts = Translated<typeof en>;

const LANGUAGES: Readonly<Record<string, Texts>> = { en };

/** The texts of a language; English where there is none for it. */
export function textsFor(locale: Locale): Texts {
  return LANGUAGES[locale.slice(0, 2)] ?? en;
}
