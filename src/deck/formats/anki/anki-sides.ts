import type { Card, MatchCard, OrderCard, SeveralCard, SingleCard } from '../../../core/card.ts';
import { LETTERS } from '../../options.ts';
import { asHtml } from '../html-entities.ts';

/** What Anki shows before and after the answer, as HTML. */
export interface Sides {
  readonly front: string;
  readonly back: string;
}

/** `picture`: its name in Anki's media folder; null where only the words for it can be shown. */
export function sidesOf(card: Card, picture: string | null): Sides {
  const front = [
    paragraph(card.prompt),
    pictureOf(card, picture),
    shownWith(card),
    card.hint === null ? '' : `<details><summary>Hint</summary>${asHtml(card.hint)}</details>`,
  ];
  const back = [
    answerOf(card),
    whyOf(card),
    paragraph(card.explanation),
    `<div class="source">${asHtml(card.source)}</div>`,
  ];
  return { front: front.join(''), back: back.join('') };
}

function pictureOf({ picture }: Card, file: string | null): string {
  if (picture === null) return '';
  const alt = asHtml(picture.alt);
  return file === null
    ? `<div>[${alt}]</div>`
    : `<div><img src="${asHtml(file)}" alt="${alt}"></div>`;
}

/** What stands below the prompt; nothing that tells the answer. */
function shownWith(card: Card): string {
  switch (card.kind) {
    case 'single':
    case 'several':
      return lettered(card.options);
    case 'kprime':
      return lettered(card.statements) + paragraph('True or false?');
    case 'true-false':
      return paragraph('True or false?');
    case 'order':
      return list(mixed(card.items, inOrder(card)));
    case 'match':
      return list(card.lefts) + list(mixed(card.rights, partners(card)));
    case 'typed':
    case 'key-points':
    case 'numeric':
    case 'gap':
    case 'flash':
      return '';
  }
}

function answerOf(card: Card): string {
  switch (card.kind) {
    case 'single':
    case 'several':
      return list(rightOnes(card).map((at) => `${LETTERS[at]}: ${card.options[at]}`));
    case 'kprime':
      return list(card.key.map((truth, at) => `${LETTERS[at]}: ${truth ? 'true' : 'false'}`));
    case 'true-false':
      return paragraph(card.key ? 'True.' : 'False.') + paragraph(card.correction ?? '');
    case 'typed':
      return list(card.wording.accept);
    case 'key-points':
      return list(card.points.map(({ point }) => point));
    case 'numeric':
      return paragraph([card.key, ...marginOf(card.tolerance), card.unit ?? ''].join(' ').trim());
    case 'order':
      return numbered(inOrder(card));
    case 'match':
      return list(partners(card).map((right, at) => `${card.lefts[at]} – ${right}`));
    case 'gap':
      return numbered(card.gaps.map(({ accept }) => accept[0] ?? ''));
    case 'flash':
      return paragraph(card.answer);
  }
}

function marginOf(tolerance: number): string[] {
  return tolerance === 0 ? [] : ['±', String(tolerance)];
}

function whyOf(card: Card): string {
  if (card.kind !== 'single' && card.kind !== 'several' && card.kind !== 'kprime') return '';
  return list(
    card.why.flatMap((reason, at) => (reason === null ? [] : `${LETTERS[at]}: ${reason}`)),
  );
}

function rightOnes(card: SingleCard | SeveralCard): readonly number[] {
  return card.kind === 'single' ? [card.key] : card.key;
}

function inOrder({ items, key }: OrderCard): string[] {
  return key.map((at) => items[at] ?? '');
}

function partners({ rights, key }: MatchCard): string[] {
  return key.map((at) => rights[at] ?? '');
}

/** By the alphabet, the same at each export; turned round where that would be the answer. */
function mixed(texts: readonly string[], answer: readonly string[]): string[] {
  const sorted = [...texts].sort();
  return sorted.every((text, at) => text === answer[at]) ? sorted.reverse() : sorted;
}

function paragraph(text: string): string {
  return text === '' ? '' : `<div>${asHtml(text)}</div>`;
}

function lettered(texts: readonly string[]): string {
  return `<ol type="A">${items(texts)}</ol>`;
}

function numbered(texts: readonly string[]): string {
  return `<ol>${items(texts)}</ol>`;
}

function list(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `<ul>${items(texts)}</ul>`;
}

function items(texts: readonly string[]): string {
  return texts.map((text) => `<li>${asHtml(text)}</li>`).join('');
}
