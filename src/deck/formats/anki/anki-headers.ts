/** What stands in the lines that begin with # above the notes. */
export interface AnkiHeaders {
  /** One character; null where the file does not say. */
  readonly separator: string | null;
  readonly html: boolean | null;
  /** For every note. */
  readonly tags: readonly string[];
  readonly columns: string | null;
  readonly notetype: string | null;
  readonly deck: string | null;
  /** Which column, from 1, holds what is not a field: `deck`, `tags`, `notetype`, `guid`. */
  readonly meta: ReadonlyMap<string, number>;
  /** How many lines there are. */
  readonly lines: number;
}

const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  pipe: '|',
  semicolon: ';',
  colon: ':',
  comma: ',',
  space: ' ',
};
const META = /^(guid|notetype|deck|tags) column$/;

export function ankiHeaders(text: string): AnkiHeaders {
  const values = new Map<string, string>();
  const [first = '', ...others] = text.split('\n', 100);
  const old = first.startsWith('tags:');
  const rest = old ? others : [first, ...others];
  const end = rest.findIndex((line) => !line.startsWith('#'));
  const heads = rest.slice(0, end < 0 ? rest.length : end);
  if (old) values.set('tags', first.slice('tags:'.length));
  for (const line of heads) {
    const [, key, value] = /^#([^:]*):(.*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) values.set(key.trim().toLowerCase(), value);
  }
  return read(values, heads.length + Number(old));
}

function read(values: ReadonlyMap<string, string>, lines: number): AnkiHeaders {
  const html = values.get('html')?.trim().toLowerCase();
  const metas = [...values].flatMap(([key, value]): [string, number][] => {
    const name = META.exec(key)?.[1];
    return name === undefined ? [] : [[name, Number(value)]];
  });
  return {
    separator: separatorOf(values.get('separator')),
    html: html === 'true' || html === 'false' ? html === 'true' : null,
    tags: wordsOf(values.get('tags')),
    columns: values.get('columns') ?? null,
    notetype: values.get('notetype')?.trim() ?? null,
    deck: values.get('deck')?.trim() ?? null,
    meta: new Map(metas),
    lines,
  };
}

function separatorOf(value = ''): string | null {
  const name = value.trim().toLowerCase();
  if (Object.hasOwn(SEPARATORS, name)) return SEPARATORS[name] ?? null;
  return Object.values(SEPARATORS).find((sign) => sign === value) ?? null;
}

/** As Anki guesses: the first of its signs that the notes use. */
export function guessedSeparator(text: string): string {
  const start = text.slice(0, 8 * 1024);
  return Object.values(SEPARATORS).find((sign) => start.includes(sign)) ?? '\t';
}

export function wordsOf(tags = ''): string[] {
  return tags.split(/\s+/).filter(Boolean);
}
