import type { Round } from '../../core/round.ts';
import type { Texts } from '../texts/index.ts';
import { type Line, textView, type View } from '../view.ts';
import { questionView } from './question.ts';

/** An open question as it concerns its reader. */
export interface OpenQuestion {
  readonly round: Round;
  readonly isAnswered: boolean;
}

/** The first open question that its reader has not answered, with the means to do so; else how things stand. */
export function todayView(questions: readonly OpenQuestion[], texts: Texts): View {
  const [first, ...others] = questions.filter(({ isAnswered }) => !isAnswered);
  if (first === undefined) return nothingToAnswer(questions, texts);
  const view = questionView(first.round, texts);
  if (others.length === 0) return view;
  const names = others.map(({ round }) => texts.today.numbered(round.daily, round.number));
  return { ...view, blocks: [...view.blocks, { kind: 'text', line: texts.today.more(names) }] };
}

function nothingToAnswer(questions: readonly OpenQuestion[], texts: Texts): View {
  const lines = questions.map(({ round }): Line => {
    const closes = { kind: 'moment', at: round.closesAt, zone: round.zone } as const;
    return [texts.today.answered(round.number), closes, '.'];
  });
  if (lines.length > 0) return textView('news', texts.today.title, ...lines);
  return textView('news', texts.today.title, texts.today.none, texts.today.elsewhere);
}
