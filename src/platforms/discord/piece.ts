import type { Inline, Line } from '../../chat/view.ts';
import { cleaned, cut, inCode, inert } from './text.ts';

/** A line of a message that can be made shorter. */
export interface Piece {
  /** Its length when nothing is cut. */
  readonly length: number;
  /** Itself in at most `limit` characters. */
  write(limit: number): string;
}

/** A line as Discord's markdown. */
export function linePiece(
  line: Line,
  before = '',
  after = '',
  lines: 'one' | 'many' = 'many',
): Piece {
  const inlines = typeof line === 'string' ? [line] : line;
  const fixed = before.length + after.length;
  let length = 0;
  const write = (limit: number): string => {
    if (limit <= fixed && limit !== Number.POSITIVE_INFINITY && length > limit) return '';
    const inside = inlinesIn(inlines, limit - fixed, lines);
    return inside.trim() === '' && fixed === 0 ? '' : `${before}${inside}${after}`;
  };
  length = write(Number.POSITIVE_INFINITY).length;
  return { length, write };
}

function inlinesIn(inlines: readonly Inline[], limit: number, lines: 'one' | 'many'): string {
  let written = '';
  for (const inline of inlines) {
    const next = inlineIn(inline, limit - written.length, lines);
    written += next.text;
    if (next.isCut) break;
  }
  return written;
}

interface Written {
  readonly text: string;
  readonly isCut: boolean;
}

function inlineIn(inline: Inline, limit: number, lines: 'one' | 'many'): Written {
  if (typeof inline === 'string') return textIn(spaced(inline, lines), limit, inert);
  switch (inline.kind) {
    case 'strong':
      return textIn(spaced(inline.text, 'one'), limit, strong);
    case 'code':
      return textIn(cleaned(inline.text, 'one'), limit, inCode);
    case 'member':
      return wholeIn(memberMark(inline.member), limit);
    case 'moment':
      return wholeIn(`<t:${Math.floor(inline.at / 1_000)}:f>`, limit);
  }
}

/** Words run on from one inline to the next, so spaces at their ends stay. */
function spaced(text: string, lines: 'one' | 'many'): string {
  const [, before = '', after = ''] = /^(\s?)[\s\S]*?(\s?)$/.exec(text) ?? [];
  const inside = cleaned(text, lines).trim();
  return inside === '' ? '' : `${before && ' '}${inside}${after && ' '}`;
}

function textIn(text: string, limit: number, write: (text: string) => string): Written {
  const whole = write(text);
  if (whole.length <= limit) return { text: whole, isCut: false };
  return { text: cut(text, limit, write), isCut: true };
}

function wholeIn(text: string, limit: number): Written {
  return text.length <= limit ? { text, isCut: false } : { text: '', isCut: true };
}

function strong(text: string): string {
  const inside = text.trim();
  if (inside === '') return text;
  const at = text.indexOf(inside);
  return `${text.slice(0, at)}**${inert(inside)}**${text.slice(at + inside.length)}`;
}

/** Discord draws the member's name; nobody is notified, since every message allows no mentions. */
export function memberMark(member: string): string {
  return /^\d{17,20}$/.test(member) ? `<@${member}>` : inert(member);
}

/** Texts within a budget: the first is kept, of the others the short ones are whole and the long ones share the rest. */
export function written([first, ...others]: readonly Piece[], budget: number): string[] {
  if (!first) return [];
  const limits = new Map<Piece, number>();
  let left = budget - first.length;
  const byLength = [...others].sort((a, b) => a.length - b.length);
  byLength.forEach((piece, at) => {
    const limit = Math.min(piece.length, Math.floor(left / (byLength.length - at)));
    limits.set(piece, limit);
    left -= limit;
  });
  return [first.write(first.length), ...others.map((piece) => piece.write(limits.get(piece) ?? 0))];
}
