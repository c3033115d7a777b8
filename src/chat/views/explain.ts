import { type Card, isChoice, optionsOf } from '../../core/card.ts';
import type { Round } from '../../core/round.ts';
import type { Texts } from '../texts/index.ts';
import { type Block, type Line, letterOf, type View } from '../view.ts';
import { promptBlocks } from './question.ts';
import { keyInWords } from './response.ts';
import { explanationLines } from './verdict.ts';

/** A question of the past, for the one who asks: what it was, its answer and why. */
export function explainView(
  round: Round & { readonly isVoid?: boolean; readonly rekeys?: number },
  texts: Texts,
): View {
  const { card } = round;
  const about = [
    ...(round.isVoid ? [texts.reveal.void] : []),
    ...(round.rekeys ? [texts.reveal.rekeyed] : []),
  ];
  const options = optionLines(card, texts);
  const key = keyInWords(card, texts).replace(/[.!?]$/, '');
  return {
    tone: 'news',
    title: texts.question.title(round.number, card.topicTitle),
    blocks: [
      ...about.map(text),
      ...promptBlocks(card),
      ...(options.length > 0 ? [{ kind: 'list', items: options } as const] : []),
      text(texts.verdict.key(key)),
      ...explanationLines(card, texts).map(text),
    ],
    ask: null,
    actions: [
      { label: texts.report.button, press: { kind: 'report', round: round.id, reason: null } },
    ],
    footer: [
      texts.explain.asked,
      { kind: 'moment', at: round.openedAt, zone: round.zone },
      ` · ${texts.question.difficulty(card.difficulty)}`,
    ],
  };
}

const text = (line: Line): Block => ({ kind: 'text', line });

/** What there was to choose from. */
function optionLines(card: Card, texts: Texts): string[] {
  if (card.kind === 'true-false') return [];
  if (isChoice(card)) return lettered(optionsOf(card, texts.truth));
  if (card.kind === 'kprime') return lettered(card.statements);
  return [];
}

const lettered = (options: readonly string[]): string[] =>
  options.map((option, at) => `${letterOf(at)}: ${option}`);
