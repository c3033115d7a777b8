import type { ErrorCode, YAMLError } from 'yaml';
import { quoted } from './fault.ts';

const UNCLOSED =
  'a quote or bracket is not closed, or text follows it; check it, or use a >- block';
const INDENT = 'the indentation does not fit the lines above; use two spaces a level';
const NO_COLON =
  'this line is no key with its value; write "key: value", or indent it as part of a text';

const SENTENCES: Partial<Record<ErrorCode, string>> = {
  BAD_DQ_ESCAPE: 'this \\ sequence means nothing in double quotes; use single quotes or a >- block',
  BAD_INDENT: INDENT,
  BAD_SCALAR_START: 'a text cannot begin with this sign; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a second ": " stands on this line; put the text in quotes or in a >- block, or check the indentation',
  MULTILINE_IMPLICIT_KEY: NO_COLON,
  TAB_AS_INDENT: 'a tab indents this line; use spaces',
  UNEXPECTED_TOKEN: UNCLOSED,
};

/** What the YAML parser found, in the words of an author. `text` is the whole file. */
export function yamlSentence({ code, message, pos }: YAMLError, text: string): string {
  if (code === 'DUPLICATE_KEY') return `the key ${keyAt(text, pos)} is written twice; keep one`;
  if (code === 'MISSING_CHAR') return missingSentence(message);
  return SENTENCES[code] ?? `this is not YAML (${quoted(message)}); check the line`;
}

function keyAt(text: string, [from]: YAMLError['pos']): string {
  const [, double, single, plain] =
    /^(?:"([^"\n]*)"|'([^'\n]*)'|([^:\n]*))/.exec(text.slice(from, from + 80)) ?? [];
  return quoted((double ?? single ?? plain ?? '').trim());
}

function missingSentence(message: string): string {
  if (/- indicator/.test(message)) return INDENT;
  return /map values/.test(message) ? NO_COLON : UNCLOSED;
}
