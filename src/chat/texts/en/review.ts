import { list, plural } from './words.ts';

const later = (days: number): string => (days === 1 ? 'tomorrow' : `in ${days} days`);

/** Questions that a member puts to themselves: solo quizzes and reviews. */
export const reviewTexts = {
  own: {
    lookTitle: 'The answer',
    hintTitle: 'A hint',
    next: 'Next question',
    gone: 'This question is no longer open: /review or /quiz solo shows the one that is.',
    openElsewhere:
      'This card is in an open question of the channel now: answer that one first, and go on here with the next.',
    earlier: 'You have answered this one; your first answer counts',
  },

  solo: {
    title: (number: number, of: number, topic: string) => `Solo quiz ${number} of ${of} · ${topic}`,
    place: (number: number, of: number) => `Solo quiz · ${number} of ${of}`,
    refused: 'The solo quiz did not start',
    badCount: (given: string, most: number) =>
      `${JSON.stringify(given)} is no number of questions: write one from 1 to ${most}.`,
    noDeck: (given: string, meant: string | null, known: readonly string[]) =>
      `There is no deck ${JSON.stringify(given)}: ${meant ? `did you mean ${meant}?` : `there is ${list(known)}.`}`,
    noTopic: (given: string, deck: string, near: readonly string[]) =>
      `There is no topic ${JSON.stringify(given)} in ${deck}: try ${list(near)}.`,
    noCards:
      'Every card of it is in an open question now: answer that first, or choose another topic.',
    overTitle: (right: number, of: number) => `Your solo quiz is over: ${right} of ${of} right`,
    partly: (partly: number) => `${partly} partly right.`,
    allRight: 'All of it right: nothing to repeat.',
    missed: 'These come back in /review:',
    again: 'Go over them in /review, or begin another /quiz solo.',
  },

  review: {
    title: (topic: string) => `Review · ${topic}`,
    ratings: { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' },
    due: (cards: number) => `${plural(cards, 'card')} due`,
    left: (cards: number) => `${cards} more today`,
    comesBack: (days: number) => `This card comes back ${later(days)}.`,
    undo: 'Undo',
    undoTooLate:
      'Only the answer to the latest card can be taken back: /review shows the next one.',
    done: 'Nothing is due now',
    doneToday: (cards: number) => `You reviewed ${plural(cards, 'card')} today.`,
    nextDue: (days: number, cards: number) =>
      `${plural(cards, 'card comes', 'cards come')} next, ${later(days)}.`,
    nothingYet: 'Your review is empty',
    nothingYetNote: 'Answer questions, or take a /quiz solo: what you miss comes back here.',
    limit: (cards: number) => `That was your ${plural(cards, 'card')} for today`,
    limitNote: (cards: number) =>
      `${plural(cards, 'card waits', 'cards wait')} for tomorrow, so that a day of review stays short.`,
    leech: (lapses: number) =>
      `You have forgotten this card ${plural(lapses, 'time')}: read why, and look it up in its source.`,
    leeches: 'Hard for you: read these again.',
    leechOf: (prompt: string, explanation: string, source: string) =>
      `${prompt} · ${explanation} Source: ${source}`,
  },
};
