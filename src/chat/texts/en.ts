import type { Mark } from '../../core/grading.ts';
import type { Window } from '../../core/standings.ts';

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

const list = (items: readonly (string | number)[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

const WINDOWS: Readonly<Record<Window, string>> = {
  week: 'this week',
  month: 'this month',
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
    gap: (number: number, isRight: boolean) => `Gap ${number}: ${isRight ? 'right' : 'wrong'}`,
    source: (source: string) => `Source: ${source}`,
    earlier: 'You have answered this question; your first answer counts',
    recorded: 'Your answer is recorded',
    later: 'The verdict comes with the reveal, ',
  },

  reveal: {
    title: (number: number, topic: string) => `Question ${number} is closed · ${topic}`,
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
    title: (window: Window) => `Leaderboard · ${WINDOWS[window]}`,
    empty: 'No points yet: they appear when a question closes.',
    points: (points: number) => plural(points, 'point'),
    members: (total: number) => plural(total, 'member'),
    previous: 'Previous',
    next: 'Next',
    whereAmI: 'Where am I?',
    notListed:
      'You have no points in this span yet: a question that you answered counts when it closes.',
  },

  daily: {
    setupTitle: 'Set up a daily question',
    editTitle: (daily: string) => `Edit daily ${daily}`,
    fields: {
      at: ['Time of day', 'such as 09:00'] as const,
      days: ['Days', 'daily, weekdays, weekends, or names such as mon,wed,fri'] as const,
      zone: ['Time zone', 'an IANA name such as Europe/Zurich'] as const,
      deck: ['Deck', ''] as const,
    },
    decks: (names: readonly string[]) => `one of: ${names.join(', ')}`,
    badTime: (text: string) =>
      `${JSON.stringify(text)} is no time of day: write hours and minutes, such as 09:00.`,
    badDays: (text: string) =>
      `${JSON.stringify(text)} names no days: write daily, weekdays, weekends, or names such as mon,wed,fri.`,
    badZone: (text: string, meant: string | null) =>
      `${JSON.stringify(text)} is no time zone${meant ? `: did you mean ${meant}?` : ': write an IANA name such as Europe/Zurich.'}`,
    badDeck: (text: string, decks: readonly string[]) =>
      `There is no deck ${JSON.stringify(text)}: there is ${list(decks)}.`,
    notSetUp: 'Nothing was changed',
    isSetUp: (daily: string) => `Daily ${daily} is set up`,
    isEdited: (daily: string) => `Daily ${daily} is changed`,
    isPaused: (daily: string) => `Daily ${daily} is paused`,
    isResumed: (daily: string) => `Daily ${daily} asks again`,
    isRemoved: (daily: string) => `Daily ${daily} is removed`,
    wasPaused: (daily: string) => `Daily ${daily} is paused already.`,
    wasRunning: (daily: string) => `Daily ${daily} is not paused.`,
    pausedNote: 'Its open question closes now. /daily resume lets it ask again.',
    removedNote: 'Its open question closes now. Points and streaks stay.',
    summary: (days: string, time: string, zone: string, deck: string) =>
      `${days} at ${time}, ${zone}, from the deck ${deck}`,
    paused: ' (paused)',
    nextRuns: 'It asks next:',
    listTitle: 'Dailies',
    none: 'There is no daily here yet. /daily setup makes one.',
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

  help: {
    title: 'Hypercall',
    intro:
      'One question every study day: answer in private, keep your streak, meet the others on the leaderboard.',
    aCommand: (path: string) => `/${path}`,
    options: 'Options:',
    optional: (name: string) => `[${name}]`,
    organisersOnly: 'For organisers.',
    onlyYou: 'Only you see the answer.',
    unknown: (topic: string, meant: string | null) =>
      `There is no help on ${JSON.stringify(topic)}${meant ? `: did you mean /help ${meant}?` : ': /help lists the commands.'}`,
  },

  refusal: {
    title: 'That did not work',
    closed:
      'This question is closed: its answer is shown above it. The next one comes at its time.',
    notAChoice: 'That is not one of the choices of this question: choose one of its letters.',
    gone: 'This question is no longer there.',
    organisersOnly: 'Only organisers can do that: members who may manage this channel.',
    tryAgain: 'The store does not answer. Nothing is lost: try again in a moment.',
    notConfirmed: "I can't confirm your answer yet; press again, the first recorded one counts.",
    fault: 'Something went wrong on our side. It is written down; try again in a moment.',
  },
};

export type Texts = typeof en;
