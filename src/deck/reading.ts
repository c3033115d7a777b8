import { z } from 'zod';
import { nearest } from '../chat/nearest.ts';
import { quoted } from './fault.ts';
import type { Path } from './yaml-tree.ts';

/** A mapping of a YAML file before it is checked. */
export type Raw = Readonly<Record<string, unknown>>;

/** A fault inside one mapping; the path begins there. */
export interface Problem {
  readonly path: Path;
  readonly message: string;
}

export type Reading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[] };

type Issue = z.core.$ZodRawIssue;
type Shaped = z.ZodObject<z.ZodRawShape>;

const LONGEST_WORD = 40;

export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value by its schema, or every way in which it departs from it, as sentences. */
export function readBy<Schema extends Shaped>(
  schema: Schema,
  raw: unknown,
): Reading<z.output<Schema>> {
  const error = (issue: Issue): string => sentenceOf(issue, schema);
  const result = schema.safeParse(raw, { error });
  if (result.success) return { kind: 'read', value: result.data };
  return {
    kind: 'faulty',
    problems: result.error.issues.flatMap((issue) => problemsOf(issue, schema)),
  };
}

function problemsOf(issue: z.core.$ZodIssue, schema: Shaped): Problem[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: issue.message }];
  const place = schemasAlong(schema, issue.path).at(-1);
  const known = place instanceof z.ZodObject ? Object.keys(place.shape) : [];
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    message: unknownWord(
      `key ${quoted(key)}${issue.path.length ? ` in ${nameOf(issue.path)}` : ''}`,
      key,
      known,
    ),
  }));
}

/** The schemas that a path passes, the outermost first, as far as there are any. */
function schemasAlong(schema: Shaped, path: Path): z.ZodType[] {
  const passed: z.ZodType[] = [schema];
  for (const step of path) {
    const next = schemaIn(passed.at(-1), step);
    if (!next) break;
    passed.push(next);
    if (next instanceof z.ZodOptional) passed.push(next.unwrap() as z.ZodType);
  }
  return passed;
}

function schemaIn(schema: z.ZodType | undefined, step: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)];
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  return schema instanceof z.ZodRecord ? (schema.valueType as z.ZodType) : undefined;
}

/** What the innermost schema on the path says of itself. */
function meaningAt(schema: Shaped, path: Path): string {
  const said = schemasAlong(schema, path).map((place) => z.globalRegistry.get(place)?.description);
  return said.findLast((description) => description !== undefined) ?? '';
}

/** `unknown kind "sngle"; did you mean single?`, or else the words that there are. */
export function unknownWord(named: string, word: string, known: readonly string[]): string {
  const folded = known.find((candidate) => candidate.toLowerCase() === word.toLowerCase());
  const meant = folded ?? (word.length > LONGEST_WORD ? null : nearest(word, known));
  const close = meant !== null && (meant.length > 1 || folded !== undefined);
  return `unknown ${named}; ${close ? `did you mean ${meant}?` : `use one of ${known.join(', ')}`}`;
}

/** `['why', 'B']` is "why B", `['gaps', 0, 'accept', 2]` is "gap 1 accept 3". */
export function nameOf(path: Path): string {
  const words = path.map((step) => (typeof step === 'number' ? step + 1 : wordOf(step)));
  return words.join(' ').replace(SEVERAL, '$1 ') || 'the file';
}

const SEVERAL = /^(option|statement|point|item|pair|gap)s (?=.)/;

function wordOf(step: PropertyKey): string {
  const word = String(step);
  return /^\w{1,20}$/.test(word) ? word : quoted(word);
}

function sentenceOf(issue: Issue, schema: Shaped): string {
  const path = issue.path ?? [];
  const name = nameOf(path);
  const means = meaningAt(schema, path);
  if (issue.input === undefined) return `${name} is missing${means && `: ${means}`}`;
  if (issue.input === null) return `${name} is empty${means && `: ${means}`}`;
  return `${name} ${complaint(issue, means)}`;
}

function complaint(issue: Issue, means: string): string {
  switch (issue.code) {
    case 'too_big':
      return sizeComplaint(issue.input, `at most ${issue.maximum}`);
    case 'too_small':
      return isEmpty(issue.input)
        ? `is empty${means && `: ${means}`}`
        : sizeComplaint(issue.input, `at least ${issue.minimum}`, 'needed');
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}${means && `: ${means}`}`;
    case 'invalid_union':
      return typeof issue.input === 'boolean' ? 'must be text; put it in quotes' : 'must be text';
    case 'invalid_key':
      return complaint({ ...issue.issues[0], input: issue.path?.at(-1) } as Issue, means);
    case 'invalid_value':
      return `${shown(issue.input)} must be ${issue.values.join(', ').replace(/, ([^,]*)$/, ' or $1')}`;
    default:
      return issue.code === 'custom' && issue.params?.['says']
        ? String(issue.params['says'])
        : `${shown(issue.input)} does not fit: ${means}`;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  object: 'a mapping',
  array: 'a list',
  record: 'a mapping',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function isEmpty(input: unknown): boolean {
  return Array.isArray(input) ? input.length === 0 : String(input).trim() === '';
}

function sizeComplaint(input: unknown, limit: string, are = 'possible'): string {
  if (typeof input === 'number') return `${input} must be ${limit}`;
  return Array.isArray(input)
    ? `has ${counted(input.length, 'entry', 'entries')}; ${limit} are ${are}`
    : `has ${counted(String(input).trim().length, 'character', 'characters')}; ${limit} are ${are}`;
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}

function shown(input: unknown): string {
  if (typeof input === 'string') return quoted(input);
  return typeof input === 'object' ? 'as it stands' : String(input);
}
