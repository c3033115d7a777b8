import { keyOf, optionsOf } from '../../core/card.ts';
import { type Answer, type Round, tallyOf } from '../../core/round.ts';
import type { Texts } from '../texts/index.ts';
import { type Bar, type Block, letterOf, type View } from '../view.ts';
import { explanationLines } from './verdict.ts';

/** What the question turns into at its close: how the group chose, the key and why. */
export function revealView(round: Round, answers: readonly Answer[], texts: Texts): View {
  const { card } = round;
  const options = optionsOf(card, texts.truth);
  const tally = tallyOf(options.length, answers);
  const key = keyOf(card);
  const bars = options.map(
    (option, at): Bar => ({
      label: card.kind === 'true-false' ? option : `${letterOf(at)}: ${option}`,
      count: tally.picks[at] ?? 0,
      isKey: key.includes(at),
    }),
  );
  const explained = explanationLines(card, texts).map((line): Block => ({ kind: 'text', line }));
  return {
    tone: 'news',
    title: texts.reveal.title(round.number, card.topicTitle),
    blocks: [
      { kind: 'text', line: card.prompt },
      { kind: 'bars', bars, total: tally.answered },
      ...explained,
    ],
    ask: null,
    actions: [],
    footer:
      tally.answered === 0
        ? texts.reveal.nobody
        : texts.reveal.answered(tally.answered, tally.right, tally.partly),
  };
}
