import { type Card, isChoice, keyOf, optionsOf, SELF_GRADES } from '../../core/card.ts';
import type { Mark } from '../../core/grading.ts';
import { type Answer, type Round, tallyOf } from '../../core/round.ts';
import type { Texts } from '../texts/index.ts';
import { type Bar, type Block, letterOf, type View } from '../view.ts';
import { promptBlocks } from './question.ts';
import { keyInWords } from './response.ts';
import { explanationLines } from './verdict.ts';

type Graded = Pick<Answer, 'response' | 'verdict'>;

/** What the question turns into at its close: how the group answered, the key and why. */
export function revealView(
  round: Round & { readonly isVoid?: boolean; readonly rekeys?: number },
  answers: readonly Answer[],
  texts: Texts,
): View {
  const { card } = round;
  const tally = tallyOf(answers);
  const text = (line: Block & { kind: 'text' }): Block => line;
  const explained = explanationLines(card, texts).map((line) => text({ kind: 'text', line }));
  const key: Block[] = isChoice(card)
    ? []
    : [{ kind: 'text', line: texts.verdict.key(keyInWords(card, texts).replace(/\.$/, '')) }];
  return {
    tone: 'news',
    title: texts.reveal.title(round.number, card.topicTitle),
    blocks: [
      ...(round.rekeys ? [text({ kind: 'text', line: texts.reveal.rekeyed })] : []),
      ...(round.isVoid ? [text({ kind: 'text', line: texts.reveal.void })] : []),
      ...promptBlocks(card),
      { kind: 'bars', bars: barsOf(card, answers, texts), total: tally.answered },
      ...key,
      ...explained,
    ],
    ask: null,
    actions: [],
    footer:
      tally.answered === 0
        ? texts.reveal.nobody
        : card.kind === 'flash'
          ? texts.reveal.graded(tally.answered)
          : texts.reveal.answered(tally.answered, tally.right, tally.partly),
  };
}

/** Options by who picked them, statements by who judged them right; words of members are nobody else's business. */
export function barsOf(card: Card, answers: readonly Graded[], texts: Texts): Bar[] {
  const count = (passes: (answer: Graded) => boolean): number => answers.filter(passes).length;
  if (isChoice(card)) {
    const key = keyOf(card);
    return optionsOf(card, texts.truth).map((option, at) => ({
      label: card.kind === 'true-false' ? option : `${letterOf(at)}: ${option}`,
      count: count(({ response }) => response.kind === 'choice' && response.picks.includes(at)),
      isKey: key.includes(at),
    }));
  }
  if (card.kind === 'kprime') {
    return card.statements.map((statement, at) => ({
      label: `${letterOf(at)}: ${statement}`,
      count: count(
        ({ response }) => response.kind === 'marks' && response.marks[at] === card.key[at],
      ),
      isKey: card.key[at] === true,
    }));
  }
  if (card.kind === 'flash') {
    return SELF_GRADES.map((grade) => ({
      label: texts.selfGrades[grade],
      count: count(({ response }) => response.kind === 'self' && response.grade === grade),
      isKey: false,
    }));
  }
  const marks: readonly Mark[] = ['right', 'partly', 'wrong'];
  return marks.map((mark) => ({
    label: texts.marks[mark],
    count: count(({ verdict }) => verdict.mark === mark),
    isKey: mark === 'right',
  }));
}
