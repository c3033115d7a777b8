import { describe, expect, it } from 'vitest';
import { textsFor } from '../../../src/chat/texts/index.ts';
import { completions, readLine } from '../../../src/platforms/terminal/receive.ts';
import { QUESTION, ROUND } from './open-terminal.ts';

const board = { label: 'Next', press: { kind: 'board', window: 'week', page: 1 } } as const;
const sight = { ask: QUESTION.ask, actions: [board], texts: textsFor('en') };
const nothing = { ask: null, actions: [], texts: textsFor('en') };

describe('a typed line', () => {
  it.each([
    ['', { kind: 'nothing' }],
    ['   ', { kind: 'nothing' }],
    ['/quit', { kind: 'quit' }],
    ['/tomorrow', { kind: 'tomorrow' }],
    ['/as Bob', { kind: 'be', member: 'bob' }],
    ['/as José Blanc!', { kind: 'be', member: 'jose-blanc' }],
    ['/as -_x', { kind: 'be', member: 'x' }],
    [
      '/daily edit channel=hall',
      { kind: 'misread', why: 'The terminal has no channel but study.' },
    ],
    ['#1', { kind: 'deed', deed: { kind: 'press', press: board.press } }],
    [
      '/leaderboard month',
      {
        kind: 'deed',
        deed: { kind: 'command', command: 'leaderboard', options: { window: 'month' } },
      },
    ],
    [
      ' b ',
      {
        kind: 'deed',
        deed: { kind: 'answer', round: ROUND, response: { kind: 'choice', picks: [1] } },
      },
    ],
    [
      'shadow page tables',
      {
        kind: 'deed',
        deed: { kind: 'answer', round: ROUND, response: { kind: 'choice', picks: [0] } },
      },
    ],
  ])('%j is understood', (line, wish) => {
    expect(readLine(line, sight)).toEqual(wish);
  });

  it.each([
    ['/stroek', sight, 'There is no /stroek. Did you mean /streak?'],
    ['/', sight, '/help lists the commands.'],
    ['/as 李', sight, 'A name needs a letter from a to z or a digit, such as /as bob.'],
    ['/as', sight, '/as needs a name.'],
    ['D', sight, '"D" is not one of the choices: type A or B.'],
    ['streak', sight, 'Commands begin with a slash: /streak'],
    ['#2', sight, 'There is no button #2: press #1 Next.'],
    ['#', sight, 'There is no button #: press #1 Next.'],
    ['#1', nothing, 'There is no button to press now.'],
    ['B', nothing, 'No question is open now: /daily now asks one, /help lists the commands.'],
    ['quit', nothing, 'Commands begin with a slash: /quit'],
  ])('%j gets a sentence', (line, seen, why) => {
    expect(readLine(line, seen)).toEqual({ kind: 'misread', why });
  });
});

describe('completion', () => {
  it('offers commands and what can follow them', () => {
    expect(completions('/daily rem')).toEqual(['/daily remove']);
    expect(completions('/daily resol')).toEqual([
      '/daily resolve',
      '/daily resolve as=posted',
      '/daily resolve as=missing',
      '/daily resolve as=again',
    ]);
    expect(completions('/leaderboard ')).toEqual([
      '/leaderboard week',
      '/leaderboard month',
      '/leaderboard term',
      '/leaderboard all',
      '/leaderboard by=points',
      '/leaderboard by=streak',
      '/leaderboard by=accuracy',
      '/leaderboard scope=community',
      '/leaderboard scope=channel',
    ]);
    expect(completions('/QUIT')).toEqual(['/quit']);
    expect(completions('B')).toEqual([]);
  });
});
