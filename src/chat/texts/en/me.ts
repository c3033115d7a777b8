import { list, plural } from './words.ts';

/** What members keep and change about themselves. */
export const meTexts = {
  reminder: {
    title: (rounds: number) => `Your streak of ${plural(rounds, 'round')} is waiting`,
    closes: (number: number) => `Question ${number} closes `,
    answer: ': answer it in its channel.',
    covered: 'If you miss it, a freeze keeps your streak.',
    lost: 'If you miss it, your streak ends.',
    off: '/me reminders off ends these messages: type it in the channel.',
  },

  me: {
    remindersOn: 'Reminders are on',
    remindersOnNote:
      'You get one private message before a question closes that you have not answered, if a streak is at stake. /me reminders off ends them.',
    kept: (answers: number, streaks: number, rows: number) =>
      `Kept about you: ${list([plural(answers, 'answer'), plural(streaks, 'streak'), plural(rows, 'row')])} on leaderboards, and your settings.`,
    nothingKept: 'Nothing is kept about you here',
    nothingKeptNote: 'It begins with your first answer.',
    exportTitle: 'Your data here',
    exportNote: 'The file holds all of it. /me erase removes it.',
    withTheReveal: 'comes with the reveal',
    eraseTitle: 'Erase everything about you here?',
    eraseStays:
      'The counts under past questions stay, without names, and so do messages in the channel.',
    eraseIsFinal: 'It cannot be undone: /me export gives you a copy first.',
    eraseButton: 'Erase everything',
    eraseUntil: (minutes: number) => `The button works for ${plural(minutes, 'minute')}.`,
    eraseTooLate: 'This button is too old: /me erase gives you a new one.',
    erased: 'Everything about you here is erased',
    erasedNote: 'You can begin anew: your answers count again in two minutes.',
    remindersOff: 'Reminders are off',
    remindersOffNote:
      '/me reminders on brings one private message before a question closes that you have not answered, if a streak is at stake.',
  },
};
