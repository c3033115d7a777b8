import type { Card } from '../../core/card.ts';
import { quoted } from '../fault.ts';
import { type Exported, type Found, type Remark, refused, remark } from './format.ts';
import { IMPORT_LIMITS, TOO_MANY_ITEMS } from './import-limits.ts';

const ONLY_TWO =
  'Quizlet keeps question and answer only; explanations, sources, hints and ids stay behind';
const NO_TAB = 'no tab stands between term and definition; put one there';

/** One flash card a line: term, tab, definition. Quotes mean nothing. */
export function fromQuizlet(text: string): Found[] {
  const lines = text.split('\n').map((words, at) => ({ line: at + 1, words }));
  const said = lines.filter(({ words }) => words.trim() !== '');
  const found = said.slice(0, IMPORT_LIMITS.items).map(({ line, words }) => foundIn(line, words));
  const next = said[IMPORT_LIMITS.items];
  return next ? [...found, refused(next.line, 'the file', TOO_MANY_ITEMS)] : found;
}

function foundIn(line: number, words: string): Found {
  const [term = '', ...rest] = words.split('\t').map((part) => part.trim());
  const item = quoted(term || words.trim());
  if (rest.length === 0) return refused(line, item, NO_TAB);
  const answer = rest.join(' ').trim();
  const empty = emptySide(term, answer);
  if (empty !== null) return refused(line, item, `the ${empty} is empty; write it`);
  const card = { kind: 'flash', prompt: term, answer };
  return { kind: 'draft', line, item, card, topic: null, notes: [] };
}

function emptySide(term: string, answer: string): string | null {
  if (term === '') return 'term';
  return answer === '' ? 'definition' : null;
}

/** The cards that are a question and its answer; all of them come back as flash cards. */
export function toQuizlet(cards: readonly Card[]): Exported {
  const lines = cards.map((card) => ({ card, answer: answerOf(card) }));
  return {
    content: lines
      .map(({ card, answer }) => (answer === null ? '' : `${flat(card.prompt)}\t${flat(answer)}\n`))
      .join(''),
    left: [
      ...lines.filter(({ answer }) => answer === null).map(({ card }) => unheld(card)),
      ...(lines.some(({ answer }) => answer !== null) ? [remark(null, 'the file', ONLY_TWO)] : []),
    ],
  };
}

function answerOf(card: Card): string | null {
  switch (card.kind) {
    case 'flash':
      return card.answer;
    case 'typed':
      return card.wording.accept[0] ?? null;
    case 'numeric':
      return [card.key, card.unit].filter((part) => part !== null).join(' ');
    case 'single':
    case 'several':
    case 'true-false':
    case 'kprime':
    case 'key-points':
    case 'order':
    case 'match':
    case 'gap':
      return null;
  }
}

function unheld({ id, kind }: Card): Remark {
  return remark(null, id, `Quizlet has no ${kind} cards; export it to Anki or CSV`);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
