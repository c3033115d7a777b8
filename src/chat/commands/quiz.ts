import { QUIZ_MODES } from '../../core/quiz.ts';
import { type Command, members } from './command.ts';

/** Live quizzes in a channel. */
export const quizCommands = [
  {
    path: 'quiz start',
    description: { en: 'Start a live quiz in this channel' },
    ...members,
    seenBy: 'channel',
    options: [
      {
        name: 'deck',
        description: { en: 'Which deck the questions come from' },
        required: false,
        kind: 'deck',
      },
      {
        name: 'topic',
        description: { en: 'Only questions of this topic; all of the deck unless told' },
        required: false,
        severalWords: true,
        kind: 'topic',
      },
      {
        name: 'count',
        description: { en: 'How many questions, 1 to 30; 10 unless told' },
        required: false,
      },
      {
        name: 'mode',
        description: { en: 'How it is played; relaxed unless told' },
        required: false,
        choices: QUIZ_MODES,
      },
      {
        name: 'seconds',
        description: { en: 'How long each question stays open, 10 to 300; 30 unless told' },
        required: false,
      },
    ],
  },
  {
    path: 'quiz stop',
    description: { en: 'End the live quiz of this channel; for its starter and organisers' },
    ...members,
    seenBy: 'channel',
    options: [],
  },
  {
    path: 'quiz skip',
    description: { en: 'Vote to skip the question that is open' },
    ...members,
    seenBy: 'channel',
    options: [],
  },
] as const satisfies readonly Command[];
