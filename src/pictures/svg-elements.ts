/** An element of an SVG, as it is written. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: SvgElement | null;
  /** The root has depth 1. */
  readonly depth: number;
  /** Where its tag opens, from 1. */
  readonly line: number;
  /** The text straight inside. */
  text: string;
}

/** Says in one sentence without a full stop where the reading stops, and why. */
export class UnreadableSvg extends Error {
  constructor(line: number, message: string) {
    super(`line ${line}: ${message}`);
    this.name = 'UnreadableSvg';
  }
}

const PROLOGUE = /^\uFEFF?(?:<\?xml [^<>]*\?>)?/;
const COMMENT = /<!--(?:(?!--)[\s\S])*-->/y;
const CLOSING = /<\/([^\s<>/]+)\s*>/y;
const OPENING = /<([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const TEXT = /[^<]+/y;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(["'])(.*?)\2/gs;
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;

/**
 * All elements of an SVG in the order of their opening tags, the root first. Reads the small part of XML that a drawing
 * needs and nothing by which it could reach outside or hide. Throws {@link UnreadableSvg}.
 */
export function svgElements(svg: string): SvgElement[] {
  const reading = new Reading(svg);
  while (!reading.isOver) reading.step();
  return reading.elements();
}

class Reading {
  private readonly svg: string;
  private readonly found: SvgElement[] = [];
  private open: SvgElement | null = null;
  private at = 0;
  private line = 1;

  constructor(svg: string) {
    this.svg = svg;
    this.skip(PROLOGUE.exec(svg)?.[0] ?? '');
  }

  get isOver(): boolean {
    return this.at >= this.svg.length;
  }

  step(): void {
    const opening = this.next(OPENING);
    const closing = this.next(CLOSING);
    const text = this.next(TEXT);
    const piece = opening ?? closing ?? text ?? this.next(COMMENT);
    if (piece === null) throw this.unreadable(this.oddity());
    if (opening !== null) this.begin(opening);
    else if (closing !== null) this.close(closing[1] ?? '');
    else if (text !== null) this.write(text[0]);
    this.skip(piece[0]);
  }

  elements(): SvgElement[] {
    if (this.open !== null) throw this.unreadable(`<${this.open.name}> is not closed`);
    if (this.found.length === 0) throw this.unreadable('there is no <svg> in it');
    return this.found;
  }

  private next(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.svg);
  }

  private skip(piece: string): void {
    this.at += piece.length;
    this.line += piece.split('\n').length - 1;
  }

  private begin([, name = '', attributes = '', slash = '']: RegExpExecArray): void {
    if (this.open === null && this.found.length > 0)
      throw this.unreadable(`<${name}> stands after the end of the picture; take it out`);
    const element: SvgElement = {
      name,
      attributes: this.attributesIn(attributes),
      parent: this.open,
      depth: (this.open?.depth ?? 0) + 1,
      line: this.line,
      text: '',
    };
    this.found.push(element);
    if (slash === '') this.open = element;
  }

  private attributesIn(written: string): Map<string, string> {
    const attributes = new Map<string, string>();
    for (const [, name = '', , value = ''] of written.matchAll(ATTRIBUTE)) {
      if (attributes.has(name)) throw this.unreadable(`${name} is given twice; keep one`);
      if (value.includes('&#') || BARE_AMPERSAND.test(value))
        throw this.unreadable(`${name} holds a & that is not needed; write the plain character`);
      attributes.set(name, value);
    }
    return attributes;
  }

  private close(name: string): void {
    if (this.open?.name !== name)
      throw this.unreadable(`</${name}> closes nothing that is open; check the tags before it`);
    this.open = this.open.parent;
  }

  private write(text: string): void {
    if (BARE_AMPERSAND.test(text)) throw this.unreadable('a plain & is written &amp;');
    if (this.open !== null) this.open.text += text;
    else if (text.trim() !== '')
      throw this.unreadable('there is text outside of <svg>; take it out');
  }

  private oddity(): string {
    return /^<[!?]/.test(this.svg.slice(this.at, this.at + 2))
      ? 'DOCTYPE, ENTITY, CDATA and processing instructions are not read; take this out'
      : 'this is not a whole tag; look for a missing quote, = or >';
  }

  private unreadable(message: string): UnreadableSvg {
    return new UnreadableSvg(this.line, message);
  }
}
