import type { Mark } from '../../core/grading.ts';
import type { Window } from '../../core/standings.ts';
import { courseTexts, whenTexts } from './en-schedule.ts';

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const list = (items: readonly (string | number)[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const WINDOWS: Readonly<Record<Window, string>> = {
  week: 'this week',
  month: 'this month',
  term: 'this term',
  all: 'all time',
};

const MARKS: Readonly<Record<Mark, string>> = {
  right: 'Right',
  partly: 'Partly right',
  wrong: 'Not this time',
  noted: 'Noted',
};

/** Everything that members and organisers read, in English. */
export const en = {
  truth: ['True', 'False'] as const,
  marks: MARKS,
  selfGrades: { knew: 'I knew it', partly: 'Partly', no: 'No' },

  question: {
    title: (number: number, topic: string) => `Question ${number} · ${topic}`,
    statement: 'True or false?',
    difficulty: (level: number) => `${'●'.repeat(level)}${'○'.repeat(3 - level)}`,
    closes: ' · closes ',
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

  streak: {
    title: (rounds: number) =>
      rounds === 0 ? 'No streak yet' : `Streak: ${plural(rounds, 'round')}`,
    line: (rounds: number, freezes: number) =>
      `Streak ${rounds}${freezes > 0 ? ` · ${plural(freezes, 'freeze')} in hand` : ''}`,
    longest: (rounds: number) => `Your longest is ${rounds}.`,
    freezes: (held: number, most: number, toGo: number) =>
      held >= most
        ? `Freezes in hand: ${held}, the most one can hold.`
        : `Freezes in hand: ${held}. The next one comes after ${plural(toGo, 'more round')}.`,
    covered: (rounds: readonly number[]) =>
      `${rounds.length === 1 ? 'A freeze' : 'Freezes'} covered question ${list(rounds)}.`,
    waiting: (rounds: readonly number[]) =>
      `You missed question ${list(rounds)}: your next answer uses ${plural(rounds.length, 'freeze')} and keeps the streak.`,
    broken: (longest: number) =>
      `Your last streak ended with a missed question. The next answer starts a new one; your longest is ${longest}.`,
    none: 'Answer the next question to begin one.',
    answered: "Today's question is answered.",
    open: "Today's question is waiting for you.",
    daily: (daily: string) => `Daily ${daily}`,
    share: 'Share',
    shared: (rounds: number) => ` has a streak of ${plural(rounds, 'round')}.`,
    nothingToShare: 'There is no streak to share yet: answer a question first.',
  },

  board: {
    title: (parts: readonly string[]) => ['Leaderboard', ...parts].join(' · '),
    spans: WINDOWS,
    week: (monday: string) => `the week of ${monday}`,
    dates: (first: string, last: string) => `${first} to ${last}`,
    by: { points: null, streak: 'streaks', accuracy: 'accuracy' },
    scopes: { community: null, channel: 'this channel' },
    empty: {
      points: 'No points yet: they appear when a question closes.',
      streak: 'Nobody has a streak yet: a question that is answered counts when it closes.',
      accuracy:
        'Nobody is listed yet: it takes answers to at least half of the closed questions of this span.',
    },
    values: {
      points: (value: number) => plural(value, 'point'),
      streak: (value: number) => plural(value, 'round'),
      accuracy: (value: number) => `${value} % right`,
    },
    members: (total: number) => plural(total, 'member'),
    previous: 'Previous',
    next: 'Next',
    whereAmI: 'Where am I?',
    notListed: {
      points:
        'You have no points in this span yet: a question that you answered counts when it closes.',
      streak: 'You have no streak yet: a question that you answered counts when it closes.',
      accuracy:
        'You are not listed: it takes answers to at least half of the closed questions of this span.',
    },
    hidden: 'You are hidden: only you see your row, and /me show lists you again.',
    improved: 'Most improved this week: ',
    improvedMore: ' and others',
    rise: (points: number) => ` (+${plural(points, 'point')} on last week)`,
    badDates: (text: string) =>
      `${JSON.stringify(text)} is no span of dates: write the first and the last day, such as 2026-10-01..2026-12-20.`,
    backwards: (text: string) =>
      `${JSON.stringify(text)} ends before it begins: write the earlier day first.`,
    noTerm: 'No daily here has a term: choose week, month or all, or name the dates.',
  },

  hide: {
    hidden: 'You are hidden',
    hiddenNote:
      'The leaderboards no longer list or count you; "Where am I?" shows you, and nobody else, the rank that you would have.',
    shown: 'You are listed again',
    shownNote: 'The leaderboards list you with all your points.',
    already: 'You are hidden already: /me show lists you again.',
    notHidden: 'You are not hidden: /me hide takes you off the leaderboards.',
  },

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
      `${JSON.stringify(text)} is no time zone${meant ? `: did you mean ${meant}?` : ': write an IANA name such as Europe/Zurich.'}`,
    badDeck: (text: string, decks: readonly string[]) =>
      `There is no deck ${JSON.stringify(text)}: there is ${list(decks)}.`,
    badChannel: (text: string) =>
      `${JSON.stringify(text)} is no channel: choose one of this community.`,
    inSettings: (daily: string, name: string) =>
      `Daily ${daily} stands in the settings file as ${name}: its operator changes it there.`,
    stillRuns: (daily: string) =>
      `Daily ${daily} still runs: /daily edit ${daily} changes it, and with channel= moves it.`,
    neverWas: (given: string, removed: readonly string[]) =>
      removed.length === 0
        ? `There is no daily ${JSON.stringify(given)} to continue: none was removed here.`
        : `There is no daily ${JSON.stringify(given)} to continue: those removed are ${list(removed)}.`,
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
      `There is no daily ${JSON.stringify(given)}: there is ${list(dailies)}.`,
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
      `${JSON.stringify(text)} is no date: write year, month and day, such as 2026-11-23.`,
  },

  correction: {
    badRound: (text: string) =>
      `${JSON.stringify(text)} is no number of a question: write one such as 12.`,
    noRound: (daily: string, number: number, latest: number) =>
      `Daily ${daily} has no question ${number}: its latest is ${latest}.`,
    noneYet: (daily: string) => `Daily ${daily} has not asked a question yet.`,
    isVoid: (daily: string, number: number) => `Question ${number} of daily ${daily} is void`,
    wasVoid: (daily: string, number: number) =>
      `Question ${number} of daily ${daily} is void already.`,
    counts: (daily: string, number: number) => `Question ${number} of daily ${daily} counts again`,
    wasCounting: (daily: string, number: number) =>
      `Question ${number} of daily ${daily} is not void.`,
    removed: (points: number) => `${plural(points, 'point')} left the leaderboards.`,
    returned: (points: number) => `${plural(points, 'point')} came back to the leaderboards.`,
    openVoid: 'It stays open: answers still count for streaks, and give no points.',
    openAgain: 'Its points count when it closes.',
    keptCredit: (members: number) =>
      `${plural(members, 'member')} answered it and ${members === 1 ? 'keeps' : 'keep'} the credit.`,
    mended: (streaks: number) =>
      streaks === 0
        ? 'No streak changed by it.'
        : `${plural(streaks, 'streak')} ${streaks === 1 ? 'was' : 'were'} counted anew.`,
    undo: 'Let it count again',
  },

  rekey: {
    noKey: 'A question of this kind has no key to put right: make it void instead.',
    allRight: 'At least one option has to stay wrong: make the question void instead.',
    noNumber: (text: string, unit: string | null) =>
      `${JSON.stringify(text)} is no number: write one such as 31.5${unit === null ? '' : `, in ${unit}`}.`,
    howAlso: (gaps: number) =>
      gaps === 1
        ? 'Write also and the words to accept too, such as: also VMCB.'
        : `Write also, the number of the gap (1 to ${gaps}) and the words to accept too, such as: also 2: guest.`,
    same: 'That is its key already.',
    meanwhile: 'Somebody else put this key right just now: look at it and try again.',
    done: (daily: string, number: number) =>
      `The key of question ${number} of daily ${daily} is put right`,
    wasAndIs: (was: string, is: string) => `It was ${was}; now it is ${is}.`,
    also: (words: string) => `${JSON.stringify(words)} is accepted too.`,
    graded: (answers: number, changed: number) =>
      answers === 0
        ? 'Nobody has answered it yet.'
        : `${plural(answers, 'member')} ${answers === 1 ? 'was' : 'were'} graded again, and ${plural(changed, 'verdict')} changed.`,
    points: (points: number) =>
      points === 0
        ? 'The leaderboards stay as they are.'
        : `The leaderboards show ${plural(Math.abs(points), 'point')} ${points > 0 ? 'more' : 'fewer'}.`,
    open: 'Its points follow when it closes.',
    void: 'It is void, so the leaderboards stay as they are.',
    undo: (daily: string, number: number, key: string) =>
      `To put the old key back: /daily rekey daily=${daily} round=${number} key=${key}`,
  },

  audit: {
    suspended: (daily: string, reason: string) => `Daily ${daily} is paused: ${reason}.`,
    title: 'What was changed last',
    nothing: 'Nothing was changed here yet.',
    itself: 'Hypercall',
    former: 'a former member',
    forgave: (daily: string, rounds: readonly number[], why: string) =>
      `The misses of question ${list(rounds)} of daily ${daily} are forgiven: ${why}.`,
  },

  when: whenTexts,
  course: courseTexts,

  help: {
    title: 'Hypercall',
    intro:
      'One question every study day: answer in private, keep your streak, meet the others on the leaderboard.',
    aCommand: (path: string) => `/${path}`,
    optional: (name: string) => `[${name}]`,
    organisersOnly: 'For organisers.',
    unknown: (topic: string, meant: string | null) =>
      `There is no help on ${JSON.stringify(topic)}${meant ? `: did you mean /help ${meant}?` : ': /help lists the commands.'}`,
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
    organisersOnly: 'Only organisers can do that: members who may manage this channel.',
    tryAgain: 'The store does not answer. Nothing is lost: try again in a moment.',
    notConfirmed: "I can't confirm your answer yet; press again, the first recorded one counts.",
    fault: 'Something went wrong on our side. It is written down; try again in a moment.',
  },
};

export type Texts = typeof en;
