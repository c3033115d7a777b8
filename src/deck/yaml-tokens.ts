import { CST, Lexer, LineCounter, Parser } from 'yaml';
import { FILE_LIMITS } from './limits.ts';

/** The words and signs of a YAML file, grouped, and what must not be among them. */
export interface Tokens {
  readonly tokens: readonly CST.Token[];
  readonly lines: LineCounter;
  readonly refusals: readonly Refusal[];
}

export interface Refusal {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export const TOO_MANY_NODES = `the file has more than ${FILE_LIMITS.nodes} keys and values; split the topic in two`;
const TOO_DEEP = `lists and mappings stand more than ${FILE_LIMITS.depth} deep here; a card needs 3 levels`;

const REFUSED: Partial<Record<LexemeType, string>> = {
  alias: 'YAML aliases are refused; a text that begins with * needs quotes',
  anchor: 'YAML anchors are refused; a text that begins with & needs quotes',
  'directive-line': 'YAML directives are refused; remove the line that begins with %',
  tag: 'YAML tags are refused; a text that begins with ! needs quotes',
};
const HASH_IN_TEXT =
  'the # begins a comment here and cuts the text; put the text in quotes (a comment has a space after #)';

/** Leave a line as fresh as they find it. */
const TRACELESS: ReadonlySet<LexemeType> = new Set(['space', 'byte-order-mark', 'doc-mode']);
const BLANK: ReadonlySet<LexemeType> = new Set(['space', 'newline', 'comment']);
const COLLECTIONS: readonly string[] = ['block-map', 'block-seq', 'flow-collection'];

/**
 * Reads signs only: nothing is resolved or nested yet, so that hostile text is refused while it is cheap.
 * Stops at the first limit that the text breaks.
 */
export function tokensOf(text: string): Tokens {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const typeOf = typing();
  const refusedSign = signCheck();
  const tokens: CST.Token[] = [];
  const refusals: Refusal[] = [];
  let marks = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const type = typeOf(lexeme);
    const start = parser.offset;
    for (const token of parser.next(lexeme)) tokens.push(token);
    marks += Number(!BLANK.has(type));
    const limit = marks > FILE_LIMITS.lexemes ? TOO_MANY_NODES : tooDeep(parser);
    const message = limit ?? refusedSign(lexeme, type);
    if (message) refusals.push({ line: lines.linePos(start).line, message });
    if (limit) return { tokens, lines, refusals };
  }
  tokens.push(...parser.end());
  return { tokens, lines, refusals };
}

type LexemeType = CST.TokenType | 'text' | 'unknown';

/**
 * To be asked about each lexeme in turn. A `scalar` is a mark that announces text: what follows it is text whatever
 * it looks like.
 */
function typing(): (lexeme: string) => LexemeType {
  let announced = false;
  return (lexeme) => {
    const type = announced ? 'text' : (CST.tokenType(lexeme) ?? 'unknown');
    announced = type === 'scalar';
    return type;
  };
}

/** To be asked about each lexeme in turn. Authors do not mean a comment by `#GP` behind other words of its line. */
function signCheck(): (lexeme: string, type: LexemeType) => string | null {
  let freshLine = true;
  return (lexeme, type) => {
    const cutsText = type === 'comment' && !freshLine && /^#\S/.test(lexeme);
    if (!TRACELESS.has(type)) freshLine = type === 'newline';
    return cutsText ? HASH_IN_TEXT : (REFUSED[type] ?? null);
  };
}

function tooDeep(parser: Parser): string | null {
  if (parser.stack.length <= FILE_LIMITS.depth) return null;
  const open = parser.stack.filter(({ type }) => COLLECTIONS.includes(type));
  return open.length > FILE_LIMITS.depth ? TOO_DEEP : null;
}
