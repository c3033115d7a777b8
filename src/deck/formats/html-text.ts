import { quoted } from '../fault.ts';
import { withoutEntities } from './html-entities.ts';

/** What a piece of HTML says, and what of it is no text. */
export interface HtmlText {
  readonly text: string;
  /** The files of its pictures and sounds, each once. */
  readonly media: readonly string[];
}

/** Their contents are not meant to be read. */
const UNREAD: Readonly<Record<string, RegExp>> = {
  head: /<\/head/gi,
  script: /<\/script/gi,
  style: /<\/style/gi,
  template: /<\/template/gi,
  title: /<\/title/gi,
};
/** A line ends here, but only once however many blocks do. */
const SOFT = '\v';
const BLOCKS = [
  'div',
  'p',
  'ul',
  'ol',
  'table',
  'tr',
  'pre',
  'blockquote',
  'section',
  'hr',
  'dl',
  'dt',
  'dd',
];
const HEADINGS = /^h[1-6]$/;
const SOUND = /\[sound:([^\]\n]{1,200})\]/g;

interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly closes: boolean;
  readonly source: string;
  /** Behind the tag. */
  readonly end: number;
}

/** Lines from breaks and blocks, `- ` before the items of lists; scripts and comments are dropped. Takes linear time. */
export function htmlText(html: string): HtmlText {
  const pieces = [...piecesOf(html)];
  const text = pieces.map((piece) => (typeof piece === 'string' ? said(piece) : textOf(piece)));
  const images = pieces.flatMap((piece) =>
    typeof piece !== 'string' && piece.name === 'img' ? sourceOf(piece) : [],
  );
  const whole = text.join('');
  const sounds = [...whole.matchAll(SOUND)].map(([, file = '']) => file);
  return { text: tidy(whole.replace(SOUND, '')), media: [...new Set([...images, ...sounds])] };
}

/** Texts and tags in turn; what scripts and the like contain is left out. */
function* piecesOf(html: string): Generator<string | Tag> {
  // No tag begins behind it, so that a text full of < is not searched to its end for each.
  const lastClose = html.lastIndexOf('>');
  let [from, next] = [0, 0];
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', next)) {
    const tag = tagAt(html, open, lastClose);
    next = open + 1;
    if (!tag) continue;
    yield html.slice(from, open);
    yield tag;
    from = afterTag(html, tag);
    next = from;
  }
  yield html.slice(from);
}

/** A `<` that begins no tag is a sign like others. */
function tagAt(html: string, open: number, lastClose: number): Tag | null {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open);
    return { name: '!', closes: false, source: '', end: end < 0 ? html.length : end + 3 };
  }
  const [, slash, name] = /^<(\/?)([a-z!?][a-z0-9]*)/i.exec(html.slice(open, open + 20)) ?? [];
  if (name === undefined || lastClose < open) return null;
  const close = html.indexOf('>', open);
  return {
    name: name.toLowerCase(),
    closes: slash === '/',
    source: html.slice(open, close),
    end: close + 1,
  };
}

function afterTag(html: string, { name, closes, end }: Tag): number {
  const closing = closes || !Object.hasOwn(UNREAD, name) ? undefined : UNREAD[name];
  if (!closing) return end;
  closing.lastIndex = end;
  return closing.exec(html)?.index ?? html.length;
}

function textOf({ name, closes }: Tag): string {
  if (name === 'br') return '\n';
  if (name === 'li') return closes ? SOFT : `${SOFT}- `;
  if (name === 'td' || name === 'th') return closes ? ' ' : '';
  return BLOCKS.includes(name) || HEADINGS.test(name) ? SOFT : '';
}

function sourceOf({ source }: Tag): string {
  const [, double, single, bare] =
    /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(source) ?? [];
  return withoutEntities(double ?? single ?? bare ?? 'without a name');
}

function said(text: string): string {
  return withoutEntities(text.replace(/[\s\u00a0]+/g, ' '));
}

/** No spaces around lines, no more than one empty line between two. */
function tidy(text: string): string {
  return text
    .replace(/ *[\v\n][ \v\n]*/g, brokenOnce)
    .replace(/ {2,}/g, ' ')
    .trim();
}

function brokenOnce(run: string): string {
  return run.split('\n').length > 2 ? '\n\n' : '\n';
}

/** What an author is told of pictures and sounds, which stay behind. */
export function mediaNotes(media: readonly string[]): string[] {
  return media.map(
    (file) => `${quoted(file)} is not taken over; draw it as SVG or describe it in words`,
  );
}
