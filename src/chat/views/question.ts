import { type Card, isChoice, optionsOf, picksAllowed } from '../../core/card.ts';
import { daysToExam } from '../../core/course.ts';
import type { Round } from '../../core/round.ts';
import type { Texts } from '../texts/index.ts';
import type { Action, Block, Input, View } from '../view.ts';

/** What the card asks members for. */
export function inputOf(card: Card, texts: Texts): Input {
  if (isChoice(card)) {
    return { kind: 'picks', picks: picksAllowed(card), options: optionsOf(card, texts.truth) };
  }
  switch (card.kind) {
    case 'kprime':
      return { kind: 'marks', statements: card.statements };
    case 'typed':
      return { kind: 'texts', asks: 'words', count: 1, unit: null };
    case 'key-points':
      return { kind: 'texts', asks: 'sentences', count: 1, unit: null };
    case 'numeric':
      return { kind: 'texts', asks: 'number', count: 1, unit: card.unit };
    case 'gap':
      return { kind: 'texts', asks: 'gaps', count: card.gaps.length, unit: null };
    case 'order':
      return { kind: 'order', items: card.items };
    case 'match':
      return { kind: 'match', lefts: card.lefts, rights: card.rights };
    case 'flash':
      return { kind: 'self' };
  }
}

/** `The {1} holds …` as members read it. */
function promptOf(card: Card): string {
  return card.kind === 'gap' ? card.prompt.replace(/\{(\d)\}/g, '___($1)') : card.prompt;
}

/** The prompt with its picture, as the question and the reveal show it. */
export function promptBlocks(card: Card): Block[] {
  const prompt: Block = { kind: 'text', line: promptOf(card) };
  if (!card.picture) return [prompt];
  return [prompt, { kind: 'picture', deck: card.deck, ...card.picture }];
}

/** The posted question; from the first answer on it counts them. Nothing in it depends on the key. */
export function questionView(round: Round, texts: Texts, answered = 0): View {
  const { card } = round;
  const blocks = promptBlocks(card);
  if (card.kind === 'true-false') {
    blocks.unshift({ kind: 'text', line: texts.question.statement });
  }
  const actions: Action[] = [];
  if (card.kind === 'flash') {
    actions.push({ label: texts.question.look, press: { kind: 'look', round: round.id } });
  }
  if (card.hint !== null) {
    actions.push({ label: texts.question.hint, press: { kind: 'hint', round: round.id } });
  }
  return {
    tone: 'question',
    title: texts.question.title(round.number, card.topicTitle),
    blocks,
    ask: { round: round.id, ...inputOf(card, texts) },
    actions,
    footer: [
      texts.question.difficulty(card.difficulty),
      texts.question.closes,
      { kind: 'moment', at: round.closesAt, zone: round.zone },
      ...countdown(round, texts),
      ...(answered > 0 ? [texts.question.answered(answered)] : []),
    ],
  };
}

function countdown({ exam, day }: Round, texts: Texts): string[] {
  const days = daysToExam(exam, day);
  return days === null ? [] : [` · ${texts.course.countdown(days)}`];
}
