import { quoted } from './words.ts';

/** Questions of the past, explained to one member. */
export const explainTexts = {
  explain: {
    asked: 'Asked ',
    answerFirst: 'This question is still open: answer it first, then it can be explained to you.',
    withTheReveal: 'You have answered this question: its answer comes with the reveal.',
    inQuiz: 'A live quiz asks this card: it can be explained to you when you know its verdict.',
    noQuestion:
      'That message is no question of a daily: choose one, or type /explain with its number.',
    noneYet: (daily: string) =>
      `${daily} has asked nothing yet: try again after its first question.`,
    noRound: (daily: string, number: number) =>
      `${daily} has no question ${number}: /explain ${daily} alone takes the latest.`,
    noCard: (name: string) =>
      `No question ${quoted(name)} was asked here: give a number such as 12, a daily with a number such as d1 12, or the name of a card.`,
  },
};
