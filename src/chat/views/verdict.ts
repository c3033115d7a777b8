import type { Card } from '../../core/card.ts';
import { type Mark, pointsFor } from '../../core/grading.ts';
import type { RoundId } from '../../core/ids.ts';
import type { Answer, Round } from '../../core/round.ts';
import { isTyped } from '../../core/ruling.ts';
import type { Streak } from '../../core/streak.ts';
import type { Texts } from '../texts/index.ts';
import { type Action, type Line, type Tone, textView, type View } from '../view.ts';
import { keyInWords, remarksOn, responseInWords } from './response.ts';

/** How a view of each mark feels. */
export const TONES: Readonly<Record<Mark, Tone>> = {
  right: 'right',
  partly: 'partly',
  wrong: 'wrong',
  noted: 'news',
};

/** Why the key is right, with its source: what a verdict and a reveal have in common. */
export function explanationLines(card: Card, texts: Texts): Line[] {
  const correction =
    card.kind === 'true-false' && card.correction ? [texts.reveal.correction(card.correction)] : [];
  return [...correction, card.explanation, texts.verdict.source(card.source)];
}

function ended(line: string): string {
  return /[.!?]$/.test(line) ? line.slice(0, -1) : line;
}

/** What was answered, what of it was right, the key, and why. */
export function verdictLines(
  card: Card,
  answer: Pick<Answer, 'response' | 'verdict'>,
  texts: Texts,
): Line[] {
  const { response, verdict } = answer;
  const lines: Line[] = [texts.verdict.chose(ended(responseInWords(card, response, texts)))];
  lines.push(...remarksOn(card, response, texts));
  // Whoever graded a flash card has just read its answer.
  const knowsKey = verdict.mark === 'right' || card.kind === 'flash' || card.kind === 'key-points';
  if (!knowsKey) lines.push(texts.verdict.key(ended(keyInWords(card, texts))));
  return [...lines, ...explanationLines(card, texts)];
}

/** What only the answerer reads: right or wrong, why, and what became of the streak. */
export function verdictView(
  round: Round & { readonly isVoid?: boolean },
  answer: Answer,
  streak: Streak,
  texts: Texts,
  repeated: boolean,
): View {
  const { mark } = answer.verdict;
  const worth = pointsFor(round.card.difficulty, 1);
  const lines = verdictLines(round.card, answer, texts);
  if (repeated) lines.unshift(`${texts.verdict.earlier}.`);
  else if (streak.covered.length > 0) lines.push(texts.streak.covered(streak.covered));
  if (round.isVoid) lines.push(texts.verdict.void);
  const title = round.isVoid ? texts.marks[mark] : texts.verdict.title(mark, answer.points, worth);
  const view = textView(TONES[mark], title, ...lines);
  const mayAppeal = !round.isVoid && isDisputable(round.card, answer);
  return {
    ...view,
    actions: verdictActions(round.id, mayAppeal, texts),
    footer: texts.streak.line(streak.current, streak.freezes),
  };
}

/** True where a member may say that they were right: their own words, and not taken for right. */
export function isDisputable(card: Card, { verdict }: Pick<Answer, 'verdict'>): boolean {
  return isTyped(card) && verdict.mark !== 'right';
}

/** What a member can say to a verdict. @param about stands behind each label, where a view has several verdicts */
export function verdictActions(
  round: RoundId,
  mayAppeal: boolean,
  texts: Texts,
  about = '',
): Action[] {
  const appeal: Action = {
    label: `${texts.appeal.button}${about}`,
    press: { kind: 'appeal', round },
  };
  const report: Action = {
    label: `${texts.report.button}${about}`,
    press: { kind: 'report', round, reason: null },
  };
  return mayAppeal ? [appeal, report] : [report];
}

/** Where the verdict waits for the reveal: the answer is in, and nothing tells what it is worth. */
export function recordedView(round: Round, answer: Answer, texts: Texts, repeated: boolean): View {
  const chosen = ended(responseInWords(round.card, answer.response, texts));
  const view = textView(
    'news',
    repeated ? texts.verdict.earlier : texts.verdict.recorded,
    texts.verdict.chose(chosen),
    [texts.verdict.later, { kind: 'moment', at: round.closesAt, zone: round.zone }, '.'],
  );
  // Whatever the verdict is, so that the button tells nothing of it; it works after the close.
  return { ...view, actions: verdictActions(round.id, isTyped(round.card), texts) };
}
