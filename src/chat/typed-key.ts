import { type Card, isChoice, keyOf } from '../core/card.ts';
import type { RoundId } from '../core/ids.ts';
import type { NewKey } from '../core/rekey.ts';
import type { Texts } from './texts/index.ts';
import { readResponse } from './typed-response.ts';
import { letterOf } from './view.ts';
import { inputOf } from './views/question.ts';

/** What an organiser typed as a question's key, or a sentence that says why it is none. */
export type TypedKey =
  | { readonly kind: 'key'; readonly key: NewKey }
  | { readonly kind: 'misread'; readonly why: string };

const misread = (why: string): TypedKey => ({ kind: 'misread', why });

/**
 * Reads a key as members answer the card: `B`, `A C`, `TFTF`, `CAB`, `31.25`; `also VMCB` accepts words too, and
 * `also 2: guest` does so in a gap.
 */
export function readKey(card: Card, round: RoundId, typed: string, texts: Texts): TypedKey {
  switch (card.kind) {
    case 'key-points':
    case 'flash':
      return misread(texts.rekey.noKey);
    case 'numeric':
      return readNumber(typed, card.unit, texts);
    case 'typed':
      return readAlso(typed, 1, texts);
    case 'gap':
      return readAlso(typed, card.gaps.length, texts);
    case 'single':
    case 'several':
    case 'true-false':
    case 'kprime':
    case 'order':
    case 'match':
      return readShown(card, round, typed, texts);
  }
}

function readShown(card: Card, round: RoundId, typed: string, texts: Texts): TypedKey {
  const read = readResponse({ round, ...inputOf(card, texts) }, typed);
  if (read.kind === 'misread') return read;
  if (read.kind === 'look') return misread(texts.rekey.noKey);
  const { response } = read;
  if (response.kind === 'texts' || response.kind === 'self') return misread(texts.rekey.noKey);
  if (response.kind === 'choice' && card.kind === 'several') {
    if (response.picks.length === card.options.length) return misread(texts.rekey.allRight);
  }
  return { kind: 'key', key: response };
}

function readNumber(typed: string, unit: string | null, texts: Texts): TypedKey {
  const text = typed.trim().replace(',', '.');
  if (!/^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text)) {
    return misread(texts.rekey.noNumber(typed, unit));
  }
  return { kind: 'key', key: { kind: 'number', value: Number(text) } };
}

function readAlso(typed: string, gaps: number, texts: Texts): TypedKey {
  const [, number, words] = /^also\s+(?:(\d)\s*[:=]\s*)?(\S.*)$/is.exec(typed.trim()) ?? [];
  if (words === undefined || (number === undefined && gaps > 1)) {
    return misread(texts.rekey.howAlso(gaps));
  }
  const gap = number === undefined ? 0 : Number(number) - 1;
  if (gap < 0 || gap >= gaps) return misread(texts.rekey.howAlso(gaps));
  return { kind: 'key', key: { kind: 'also', gap, words: words.trim() } };
}

/** The card's key as it is typed; null where words are asked for. */
export function typedKeyOf(card: Card): string | null {
  if (card.kind === 'true-false') return card.key ? 'true' : 'false';
  if (isChoice(card)) return keyOf(card).map(letterOf).join(',');
  switch (card.kind) {
    case 'kprime':
      return card.key.map((truth) => (truth ? 'T' : 'F')).join('');
    case 'order':
    case 'match':
      return card.key.map(letterOf).join('');
    case 'numeric':
      return String(card.key);
    case 'typed':
    case 'gap':
    case 'key-points':
    case 'flash':
      return null;
  }
}
