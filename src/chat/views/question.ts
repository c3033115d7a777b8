import { optionsOf, picksAllowed } from '../../core/card.ts';
import type { Round } from '../../core/round.ts';
import type { Texts } from '../texts/index.ts';
import type { Block, View } from '../view.ts';

/** The posted question. Nothing in it depends on the key. */
export function questionView(round: Round, texts: Texts): View {
  const { card } = round;
  const text = (line: string): Block => ({ kind: 'text', line });
  const blocks = [text(card.prompt)];
  if (card.kind === 'true-false') blocks.unshift(text(texts.question.statement));
  return {
    tone: 'question',
    title: texts.question.title(round.number, card.topicTitle),
    blocks,
    ask: { round: round.id, picks: picksAllowed(card), options: optionsOf(card, texts.truth) },
    actions: [],
    footer: [
      texts.question.difficulty(card.difficulty),
      texts.question.closes,
      { kind: 'moment', at: round.closesAt, zone: round.zone },
    ],
  };
}
