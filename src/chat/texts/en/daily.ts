import { list, plural, quoted } from './words.ts';

/** The dailies of a community, for its organisers. */
export const dailyTexts = {
  daily: {
    setupTitle: 'Set up a daily question',
    editTitle: (daily: string) => `Edit daily ${daily}`,
    fields: {
      when: ['When', 'such as weekdays 09:00, or five cron fields such as 0 9 * * 1-5'] as const,
      zone: ['Time zone', 'an IANA name such as Europe/Zurich'] as const,
      deck: ['Deck', ''] as const,
      term: ['Term', 'first and last day: 2026-10-01..2027-01-31; none: all year'] as const,
      holidays: ['Holidays', 'such as 2026-12-21..2027-01-03, 2027-04-02'] as const,
    },
    decks: (names: readonly string[]) => `one of: ${names.join(', ')}`,
    badZone: (text: string, meant: string | null) =>
      `${quoted(text)} is no time zone${meant ? `: did you mean ${meant}?` : ': write an IANA name such as Europe/Zurich.'}`,
    badDeck: (text: string, decks: readonly string[]) =>
      `There is no deck ${quoted(text)}: there is ${list(decks)}.`,
    badChannel: (text: string) => `${quoted(text)} is no channel: choose one of this community.`,
    inSettings: (daily: string, name: string) =>
      `Daily ${daily} stands in the settings file as ${name}: its operator changes it there.`,
    stillRuns: (daily: string) =>
      `Daily ${daily} still runs: /daily edit ${daily} changes it, and with channel= moves it.`,
    neverWas: (given: string, removed: readonly string[]) =>
      removed.length === 0
        ? `There is no daily ${quoted(given)} to continue: none was removed here.`
        : `There is no daily ${quoted(given)} to continue: those removed are ${list(removed)}.`,
    formPreview: 'If you send this',
    correct: 'Correct it',
    draftGone: 'What you wrote is no longer kept: /daily setup or /daily edit opens a new form.',
    notSetUp: 'Nothing was changed',
    isSetUp: (daily: string) => `Daily ${daily} is set up`,
    isEdited: (daily: string) => `Daily ${daily} is changed`,
    isPaused: (daily: string) => `Daily ${daily} is paused`,
    isResumed: (daily: string) => `Daily ${daily} asks again`,
    isRemoved: (daily: string) => `Daily ${daily} is removed`,
    wasPaused: (daily: string) => `Daily ${daily} is paused already.`,
    wasRunning: (daily: string) => `Daily ${daily} is not paused.`,
    pausedNote: 'Its open question closes now. /daily resume lets it ask again.',
    removedNote: (daily: string) =>
      `Its open question closes now. Points and streaks stay: /daily setup continues=${daily} goes on with them.`,
    summary: (when: string, zone: string, deck: string) =>
      `${when}, ${zone}, from the deck ${deck}`,
    paused: (why: string | undefined) => (why ? ` (paused: ${why})` : ' (paused)'),
    nextRuns: 'It asks next:',
    listTitle: 'Dailies',
    none: 'There is no daily here yet. /daily setup makes one.',
    lossBefore: 'The store was found empty ',
    lossAfter:
      ': dailies, streaks and points from before are lost, unless an operator restores a backup.',
    which: (dailies: readonly string[]) => `Which one? Name it: ${list(dailies)}.`,
    unknown: (given: string, dailies: readonly string[]) =>
      `There is no daily ${quoted(given)}: there is ${list(dailies)}.`,
    changedMeanwhile:
      'Somebody else changed this daily just now. Look at /daily list and try again.',
    postNow: 'Post the first question now',
    nowComing: "Today's question is on its way.",
    nowDone: "Today's question has been posted already. The next one comes at its time.",
    nowPaused: (daily: string) => `Daily ${daily} is paused: /daily resume lets it ask again.`,
    preview: (daily: string) => `Daily ${daily}: the next questions`,
  },

  notice: {
    skipped: (daily: string, day: string) => `Daily ${daily} asked nothing for ${day}`,
    unknown: (daily: string, day: string) =>
      `Daily ${daily}: nobody knows whether the question for ${day} was posted`,
    reason: (reason: string) => `The reason: ${reason}.`,
    neutral: 'It costs nobody a streak.',
    resolve: (daily: string, day: string) =>
      `Look into the channel, then say /daily resolve ${daily} ${day} posted, or missing, or again to have it asked once more.`,
  },

  resolve: {
    none: 'Every question is accounted for',
    nothingToDo: 'There is nothing to resolve.',
    look: 'Look into the channel: does the question stand there?',
    more: (count: number) => `${plural(count, 'more question')} of this kind will follow.`,
    fates: {
      posted: 'It stands',
      missing: 'It does not stand',
      again: 'It does not: ask again',
    },
    done: (daily: string, day: string) => `Daily ${daily}, ${day}: settled`,
    stands: 'The question counts as posted. A miss of it still costs nobody a streak.',
    missing: 'The day counts as one without a question, which costs nobody a streak.',
    again: 'The question is on its way.',
    notRunning:
      'The day counts as one without a question: its daily does not run now, so it is not asked again.',
    dayIsOver:
      'The day counts as one without a question: it is over, so it is not asked again. The next question comes at its time.',
    settled: 'That is settled already: /daily resolve shows what is open.',
    answered: 'Members have answered this question, so it stands: say posted instead.',
    badDay: (text: string) =>
      `${quoted(text)} is no date: write year, month and day, such as 2026-11-23.`,
  },
};
