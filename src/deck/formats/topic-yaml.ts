import { Document, isMap, isScalar, isSeq, type Node, Scalar, visit } from 'yaml';
import type { WrittenCard, WrittenTopic } from './format.ts';

/** As authors write a card, from top to bottom. */
const KEY_ORDER = [
  ...['id', 'formerly', 'seed', 'exercise', 'difficulty', 'kind', 'prompt'],
  ...['options', 'statements', 'accept', 'reject', 'points', 'needs', 'items', 'pairs', 'gaps'],
  ...['key', 'tolerance', 'unit', 'why', 'correction', 'answer'],
  ...['explanation', 'source', 'hint', 'picture'],
];
/** Stand in a block of their own however short they are. */
const BLOCKS = ['prompt', 'correction', 'answer', 'explanation'];
const WIDTH = 120;
/** What stands on one line with its key and indentation. */
const LINE = 104;
/** The nodes above the list of cards. */
const TOP = 3;

/** The topic's file: the same text for the same topic, and read back as it was. */
export function writeTopicYaml({ topic, title, cards }: WrittenTopic): string {
  const document = new Document({ topic, title, cards: cards.map(inOrder) });
  visit(document, {
    Pair: (_, { key, value }) => {
      if (isScalar(value)) layText(value, BLOCKS.includes(String(isScalar(key) ? key.value : '')));
    },
    Collection: (_, node, path) => {
      if (path.length > TOP && fitsOnALine(node)) node.flow = true;
      if (!isSeq(node)) return;
      for (const item of node.items) if (isScalar(item)) layText(item, false);
    },
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
}

function inOrder(card: WrittenCard): WrittenCard {
  const rank = (key: string): number =>
    (KEY_ORDER.indexOf(key) + KEY_ORDER.length) % KEY_ORDER.length;
  return Object.fromEntries(Object.entries(card).sort(([a], [b]) => rank(a) - rank(b)));
}

function layText(node: Scalar, always: boolean): void {
  if (typeof node.value !== 'string') return;
  const hasLines = node.value.includes('\n');
  if (!isBlockSafe(node.value)) {
    if (hasLines) node.type = Scalar.QUOTE_DOUBLE;
  } else if (hasLines) node.type = Scalar.BLOCK_LITERAL;
  else if (always || node.value.length > LINE) node.type = Scalar.BLOCK_FOLDED;
}

/** A block keeps no spaces at the edges of its text; quotes do. */
function isBlockSafe(text: string): boolean {
  return text !== '' && text === text.trim() && !/[ \t]\n|\n[ \t]/.test(text);
}

/** Short lists of words, and mappings of letters to true and false. */
function fitsOnALine(node: Node): boolean {
  if (!isSeq(node) && !(isMap(node) && node.items.every(({ value }) => isBoolean(value))))
    return false;
  const text = JSON.stringify(node.toJSON());
  return text.length <= LINE && !/[{\\]/.test(isSeq(node) ? text : '');
}

function isBoolean(node: unknown): boolean {
  return isScalar(node) && typeof node.value === 'boolean';
}
