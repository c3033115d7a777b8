import type { Card, KprimeCard, MatchCard, SeveralCard, SingleCard } from '../../core/card.ts';
import { LETTERS } from '../options.ts';
import type { Column, Row } from './columns.ts';

type Cells = Partial<Record<Column, string>>;

/** All that an author wrote of the card, in cells; the lists of the deck's terms and the card's revision are not theirs. */
export function rowOfCard(card: Card): Row {
  const cells: Cells = {
    topic: card.topic,
    title: card.topicTitle,
    id: card.id,
    formerly: listCell(card.formerly),
    seed: card.seed ?? '',
    difficulty: String(card.difficulty),
    kind: card.kind,
    prompt: card.prompt,
    picture: card.picture?.file ?? '',
    alt: card.picture?.alt ?? '',
    explanation: card.explanation,
    source: card.source,
    hint: card.hint ?? '',
    ...ownCells(card),
  };
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== ''));
}

function ownCells(card: Card): Cells {
  switch (card.kind) {
    case 'single':
    case 'several':
    case 'kprime':
      return letteredCells(card);
    case 'true-false':
      return { key: String(card.key), correction: card.correction ?? '' };
    case 'typed':
      return { accept: listCell(card.wording.accept), reject: listCell(card.wording.reject) };
    case 'key-points':
      return {
        ...lettered(card.points.map(({ point }) => point)),
        accept: numberedCell(card.points.map(({ any }) => any)),
        needs: String(card.needs),
      };
    case 'numeric': {
      const tolerance = card.tolerance === 0 ? '' : String(card.tolerance);
      return { key: String(card.key), tolerance, unit: card.unit ?? '' };
    }
    case 'order':
      return lettered(card.key.map((at) => card.items[at] ?? ''));
    case 'match':
      return { ...lettered(card.lefts), key: partnersCell(card) };
    case 'gap':
      return {
        accept: numberedCell(card.gaps.map(({ accept }) => accept)),
        reject: numberedCell(card.gaps.map(({ reject }) => reject)),
      };
    case 'flash':
      return { answer: card.answer };
  }
}

function letteredCells(card: SingleCard | SeveralCard | KprimeCard): Cells {
  const texts = card.kind === 'kprime' ? card.statements : card.options;
  const why = card.why.map((reason, at): [string, string] => [`why ${LETTERS[at]}`, reason ?? '']);
  return { ...lettered(texts), key: keyCell(card), ...Object.fromEntries(why) };
}

/** The letters of what is right or true; `none` where every statement is false. */
function keyCell(card: SingleCard | SeveralCard | KprimeCard): string {
  const right =
    card.kind === 'single' ? [card.key] : card.kind === 'several' ? card.key : trueOnes(card);
  return right.map((at) => LETTERS[at]).join(', ') || 'none';
}

function trueOnes({ key }: KprimeCard): number[] {
  return key.flatMap((truth, at) => (truth ? at : []));
}

function partnersCell({ rights, key }: MatchCard): string {
  return key.map((right, at) => `${LETTERS[at]}: ${flat(rights[right] ?? '')}`).join('\n');
}

function lettered(texts: readonly string[]): Cells {
  return Object.fromEntries(texts.map((text, at) => [LETTERS[at], text]));
}

function listCell(items: readonly string[]): string {
  return items.map(flat).join('\n');
}

function numberedCell(lists: readonly (readonly string[])[]): string {
  return lists.flatMap((list, at) => list.map((item) => `{${at + 1}} ${flat(item)}`)).join('\n');
}

/** A line break would begin another item. */
function flat(item: string): string {
  return item.replace(/\s*\n\s*/g, ' ');
}
