/** More marks than this on one letter are no language's. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** Formatting characters turn text around or hide in it; joiners make letters and emoji what they are. */
const INVISIBLE = /(?![\u200c\u200d])\p{Cf}/gu;
const CONTROL = /(?!\n)\p{Cc}/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Nothing that is shown comes near it. */
const LONGEST = 12_000;

/** The text without what could bend or hide other text: one line, or with `lines` up to one empty line in between. */
export function cleaned(text: string, lines: 'one' | 'many' = 'many'): string {
  const plain = text
    .slice(0, LONGEST)
    .replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n')
    .replace(CONTROL, ' ')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1');
  return lines === 'one'
    ? plain.replace(/\s+/g, ' ').trim()
    : plain.replace(/\n\s*\n\s*\n/g, '\n\n').trimEnd();
}

const MARKDOWN = /[\\*_~`|<[\]]/g;
const LINE_START = /^(\s*)(#|-|>|\+)/gm;
const NUMBERED = /^(\s*\d+)([.)])/gm;

/** Cleaned text as markdown that shows exactly these characters: no markup, mention, link or moment. */
export function inert(text: string): string {
  return text
    .replace(MARKDOWN, '\\$&')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBERED, '$1\\$2')
    .replace(/:\/\//g, '\\://')
    .replace(/@(everyone|here)/gi, '@\u2060$1');
}

/** The way back from {@link inert}. */
export function readInert(markdown: string): string {
  return markdown.replaceAll('\u2060', '').replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

/** Text as the inside of a code mark: a grave accent would end it. */
export function inCode(text: string): string {
  const inside = text.replaceAll('`', '\u02cb').replaceAll('\n', ' ').trim();
  return inside === '' ? '' : `\`${inside}\``;
}

/** The longest beginning that is at most `limit` characters after `write`, whole letters only, with … where cut. */
export function cut(text: string, limit: number, write: (text: string) => string = same): string {
  const whole = write(text);
  if (whole.length <= limit) return whole;
  let [fits, tooLong] = [0, text.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (write(`${text.slice(0, middle)}…`).length <= limit) fits = middle;
    else tooLong = middle;
  }
  const end = letterEnd(text, fits);
  return end === 0 ? '' : write(`${text.slice(0, end).trimEnd()}…`);
}

const same = (text: string): string => text;

/** The latest place at or before `at` where no letter is torn apart. */
function letterEnd(text: string, at: number): number {
  let end = at;
  while (end > 0 && isInsideLetter(text, end)) end--;
  return end;
}

function isInsideLetter(text: string, at: number): boolean {
  const next = text.codePointAt(at);
  const half = text.charCodeAt(at);
  if (half >= 0xdc00 && half <= 0xdfff) return true;
  if (text[at - 1] === '\u200d') return true;
  return next !== undefined && /^[\p{M}\u200d]/u.test(String.fromCodePoint(next));
}
