import type { QuizEnd, QuizMode } from '../../../core/quiz.ts';
import { list, plural, quoted } from './words.ts';

const MODES: Readonly<Record<QuizMode, string>> = {
  relaxed: 'relaxed',
  race: 'race',
  exam: 'exam',
  survival: 'survival',
  teams: 'teams',
};

const TEAMS = ['Hypervisors', 'Guests', 'Traps', 'Rings'] as const;

/** Live quizzes. */
export const quizTexts = {
  quiz: {
    announced: (questions: number, subject: string, mode: QuizMode) =>
      `Quiz: ${plural(questions, 'question')} on ${subject} · ${MODES[mode]}`,
    modes: {
      relaxed: 'Whoever is right scores, however long it takes.',
      race: 'Points fade from the first right answer on.',
      exam: 'Nobody learns right from wrong before the end.',
      survival: 'Who is wrong or silent is out: partly right is enough to stay in.',
      teams: 'Two to four teams, drawn at the start; each counts its members’ average.',
    },
    penalty: (percent: number) => `A wrong answer costs ${percent} % of its question’s points.`,
    fewer: (found: number, asked: number) =>
      `There are only ${found} of the ${asked} questions that were asked for.`,
    eachOpen: (seconds: number) => `${plural(seconds, 'second')} for each question`,
    begins: ' · begins ',
    join: 'Join',
    joined: 'You are in',
    joinedNow: (members: number) =>
      `${plural(members, 'member')} joined so far; the first question comes in this channel.`,
    joinedLate: (question: number) =>
      `The quiz is under way: you play from question ${question} on.`,
    joinedTeam: (team: string) => `Your team: ${team}.`,
    already: 'You are in already: wait for the next question.',
    tooLateToSurvive: 'This survival quiz has begun without you: wait for the next one.',
    over: 'This quiz is over: /quiz start begins another.',

    title: (number: number, total: number, topic: string) =>
      `Quiz question ${number} of ${total} · ${topic}`,
    closes: ' · closes ',
    progress: (answered: number, joined: number) => `${answered} of ${joined} answered`,
    hint: 'Hint',
    hintTitle: (number: number) => `A hint for quiz question ${number}`,
    hintCost: (points: number) =>
      `It costs ${plural(points, 'point')} of this question, unless you have answered already.`,
    skip: 'Skip',
    voted: (votes: number, needed: number) =>
      `Your vote to skip is in: ${votes} of the ${needed} that it takes.`,
    skipped: 'The question is skipped: more than half want the next one.',
    onlyPlayersSkip: 'Only who plays can vote to skip: join or answer first.',
    nothingToSkip: 'No question is open here that could be skipped.',

    verdict: {
      atTheReveal: 'The points come with the reveal.',
      atTheEnd: 'Right or wrong comes at the end of the quiz.',
      hinted: 'With the hint.',
      stays: 'You are still in.',
      falls: 'You are out.',
      late: (question: number) => `You joined at question ${question}.`,
      team: (team: string) => `You play for the ${team}.`,
    },
    refused: {
      closed: 'This question is closed: the quiz goes on with the next one.',
      out: 'You are out of this survival quiz: watch who stays in.',
      gone: 'Nothing is known of this quiz any more: /quiz start begins another.',
    },

    reveal: {
      title: (number: number, total: number, topic: string) =>
        `Quiz question ${number} of ${total} is closed · ${topic}`,
      skipped: 'This question is skipped and counts for nothing.',
      exam: (answered: number) =>
        `${plural(answered, 'member')} answered; right and wrong come at the end.`,
      top: 'The table so far:',
      fell: (left: number) =>
        left === 0 ? 'Nobody is left.' : `${plural(left, 'member')} still in.`,
      next: 'The next question comes ',
      last: 'That was the last question.',
    },

    points: (points: number) => plural(points, 'point'),
    survived: (questions: number) => `stayed in for ${plural(questions, 'question')}`,
    team: (team: number) => TEAMS[team] ?? `Team ${team + 1}`,
    teamLine: (rank: number, team: string, points: number) =>
      `${rank}. ${team} · ${plural(points, 'point')} each: `,

    final: {
      title: (subject: string) => `The quiz on ${subject} is over`,
      ends: {
        done: null,
        nobody: null,
        stopped: 'It was stopped; questions that were not closed count for nothing.',
        gone: null,
        survived: 'The others are out.',
      } satisfies Record<QuizEnd, string | null>,
      nobody: 'Nobody joined, so no question was asked. /quiz start begins another.',
      noQuestion: 'No question was closed, so there is no table.',
      more: (members: number) => `and ${plural(members, 'more member')}`,
      misses: 'What I missed',
      played: (members: number, questions: number) =>
        `${plural(members, 'member')}, ${plural(questions, 'question')}`,
    },

    misses: {
      title: (right: number, questions: number) => `You had ${right} of ${questions} right`,
      own: (rank: number, value: string) => `Your place: ${rank} (${value}).`,
      none: 'You missed nothing.',
      notIn: 'You did not play in this quiz.',
      notYet: 'The quiz still goes on: what you missed is shown when it is over.',
      question: (number: number, prompt: string) => `${number}. ${prompt}`,
      unanswered: 'You did not answer.',
      isOpen: 'It is in an open question here: its answer waits until you have answered that one.',
      inReview: 'What you answered and missed comes back in /review.',
      review: 'Review now',
      page: (place: string, page: number, pages: number) => `${place} Page ${page} of ${pages}.`,
    },

    start: {
      title: 'No quiz was started',
      running: 'A quiz is running in this channel: join it, or /quiz stop ends it.',
      badCount: (text: string, most: number) =>
        `${quoted(text)} is no number of questions: write one from 1 to ${most}.`,
      badSeconds: (text: string, least: number, most: number) =>
        `${quoted(text)} is no number of seconds: write one from ${least} to ${most}.`,
      noDeck: (text: string, decks: readonly string[]) =>
        `There is no deck ${quoted(text)}: there is ${list(decks)}.`,
      noTopic: (text: string, nearest: string | null, topics: readonly string[]) =>
        nearest
          ? `There is no topic ${quoted(text)}. Did you mean ${nearest}?`
          : `There is no topic ${quoted(text)}: there is ${list(topics)}.`,
      noCards:
        'Every question of this choice is open in the community or graded by oneself: choose another topic.',
    },
    stop: {
      none: 'No quiz is running in this channel: /quiz start begins one.',
      notYours: 'Only who started this quiz and organisers can stop it.',
      stopped: 'The quiz is stopped',
      stoppedNote: 'The table follows.',
    },
  },
};
