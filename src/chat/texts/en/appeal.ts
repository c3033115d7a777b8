import { REPORT_REASONS, type ReportReason } from '../../../core/report.ts';
import type { Standing } from '../../../core/ruling.ts';
import { list, plural, quoted } from './words.ts';

const REASONS: Readonly<Record<ReportReason, string>> = {
  key: 'Wrong key',
  unclear: 'Unclear',
  easy: 'Too easy',
  hard: 'Too hard',
  other: 'Something else',
};

const STANDINGS: Readonly<Record<Standing, string>> = {
  applies: 'counts here',
  merged: 'the deck accepts it by now',
  stale: 'stale: the deck changed its key since, so later questions do not take it up',
  gone: 'its card is no longer in the deck; questions already asked keep it',
};

const counted = (reasons: ReadonlyMap<ReportReason, number>): string =>
  REPORT_REASONS.filter((reason) => reasons.has(reason))
    .map((reason) => `${REASONS[reason].toLowerCase()} ${reasons.get(reason)}`)
    .join(', ');

/** Appeals, reports and what organisers see of both. */
export const appealTexts = {
  appeal: {
    button: 'I was right',
    title: 'Your appeal is with the organisers',
    sent: (words: readonly string[]) =>
      `They decide whether ${list(words.map(quoted))} counts as right, and you get a message then.`,
    notTyped: 'Only answers in your own words can be appealed: report the question instead.',
    notAnswered: 'You have not answered this question, so there is nothing to appeal.',
    isRight: 'Your answer counts as right already.',
    noWords: 'There are no words in your answer that could count: report the question instead.',
    isVoid: 'This question is void: it gives no points, and your streak keeps the credit.',
    later: 'The verdict comes with the reveal: press this again then.',
    afterTheQuiz:
      'Right or wrong comes at the end of the quiz: What I missed has this button then.',
    rejected: (words: readonly string[]) =>
      `The organisers have looked at ${list(words.map(quoted))}: it stays as it was graded.`,
    acceptedTitle: 'Your answer counts as right',
    accepted: (words: readonly string[]) =>
      `The organisers have accepted ${list(words.map(quoted))}: points and streak are counted anew.`,
    acceptedInStudy: (words: readonly string[]) =>
      `The organisers have accepted ${list(words.map(quoted))}: it counts as right from now on, and your review goes by it.`,
    toldRejectedTitle: 'Your appeal was decided',
    question: (prompt: string) => `The question: ${prompt}`,
  },

  ruling: {
    none: 'No appeal waits to be decided',
    howTheyCome:
      'A member who thinks that their typed answer was right can say so under its verdict.',
    title: (number: number) => `Appeal ${number}: was this right?`,
    noticeTitle: (question: number) => `Somebody appeals question ${question}`,
    noticeOfCard: (card: string) => `Somebody appeals an answer to the card ${card}`,
    hidden: 'Its key is kept from you until you have answered the question or it is closed.',
    cardGone: 'Its card is no longer in the deck.',
    answer: (words: string) => `The answer: ${words}`,
    gap: (gap: number, words: string) => `The answer in gap ${gap}: ${words}`,
    key: (words: string) => `The key: ${words}`,
    decideIn: (number: number) =>
      `/deck rulings decides it, with appeal ${number}: type it in the channel.`,
    more: (count: number) => `${plural(count, 'more appeal')} ${count === 1 ? 'waits' : 'wait'}.`,
    unseen: (count: number) =>
      `${plural(count, 'appeal')} ${count === 1 ? 'is' : 'are'} about an open question that you have not answered: ${count === 1 ? 'it is' : 'they are'} shown when you have, or at its close.`,
    waiting: (count: number) =>
      `${plural(count, 'appeal')} ${count === 1 ? 'waits' : 'wait'}: /deck rulings decides.`,
    accept: 'Accept',
    reject: 'Reject',
    decided: 'Decided before, the latest first:',
    line: (number: number, words: string, card: string, accepted: Standing | null) =>
      `${number}: ${quoted(words)} on ${card}, ${accepted === null ? 'rejected' : `accepted, ${STANDINGS[accepted]}`}`,
    hiddenLine: (number: number, card: string) =>
      `${number}: on ${card}; its answer is shown when you have answered the open question, or at its close`,
    acceptedTitle: (number: number) => `Appeal ${number}: the answer is accepted`,
    rejectedTitle: (number: number) => `Appeal ${number}: the answer stays wrong`,
    rejectedNote: 'Whoever appealed is told so.',
    rescored: (members: number) =>
      members === 0
        ? 'No answer had to be graded again.'
        : `${plural(members, 'answer')} ${members === 1 ? 'counts' : 'count'} as right now, and ${members === 1 ? 'its member is' : 'their members are'} told.`,
    fromNowOn: 'Equal answers count from now on.',
    wasDecided: (number: number, words: string, isAccepted: boolean) =>
      `Appeal ${number} was decided before: ${quoted(words)} ${isAccepted ? 'is accepted' : 'stays wrong'}.`,
    wasDecidedHidden: (number: number) =>
      `Appeal ${number} was decided before: /deck rulings shows how when you have answered the open question, or at its close.`,
    unknown: (text: string) =>
      `There is no appeal ${quoted(text)}: /deck rulings shows those that are open.`,
    incomplete:
      'Write both, the number of the appeal and how you decide, such as: appeal=3 as=accept.',
  },

  report: {
    button: 'Report this question',
    title: 'What is wrong with this question?',
    note: 'The organisers and the authors of the deck see the counts, not who reported.',
    reasons: REASONS,
    done: (reason: ReportReason) => `Reported: ${REASONS[reason].toLowerCase()}`,
    thanks: 'Thank you. Another choice takes the place of this one.',
  },

  deck: {
    title: 'The decks here',
    deck: (title: string, id: string, cards: number, topics: number) =>
      `${title} (${id}): ${plural(cards, 'card')} in ${plural(topics, 'topic')}`,
    reported: (cards: number) =>
      `${plural(cards, 'card')} ${cards === 1 ? 'was' : 'were'} reported: /deck reports shows why.`,
    reportsTitle: 'Reported questions',
    noReports: 'Nobody has reported a question here.',
    report: (card: string, deck: string, reasons: ReadonlyMap<ReportReason, number>) =>
      `${card} (${deck}): ${counted(reasons)}`,
    moreReports: (count: number) =>
      `${plural(count, 'more card')} ${count === 1 ? 'was' : 'were'} reported.`,
  },
};
