import type { GIFTQuestion } from 'gift-pegjs';
import { quoted } from '../../fault.ts';
import { isComment } from './gift-blocks.ts';
import { ARROW } from './gift-text.ts';

export type GiftParser = (text: string) => readonly GIFTQuestion[];

export type GiftReading =
  | { readonly kind: 'question'; readonly question: GIFTQuestion }
  | { readonly kind: 'refused'; readonly reason: string };

/** Loads the parser. */
export async function giftParser(): Promise<GiftParser> {
  const { parse } = await import('gift-pegjs');
  return (text) => parse(text);
}

/** The one question of a block; a second try forgives what Moodle forgives. */
export function readBlock(block: string, parse: GiftParser): GiftReading {
  const text = withSafeArrows(block);
  const strict = attempt(text, parse);
  if (strict.kind === 'question') return strict;
  const forgiven = attempt(forgiving(text), parse);
  return forgiven.kind === 'question' ? forgiven : strict;
}

function attempt(text: string, parse: GiftParser): GiftReading {
  try {
    const [question] = parse(text);
    return question
      ? { kind: 'question', question }
      : { kind: 'refused', reason: 'nothing stands here' };
  } catch (cause) {
    // The parser's own class is only known once it is loaded.
    if (!(cause instanceof Error && cause.name === 'SyntaxError')) throw cause;
    return { kind: 'refused', reason: complaint(cause) };
  }
}

function complaint(cause: Error): string {
  const found = 'found' in cause && typeof cause.found === 'string' ? cause.found.trim() : '';
  if (found === '') return 'the question ends before its closing brace; add }';
  if (/^[~=#{}:]$/.test(found)) {
    return `${found} stands where GIFT expects none; write \\${found} where it belongs to a text`;
  }
  return `GIFT does not expect ${quoted(found)} where it stands; check the signs ~ = # { } around it`;
}

/** Moodle reads answers with a ~ as options whatever else is in them; the parser would see pairs. */
function withSafeArrows(text: string): string {
  return /(?<!\\)~/.test(text) ? text.replaceAll('->', ARROW) : text;
}

/** Moodle takes lone colons for text, and an answer in braces that begins with T or F for a word. */
function forgiving(text: string): string {
  const lines = text.split('\n').map((line) => (isComment(line) ? line : withSafeColons(line)));
  return lines.join('\n').replace(/(?<!\\)\{\s*(?=[TF])/, '{=');
}

function withSafeColons(line: string): string {
  return line.replace(/(?<![\\:]):(?!:)/g, '\\:');
}
