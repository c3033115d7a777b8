import type {
  Card,
  GapCard,
  MatchCard,
  NumericCard,
  SeveralCard,
  SingleCard,
  TrueFalseCard,
} from '../../../core/card.ts';
import type { Wording } from '../../../core/wording/wording.ts';
import { type Exported, type Remark, remark } from '../format.ts';
import { tagsOf } from '../tags.ts';
import { generalFeedback } from './gift-feedback.ts';
import { decimal, escaped, escapedOption } from './gift-text.ts';

/** The answers of a card between braces, or why Moodle has none like them. */
type Answers = { readonly lines: readonly string[] } | { readonly reason: string };

/** Questions for Moodle, a category for each topic. `title`: of the deck. */
export function toGift(title: string, cards: readonly Card[]): Exported {
  const left: Remark[] = [];
  let [text, topic] = ['', ''];
  for (const card of cards) {
    const answers = answersOf(card);
    if ('reason' in answers) {
      left.push(remark(null, card.id, answers.reason));
      continue;
    }
    if (card.topic !== topic) text += categoryOf(title, card);
    topic = card.topic;
    text += questionOf(card, answers.lines);
    left.push(
      ...lost(card).map((part) => remark(null, card.id, `GIFT has no place for its ${part}`)),
    );
  }
  return { content: text, left };
}

function categoryOf(title: string, { topicTitle }: Card): string {
  const parts = [title, topicTitle].map((part) => part.replace(/\s+/g, ' ').replaceAll('/', '//'));
  return `$CATEGORY: ${parts.join('/')}\n\n`;
}

function questionOf(card: Card, lines: readonly string[]): string {
  const tags = tagsOf(card).map((tag) => `[tag:${tag}]`);
  const answers = [...lines, `####${escaped(generalFeedback(card.explanation, card.source))}`];
  const block = `{\n${answers.map((line) => `\t${line}\n`).join('')}}`;
  const head = `// [id:${card.id}] ${tags.join(' ')}\n::${card.id}::[plain]`;
  return `${head}${card.kind === 'gap' ? filledGap(card, block) : `${escaped(card.prompt)} ${block}`}\n\n`;
}

/** The answers stand where the gap is. */
function filledGap({ prompt }: GapCard, block: string): string {
  const [before = '', after = ''] = prompt.split('{1}');
  return escaped(before) + block + escaped(after);
}

function lost(card: Card): string[] {
  return [
    ...(card.hint === null ? [] : ['hint']),
    ...(card.picture === null ? [] : ['drawing']),
    ...(card.formerly.length === 0 ? [] : ['former ids']),
    ...(card.kind === 'numeric' && card.unit !== null ? ['unit'] : []),
  ];
}

function answersOf(card: Card): Answers {
  switch (card.kind) {
    case 'single':
    case 'several':
      return { lines: optionLines(card) };
    case 'true-false':
      return { lines: truthLines(card) };
    case 'typed':
      return wordingLines(card.wording);
    case 'numeric':
      return numberLines(card);
    case 'match':
      return pairLines(card);
    case 'gap':
      return gapLines(card);
    case 'kprime':
    case 'key-points':
    case 'order':
    case 'flash':
      return { reason: `GIFT has no ${card.kind} cards; export it to Anki or CSV` };
  }
}

function optionLines(card: SingleCard | SeveralCard): string[] {
  const right = card.kind === 'single' ? [card.key] : card.key;
  const wrong = card.options.length - right.length;
  return card.options.map((option, at) => {
    const isRight = right.includes(at);
    const why = card.why[at];
    const feedback = why ? `#${escaped(why)}` : '';
    if (card.kind === 'single')
      return `${isRight ? '=' : '~'}${escapedOption(option, '')}${feedback}`;
    const weight = isRight ? `%${share(right.length)}%` : `%-${share(wrong)}%`;
    return `~${escapedOption(option, weight)}${feedback}`;
  });
}

/** As Moodle knows the parts of the whole: 33.33333. */
function share(parts: number): string {
  return String(Number((100 / parts).toFixed(5)));
}

function truthLines({ key, correction }: TrueFalseCard): string[] {
  return [`${key ? 'TRUE' : 'FALSE'}${correction === null ? '' : `#${escaped(correction)}`}`];
}

/** An asterisk would stand for any words. */
function wordingLines({ accept, reject }: Wording): Answers {
  if ([...accept, ...reject].some((words) => words.includes('->'))) {
    return { reason: 'GIFT reads -> in an answer as a pair; export it to Anki or CSV' };
  }
  const line = (words: string, weight: string): string =>
    `=${escapedOption(words, weight).replaceAll('*', '\\*')}`;
  return {
    lines: [
      ...accept.map((words) => line(words, '')),
      ...reject.map((words) => line(words, '%0%')),
    ],
  };
}

function gapLines({ gaps }: GapCard): Answers {
  const [gap] = gaps;
  if (gap && gaps.length === 1) return wordingLines(gap);
  return { reason: `GIFT has one gap a question, not ${gaps.length}; export it to Anki or CSV` };
}

function numberLines({ key, tolerance }: NumericCard): Answers {
  const [number, range] = [decimal(key), decimal(tolerance)];
  if (number === null || range === null) {
    return { reason: `GIFT cannot write the number ${key}; export it to Anki or CSV` };
  }
  return { lines: [`#${number}:${range}`] };
}

function pairLines({ lefts, rights, key }: MatchCard): Answers {
  if (lefts.some((left) => left.includes('->'))) {
    return { reason: 'GIFT reads -> as the middle of a pair; export it to Anki or CSV' };
  }
  const rightOf = (at: number): string => rights[key[at] ?? -1] ?? '';
  return { lines: lefts.map((left, at) => `=${escaped(left)} -> ${escaped(rightOf(at))}`) };
}
