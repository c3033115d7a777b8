import type { MultipleChoice, ShortAnswer, TextChoice } from 'gift-pegjs';
import { LETTERS } from '../../options.ts';
import { filled } from '../filled.ts';
import type { WrittenCard } from '../format.ts';
import { explained, feedbackOf, wordsOf } from './gift-feedback.ts';
import { unmarked } from './gift-text.ts';

/** What a question says of a card beside its prompt, or why it can be none. */
export type Turned = { readonly own: WrittenCard; readonly notes: readonly string[] } | string;

const FULL = 100;

/** Options with and without weights, of which one or several are right. */
export function choiceCard({ choices, globalFeedback }: MultipleChoice): Turned {
  if (choices.length > LETTERS.length) {
    return `the question has ${choices.length} options; at most ${LETTERS.length} are possible`;
  }
  const right = rightOnes(choices);
  if (right.length === 0) return 'no option is right; begin the right one with =';
  const letterOf = (choice: TextChoice): string => LETTERS[choices.indexOf(choice)] ?? '';
  const reasons = choices.flatMap((choice): [string, string][] => {
    const words = right.includes(choice) ? undefined : feedbackOf(choice.feedback);
    return words === undefined ? [] : [[letterOf(choice), words]];
  });
  const letters = right.map(letterOf);
  return {
    own: filled({
      kind: right.length > 1 ? 'several' : 'single',
      options: Object.fromEntries(
        choices.map((choice) => [letterOf(choice), wordsOf(choice.text)]),
      ),
      key: right.length > 1 ? letters : letters[0],
      why: reasons.length > 0 ? Object.fromEntries(reasons) : undefined,
      ...explained(
        globalFeedback,
        right.map(({ feedback }) => feedbackOf(feedback)),
      ),
    }),
    notes: partialNotes(choices.filter((choice) => isPartial(choice) && !right.includes(choice))),
  };
}

/** Those marked with =; without any, those with a share of the points. */
function rightOnes(choices: readonly TextChoice[]): TextChoice[] {
  const marked = choices.filter(
    ({ isCorrect, weight }) => isCorrect && (weight === null || weight > 0),
  );
  return marked.length > 0 ? marked : choices.filter(({ weight }) => weight !== null && weight > 0);
}

function isPartial({ weight }: TextChoice): boolean {
  return weight !== null && weight > 0 && weight < FULL;
}

function partialNotes(choices: readonly TextChoice[]): string[] {
  if (choices.length === 0) return [];
  const texts = choices.map(({ text }) => wordsOf(text));
  return [`part of the points is left out for ${texts.join(', ')}`];
}

/** Words that are right, and with a weight of 0 words that are wrong; `*` alone means everything else. */
export function wordsCard({ choices, globalFeedback, hasEmbeddedAnswers }: ShortAnswer): Turned {
  const answers = choices.map((choice) => ({ ...choice, words: unmarked(choice.text.text) }));
  const literal = answers.filter(({ words }) => !/(?<!\\)\*/.test(words));
  const accepted = literal.filter(({ weight }) => weight === null || weight >= FULL);
  const rejected = literal.filter(({ weight }) => weight !== null && weight <= 0);
  const starred = ({ words }: { words: string }): string => words.replaceAll('\\*', '*');
  const wording = filled({ accept: accepted.map(starred), reject: rejected.map(starred) });
  const wild = answers.filter((answer) => !literal.includes(answer) && answer.words !== '*');
  const said = accepted.map(({ feedback }) => feedbackOf(feedback));
  return {
    own: {
      ...(hasEmbeddedAnswers ? { kind: 'gap', gaps: [wording] } : { kind: 'typed', ...wording }),
      ...explained(globalFeedback, said),
    },
    notes: [
      ...partialNotes(literal.filter(isPartial)),
      ...wild.map(({ words }) => `the answer ${words} is left out: it stands for many`),
    ],
  };
}
