import { type Card, keyOf, optionsOf } from '../../core/card.ts';
import { type Mark, pointsFor } from '../../core/grading.ts';
import type { Answer, Round } from '../../core/round.ts';
import type { Streak } from '../../core/streak.ts';
import type { Texts } from '../texts/index.ts';
import { type Line, letterOf, type Tone, textView, type View } from '../view.ts';

const TONES: Readonly<Record<Mark, Tone>> = { right: 'right', partly: 'partly', wrong: 'wrong' };

/** `B (VMCS)`, or `A and C` where there is more than one: the options' own words would be too long. */
function picksInWords(card: Card, picks: readonly number[], texts: Texts): string {
  const options = optionsOf(card, texts.truth);
  if (card.kind === 'true-false') return options[picks[0] ?? 0] ?? '';
  const first = picks[0];
  if (picks.length === 1 && first !== undefined) return `${letterOf(first)}: ${options[first]}`;
  return picks.map(letterOf).join(', ');
}

/** Why the wrong ones among the picks are wrong. */
function corrections(card: Card, picks: readonly number[]): string[] {
  if (card.kind === 'true-false') return [];
  return picks.flatMap((pick) => {
    const why = card.why[pick];
    return why ? [card.kind === 'several' ? `${letterOf(pick)}: ${why}` : why] : [];
  });
}

/** Why the key is right, with its source: what a verdict and a reveal have in common. */
export function explanationLines(card: Card, texts: Texts): Line[] {
  const correction =
    card.kind === 'true-false' && card.correction ? [texts.reveal.correction(card.correction)] : [];
  return [...correction, card.explanation, texts.verdict.source(card.source)];
}

function ended(line: string): string {
  return /[.!?]$/.test(line) ? line.slice(0, -1) : line;
}

function verdictLines(card: Card, answer: Answer, texts: Texts): Line[] {
  const { picks } = answer.response;
  const chosen = texts.verdict.chose(ended(picksInWords(card, picks, texts)));
  const lines: Line[] = [chosen, ...corrections(card, picks)];
  if (answer.verdict.mark !== 'right') {
    lines.push(texts.verdict.key(ended(picksInWords(card, keyOf(card), texts))));
  }
  return [...lines, ...explanationLines(card, texts)];
}

/** What only the answerer reads: right or wrong, why, and what became of the streak. */
export function verdictView(
  round: Round,
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
  const view = textView(TONES[mark], texts.verdict.title(mark, answer.points, worth), ...lines);
  return { ...view, footer: texts.streak.line(streak.current, streak.freezes) };
}

/** Where the verdict waits for the reveal: the answer is in, and nothing tells what it is worth. */
export function recordedView(round: Round, answer: Answer, texts: Texts, repeated: boolean): View {
  const chosen = ended(picksInWords(round.card, answer.response.picks, texts));
  return textView(
    'news',
    repeated ? texts.verdict.earlier : texts.verdict.recorded,
    texts.verdict.chose(chosen),
    [texts.verdict.later, { kind: 'moment', at: round.closesAt, zone: round.zone }, '.'],
  );
}
