import type { Window } from '../../../core/standings.ts';
import { list, plural, quoted } from './words.ts';

const WINDOWS: Readonly<Record<Window, string>> = {
  week: 'this week',
  month: 'this month',
  term: 'this term',
  all: 'all time',
};

/** Streaks and leaderboards. */
export const standingsTexts = {
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
      `${quoted(text)} is no span of dates: write the first and the last day, such as 2026-10-01..2026-12-20.`,
    backwards: (text: string) =>
      `${quoted(text)} ends before it begins: write the earlier day first.`,
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
};
