import type { types } from '@slack/bolt';
import { plainMoment } from '../../chat/plain.ts';
import type { Inline, Line } from '../../chat/view.ts';

export type Plain = types.PlainTextElement;
export type Text = types.PlainTextElement | types.MrkdwnElement;

/** How a member is written in markup: a mention, or a name where a mention would call everybody in a table. */
export type Names = (member: string) => string;

// Invisible letters that steer the text around them; joiners stay, since emoji and several scripts need them.
const STEERING = /[^\P{Cc}\n]|(?!\u200c|\u200d)\p{Cf}/gu;
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** What is left of a line is given up below this: an ellipsis between two signs. */
const LEAST = 8;
/** Slack refuses an empty text. */
const NOTHING = '–';

/** Text from anywhere without control characters, direction overrides and halves of letters. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', '  ')
    .replace(STEERING, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(STACKED_MARKS, '$1');
}

/** Exactly the three signs that Slack reads as markup; nothing else can begin a mention or a link. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The text up to `most` units by `measure`, with … where something was cut off; no letter is halved. */
export function clipped(text: string, most: number, measure: (text: string) => number): string {
  if (measure(text) <= most) return text;
  let [fits, tooMuch] = [0, text.length];
  while (tooMuch - fits > 1) {
    const middle = (fits + tooMuch) >> 1;
    if (measure(text.slice(0, middle)) + 1 <= most) fits = middle;
    else tooMuch = middle;
  }
  return `${text.slice(0, fits).replace(/[\ud800-\udbff]$/, '')}…`;
}

const asItIs = (text: string): number => text.length;
const asEscaped = (text: string): number => escaped(text).length;

/** Text that is never read as markup. */
export function plain(text: string, most: number): Plain {
  const shown = clipped(clean(text), most, asItIs);
  return { type: 'plain_text', text: shown.trim() === '' ? NOTHING : shown, emoji: false };
}

/** Text for places that only know markup, such as a notification: everything in it is inert. */
export function inertMarkup(text: string, most: number): string {
  const shown = escaped(clipped(clean(text), most, asEscaped));
  return shown.trim() === '' ? NOTHING : shown;
}

/** A line as plain text where it is plain, and else as markup with inert strings. */
export function lineText(line: Line, most: number, names: Names): Text {
  if (typeof line === 'string') return plain(line, most);
  if (line.every((inline) => typeof inline === 'string')) return plain(line.join(''), most);
  const text = markup(line, most, names);
  return { type: 'mrkdwn', text: text.trim() === '' ? NOTHING : text, verbatim: true };
}

/** A line as markup of at most `most` units. */
export function markup(line: Line, most: number, names: Names): string {
  const inlines = typeof line === 'string' ? [line] : line;
  let left = most;
  return inlines
    .map((inline) => {
      const text = left >= LEAST ? inlineMarkup(inline, left, names) : '';
      left -= text.length;
      return text;
    })
    .join('');
}

function inlineMarkup(inline: Inline, most: number, names: Names): string {
  if (typeof inline === 'string') return escaped(clipped(clean(inline), most, asEscaped));
  switch (inline.kind) {
    case 'strong':
      return wrapped('*', inline.text, most);
    case 'code':
      return wrapped('`', inline.text, most);
    case 'member': {
      const name = names(inline.member);
      return name.length <= most ? name : '';
    }
    case 'moment': {
      const fallback = escaped(plainMoment(inline.at, inline.zone));
      const date = `<!date^${Math.floor(inline.at / 1000)}^{date_short_pretty} {time}|${fallback}>`;
      return date.length <= most ? date : '';
    }
  }
}

/** Between two signs, where the text holds none of them and begins and ends with a letter; else bare. */
function wrapped(sign: string, text: string, most: number): string {
  const inner = escaped(clipped(clean(text), most - 2, asEscaped));
  const [, before, core = '', after] = /^(\s*)(.*?)(\s*)$/s.exec(inner) ?? [];
  if (core === '' || core.includes(sign) || core.includes('\n')) return inner;
  return `${before}${sign}${core}${sign}${after}`;
}
