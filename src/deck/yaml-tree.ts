import {
  Composer,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type YAMLError,
} from 'yaml';
import { type Fault, faultOf } from './fault.ts';
import { FILE_LIMITS } from './limits.ts';
import { yamlSentence } from './yaml-sentences.ts';
import { type Refusal, TOO_MANY_NODES, tokensOf } from './yaml-tokens.ts';

/** A file of a deck as it was read. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** Keys of mappings and indexes of lists, from the top of a file. */
export type Path = readonly PropertyKey[];

/** What a YAML file says, as plain values, and where it says it. */
export interface Tree {
  readonly file: string;
  /** Strings, numbers, booleans, null, arrays and objects of these. */
  readonly value: unknown;
  /** The line (from 1) at which the path, or as much of it as there is, stands. */
  lineOf(path: Path): number;
}

export type Parsed =
  | { readonly kind: 'tree'; readonly tree: Tree }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

export const TOO_LARGE = `the file is larger than ${FILE_LIMITS.bytes / 1024} KiB; split the topic in two`;
const EMPTY = 'the file is empty; write its keys or remove it';
const SECOND_DOCUMENT = 'a second document begins here; write one a file, without lines of ---';

/** YAML 1.2 with the core schema, nothing of which runs, refers or grows. Never throws. */
export function parseYaml({ file, text }: SourceFile): Parsed {
  if (Buffer.byteLength(text) > FILE_LIMITS.bytes) return faulty([faultOf(file, TOO_LARGE)]);
  const { tokens, lines, refusals } = tokensOf(text);
  if (refusals.length > 0) return faulty(faultsAt(file, refusals));
  const [document, second] = new Composer({ prettyErrors: false, uniqueKeys }).compose(tokens);
  const root = document?.contents ?? null;
  const problems = [
    ...(document?.errors ?? []).map((error) => refusalOf(error, lines, text)),
    ...oddNodes(root, lines),
    ...(second ? [{ line: lines.linePos(second.range[0]).line, message: SECOND_DOCUMENT }] : []),
  ];
  if (problems.length > 0) return faulty(faultsAt(file, problems));
  if (root === null) return faulty([faultOf(file, EMPTY)]);
  return { kind: 'tree', tree: { file, value: plain(root), lineOf: placesIn(root, lines) } };
}

function faulty(faults: readonly Fault[]): Parsed {
  return { kind: 'faulty', faults };
}

/** One a line: a slip makes the parser stumble more than once. */
function faultsAt(file: string, refusals: readonly Refusal[]): Fault[] {
  const first = new Map([...refusals].reverse().map((refusal) => [refusal.line, refusal]));
  return [...first.values()].map(({ line, message }) => ({ file, line, card: null, message }));
}

function refusalOf(error: YAMLError, lines: LineCounter, text: string): Refusal {
  return { line: lines.linePos(error.pos[0]).line, message: yamlSentence(error, text) };
}

function uniqueKeys(a: unknown, b: unknown): boolean {
  return isScalar(a) && isScalar(b) && keyText(a) === keyText(b);
}

/** What is well-formed YAML and still has no business in a deck. */
function oddNodes(root: Node | null, lines: LineCounter): Refusal[] {
  const odd: Refusal[] = [];
  let nodes = 0;
  const refuse = (node: unknown, message: string | null): void => {
    if (message) odd.push({ line: lines.linePos(startOf(node)).line, message });
  };
  const look = (node: unknown): void => {
    if (!isNode(node) || nodes > FILE_LIMITS.nodes) return;
    nodes += 1;
    if (nodes > FILE_LIMITS.nodes) refuse(node, TOO_MANY_NODES);
    if (isMap(node)) for (const { key } of node.items) refuse(key, oddKey(key));
    childrenOf(node).forEach(look);
  };
  look(root);
  return odd;
}

function childrenOf(node: Node): readonly unknown[] {
  if (isSeq(node)) return node.items;
  return isMap(node) ? node.items.flatMap(({ key, value }) => [key, value]) : [];
}

function oddKey(key: unknown): string | null {
  if (!isScalar(key)) return 'a key must be a word, not a list or mapping; put it in quotes';
  return keyText(key) === '__proto__' ? 'the key __proto__ is refused; remove it' : null;
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? 0;
}

function keyText(key: unknown): string {
  if (!isScalar(key)) return '';
  return typeof key.value === 'string' ? key.value : (key.source ?? '');
}

function plain(node: unknown): unknown {
  if (isSeq(node)) return node.items.map(plain);
  if (isMap(node)) {
    return Object.fromEntries(node.items.map(({ key, value }) => [keyText(key), plain(value)]));
  }
  if (!isScalar(node)) return null;
  // `0x10` and `1.50` would come back as other text than the author's, so they stay text.
  const reads = typeof node.value !== 'number' || String(node.value) === node.source;
  return reads ? node.value : node.source;
}

function placesIn(root: unknown, lines: LineCounter): Tree['lineOf'] {
  return (path) => {
    let [node, at] = [root, startOf(root)];
    for (const step of path) {
      const [next, start] = stepInto(node, step);
      if (start === null) break;
      [node, at] = [next, start];
    }
    return lines.linePos(at).line;
  };
}

/** The node behind a key or index, and the offset at which the key or item begins. */
function stepInto(node: unknown, step: PropertyKey): [unknown, number | null] {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => keyText(key) === step);
    return pair ? [pair.value, startOf(pair.key)] : [null, null];
  }
  const item = isSeq(node) ? node.items[Number(step)] : undefined;
  return item === undefined ? [null, null] : [item, startOf(item)];
}
