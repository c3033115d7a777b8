import type { GIFTQuestion, Matching, Numerical, NumericalFormat, TrueFalse } from 'gift-pegjs';
import { faultOfLefts } from '../card-of-row.ts';
import { filled } from '../filled.ts';
import type { WrittenCard } from '../format.ts';
import { choiceCard, type Turned, wordsCard } from './gift-choices.ts';
import { explained, feedbackOf, wordsOf } from './gift-feedback.ts';
import { unmarked } from './gift-text.ts';

export function turned(question: GIFTQuestion): Turned {
  switch (question.type) {
    case 'MC':
      return choiceCard(question);
    case 'Short':
      return wordsCard(question);
    case 'TF':
      return truthCard(question);
    case 'Numerical':
      return numberCard(question);
    case 'Matching':
      return pairsCard(question);
    case 'Essay':
      return 'an essay has no answer to hold it against; write a key-points or flash card instead';
    case 'Description':
      return 'no answers in braces stand behind the text; add them';
    case 'Category':
      return 'a category holds no question; put it on a line of its own';
  }
}

/** Moodle says the first feedback to who is wrong, the second to who is right. */
function truthCard({ isTrue, trueFeedback, falseFeedback, globalFeedback }: TrueFalse): Turned {
  const [toTheWrong, toTheRight] = [feedbackOf(trueFeedback), feedbackOf(falseFeedback)];
  const said = isTrue ? (toTheRight ?? toTheWrong) : toTheRight;
  return {
    own: filled({
      kind: 'true-false',
      key: isTrue,
      correction: isTrue ? undefined : toTheWrong,
      ...explained(globalFeedback, [said]),
    }),
    notes: [],
  };
}

/** One number, a number and how far from it, or the two ends of a range. */
function numberCard({ choices, globalFeedback }: Numerical): Turned {
  const all = Array.isArray(choices)
    ? choices
    : [{ isCorrect: true, weight: null, text: choices, feedback: null }];
  const numbers = all.filter(({ text }) => text.type !== undefined);
  const [best] = numbers.filter(({ isCorrect, weight }) => isCorrect && (weight ?? 100) >= 100);
  if (!best) return 'no number is right; begin it with =';
  const others = numbers.filter((choice) => choice !== best);
  return {
    own: {
      kind: 'numeric',
      ...rangeOf(best.text),
      ...explained(globalFeedback, [feedbackOf(best.feedback)]),
    },
    notes:
      others.length > 0 ? [`${others.length} more numbers with their points are left out`] : [],
  };
}

function rangeOf(format: NumericalFormat): WrittenCard {
  const { number = 0, range = 0, numberLow = 0, numberHigh = 0 } = format;
  switch (format.type) {
    case 'simple':
      return { key: number };
    case 'range':
      return filled({ key: number, tolerance: range === 0 ? undefined : Math.abs(range) });
    case 'high-low':
      return {
        key: rounded((numberLow + numberHigh) / 2),
        tolerance: rounded(Math.abs(numberHigh - numberLow) / 2),
      };
  }
}

/** The middle of 1.1 and 1.3 is 1.2 for an author, not 1.2000000000000002. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function pairsCard({ matchPairs, globalFeedback }: Matching): Turned {
  const pairs = matchPairs.map(({ subquestion, subanswer }): [string, string] => [
    wordsOf(subquestion),
    unmarked(subanswer),
  ]);
  const whole = pairs.filter(([left]) => left !== '');
  const fault = faultOfLefts(whole.map(([left]) => left));
  if (fault !== null) return fault;
  const spare = pairs.filter(([left]) => left === '').map(([, right]) => right);
  return {
    own: { kind: 'match', pairs: Object.fromEntries(whole), ...explained(globalFeedback, []) },
    notes: spare.map((right) => `the answer ${right} is left out: it belongs to no question`),
  };
}
