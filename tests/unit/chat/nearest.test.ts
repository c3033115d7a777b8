import { describe, expect, it } from 'vitest';
import { commandsOn } from '../../../src/chat/commands/index.ts';
import { nearest } from '../../../src/chat/nearest.ts';

const words = ['daily', 'streak', 'leaderboard', 'help', 'quit'];

describe('nearest', () => {
  it.each([
    ['daily', 'daily'],
    ['daly', 'daily'],
    ['daliy', 'daily'],
    ['sreak', 'streak'],
    ['streaks', 'streak'],
    ['leaderbord', 'leaderboard'],
    ['leederbords', 'leaderboard'],
    ['le', 'leaderboard'],
    ['leader', 'leaderboard'],
    ['halp', 'help'],
    ['quitt', 'quit'],
  ])('takes %s to mean %s', (typed, meant) => {
    expect(nearest(typed, words)).toBe(meant);
  });

  it.each(['banana', 'settings', 'x', 'q', 'board', ''])('takes %j to mean nothing', (typed) => {
    expect(nearest(typed, words)).toBeNull();
  });

  it('prefers the word with the fewest slips, and the earlier one of two', () => {
    expect(nearest('resme', ['remove', 'resume'])).toBe('resume');
    expect(nearest('bat', ['cat', 'rat'])).toBe('cat');
  });

  it('finds nothing among nothing', () => {
    expect(nearest('daily', [])).toBeNull();
  });

  it('never takes a word to mean one that it has no letter of', () => {
    expect(nearest('xy', ['as'])).toBeNull();
    expect(nearest('', ['as'])).toBeNull();
  });

  it('finds every command again after any one letter was left out', () => {
    const paths = commandsOn('discord').map((command) => command.path);
    for (const path of paths) {
      for (const at of [...path].keys()) {
        expect(nearest(path.slice(0, at) + path.slice(at + 1), paths)).toBe(path);
      }
    }
  });
});
