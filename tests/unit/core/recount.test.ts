import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/core/grading.ts';
import { memberId } from '../../../src/core/ids.ts';
import { type Credits, creditAll, streakDifferences } from '../../../src/core/recount.ts';
import { NO_STREAK, replayStreak, type Streak } from '../../../src/core/streak.ts';
import { noVoid } from './streak-history.ts';

const [ada, bob, cat] = [memberId.of('ada'), memberId.of('bob'), memberId.of('cat')];
const answer = (member: typeof ada, mark: Verdict['mark']) => ({
  member,
  verdict: { mark, credit: mark === 'right' ? 1 : 0 },
});

describe('what a round credits', () => {
  const answers = [answer(ada, 'right'), answer(bob, 'wrong'), answer(cat, 'noted')];

  it('is everybody who answered, in the order of the rounds', () => {
    const credits: Credits = new Map();
    creditAll(credits, { streakCounts: 'answered' }, 3, answers);
    creditAll(credits, { streakCounts: 'answered' }, 4, [answer(bob, 'partly')]);
    expect(credits).toEqual(
      new Map([
        [ada, [3]],
        [bob, [3, 4]],
        [cat, [3]],
      ]),
    );
  });

  it('is whoever was right or graded themselves, where only right answers count', () => {
    const credits: Credits = new Map();
    creditAll(credits, { streakCounts: 'correct' }, 3, [...answers, answer(bob, 'partly')]);
    expect(credits).toEqual(
      new Map([
        [ada, [3]],
        [cat, [3]],
      ]),
    );
  });
});

describe('a stored streak', () => {
  // Seven rounds earn the freeze that covers round 8.
  const rounds = [1, 2, 3, 4, 5, 6, 7, 9];
  const right = replayStreak(rounds, noVoid);
  const differencesOf = (stored: Streak) =>
    streakDifferences(new Map([[ada, stored]]), new Map([[ada, rounds]]), noVoid);

  it('differs in nothing where it is what the log makes', () => {
    expect(right).toMatchObject({ current: 8, covered: [8] });
    expect(differencesOf({ ...right, covered: [8] })).toEqual([]);
  });

  it.each([
    { current: 7 },
    { longest: 9 },
    { last: 8 },
    { credited: 7 },
    { freezes: 1 },
    { covered: [] },
    { covered: [7] },
  ])('is found where it differs: %j', (wrong) => {
    const before = { ...right, ...wrong };
    expect(differencesOf(before)).toEqual([{ member: ada, before, after: right }]);
  });

  it('is found where the log knows nothing of it, and where nothing is stored', () => {
    const one = replayStreak([1], noVoid);
    expect(streakDifferences(new Map([[ada, one]]), new Map([[bob, [1]]]), noVoid)).toEqual([
      { member: ada, before: one, after: NO_STREAK },
      { member: bob, before: NO_STREAK, after: one },
    ]);
  });

  it('is counted without the rounds that are forgiven', () => {
    const credits = new Map([[ada, [1, 3]]]);
    expect(streakDifferences(new Map(), credits, new Set([2]))).toMatchObject([
      { after: { current: 2, last: 3 } },
    ]);
  });
});
