import { list, quoted } from './words.ts';

/** The bot itself: its help and its refusals. */
export const botTexts = {
  help: {
    title: 'Hypercall',
    intro:
      'One question every study day: answer in private, keep your streak, meet the others on the leaderboard.',
    aCommand: (path: string) => `/${path}`,
    optional: (name: string) => `[${name}]`,
    organisersOnly: 'For organisers.',
    unknown: (topic: string, meant: string | null) =>
      `There is no help on ${quoted(topic)}${meant ? `: did you mean /help ${meant}?` : ': /help lists the commands.'}`,
  },

  discord: {
    key: 'right',
    you: 'you',
    answer: 'Answer',
    chooseOne: 'Choose an answer',
    chooseAll: 'Choose all that are right',
    title: 'Your answer',
    inWords: 'In a few words',
    inSentences: 'In a sentence or two',
    inNumbers: (unit: string | null) => (unit === null ? 'A number' : `A number, in ${unit}`),
    gap: (number: number) => `Gap ${number}`,
    place: (number: number) => `Place ${number}`,
    partner: (number: number) => `Partner of ${number}`,
    onceEach: 'Each item belongs to one place: press Answer and choose each of them once.',
    notOurs: 'This button is no longer in use: use one of a newer message.',
    unreadable: 'What you filled in could not be read: press the button again.',
    onlyInServers: 'Hypercall works in the channels of a server, not here.',
    tooSlow: 'The form could not be opened in time: type the command again in a moment.',
    may: (rights: readonly string[]) =>
      `Hypercall may not post here yet: give it ${list(rights)} in this channel, then type the command again.`,
  },

  refusal: {
    title: 'That did not work',
    closed:
      'This question is closed: its answer is shown above it. The next one comes at its time.',
    notAChoice: 'That is not one of the choices of this question: choose one of its letters.',
    gone: 'Nothing is known of this question any more. The next one comes at its time.',
    erasing: 'What is kept about you is being erased: answer again in two minutes.',
    organisersOnly:
      'Only organisers can do that: members who may manage this channel, or whom they appointed.',
    tryAgain: 'The store does not answer. Nothing is lost: try again in a moment.',
    notConfirmed: "I can't confirm your answer yet; press again, the first recorded one counts.",
    fault: 'Something went wrong on our side. It is written down; try again in a moment.',
  },
};
