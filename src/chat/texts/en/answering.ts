import type { Mark } from '../../../core/grading.ts';
import { plural } from './words.ts';

const MARKS: Readonly<Record<Mark, string>> = {
  right: 'Right',
  partly: 'Partly right',
  wrong: 'Not this time',
  noted: 'Noted',
};

/** Questions, verdicts and reveals. */
export const answeringTexts = {
  truth: ['True', 'False'] as const,

  marks: MARKS,

  selfGrades: { knew: 'I knew it', partly: 'Partly', no: 'No' },

  question: {
    title: (number: number, topic: string) => `Question ${number} · ${topic}`,
    statement: 'True or false?',
    difficulty: (level: number) => `${'●'.repeat(level)}${'○'.repeat(3 - level)}`,
    closes: ' · closes ',
    answered: (count: number) => ` · ${count} answered`,
    look: 'Show the answer',
    hint: 'Hint',
    hintTitle: (number: number) => `A hint for question ${number}`,
    lookTitle: (number: number) => `The answer to question ${number}`,
    howWell: 'How well did you know it?',
  },

  /** A question that is answered in a form, or by ticking and sending. */
  answerForm: {
    title: 'Your answer',
    open: 'Answer',
    choose: 'Choose',
    send: 'Send',
    cancel: 'Cancel',
    words: 'The answer in a few words',
    sentences: 'The answer in a sentence or two',
    number: (unit: string | null) => (unit === null ? 'A number' : `A number, in ${unit}`),
    gap: (number: number) => `Gap ${number}`,
    place: (number: number) => `Place ${number}`,
    nothingChosen: 'Nothing is ticked yet: tick what is right, then press Send.',
    takenTwice: 'Each one is needed once: this one is chosen above already.',
    empty: 'Write something here: every field counts.',
    tooLate: 'The form took too long to open: press again.',
  },

  verdict: {
    title: (mark: Mark, points: number, worth: number) =>
      mark === 'partly'
        ? `${MARKS.partly}: ${points} of ${plural(worth, 'point')}`
        : mark === 'right'
          ? `${MARKS.right}: +${plural(points, 'point')}`
          : MARKS[mark],
    chose: (words: string) => `You answered: ${words}.`,
    key: (words: string) => `The answer: ${words}.`,
    met: (point: string) => `✓ ${point}`,
    missed: (point: string) => `✗ ${point}`,
    void: 'This question is void: it gives no points, and your streak keeps the credit.',
    gap: (number: number, isRight: boolean) => `Gap ${number}: ${isRight ? 'right' : 'wrong'}`,
    source: (source: string) => `Source: ${source}`,
    earlier: 'You have answered this question; your first answer counts',
    recorded: 'Your answer is recorded',
    later: 'The verdict comes with the reveal, ',
  },

  reveal: {
    title: (number: number, topic: string) => `Question ${number} is closed · ${topic}`,
    void: 'This question is void: it gives no points, and nobody loses a streak over it.',
    rekeyed: 'Its key was put right, and everybody was graded again.',
    nobody: 'Nobody answered this one.',
    graded: (answered: number) => `${plural(answered, 'member')} looked and graded themselves`,
    answered: (answered: number, right: number, partly: number) =>
      `${plural(answered, 'member')} answered, ${right} right${partly > 0 ? `, ${partly} partly` : ''}`,
    correction: (correction: string) => `Put right: ${correction}`,
  },

  /** Opens the talk about a question whose answer is shown. */
  discussion: {
    title: (number: number, topic: string) => `Question ${number} · ${topic}`,
    opening: (number: number) =>
      `Question ${number} is closed. What made it hard, and how would you explain it?`,
  },
};
