import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberId } from '../../../src/core/ids.ts';
import { bestOf, risesOf, shownStreak, spanScores } from '../../../src/core/scores.ts';
import type { Score } from '../../../src/core/standings.ts';
import { replayStreak, streakNow } from '../../../src/core/streak.ts';
import { always } from './made-up.ts';

const [ada, bob, cat] = [memberId.of('ada'), memberId.of('bob'), memberId.of('cat')];
const MARKS = ['right', 'partly', 'wrong', 'noted'] as const;

const answer = (member: typeof ada, mark: (typeof MARKS)[number], points = 0) => ({
  member,
  points,
  verdict: { mark, credit: mark === 'right' ? 1 : 0 },
});

const asRecord = (scores: readonly Score[]): Record<string, number> =>
  Object.fromEntries(scores.map(({ member, value }) => [member, value]));

describe('the scores of a span', () => {
  it('add up the points of everybody who answered, those without any too', () => {
    const scores = spanScores();
    scores.add([answer(ada, 'right', 10), answer(bob, 'wrong')], false);
    scores.add([answer(ada, 'partly', 5)], false);
    expect(asRecord(scores.points())).toEqual({ ada: 15, bob: 0 });
  });

  it('take the share of right answers, in whole percent, partly right ones not among them', () => {
    const scores = spanScores();
    scores.add([answer(ada, 'right'), answer(bob, 'partly')], false);
    scores.add([answer(ada, 'right'), answer(bob, 'right')], false);
    scores.add([answer(ada, 'wrong'), answer(bob, 'wrong')], false);
    expect(asRecord(scores.accuracy())).toEqual({ ada: 67, bob: 33 });
  });

  it.each([
    { rounds: 4, answered: 2, listed: true },
    { rounds: 4, answered: 1, listed: false },
    { rounds: 5, answered: 2, listed: false },
    { rounds: 5, answered: 3, listed: true },
    { rounds: 1, answered: 1, listed: true },
  ])(
    'list for accuracy who answered $answered of $rounds: $listed',
    ({ rounds, answered, listed }) => {
      const scores = spanScores();
      for (let round = 0; round < rounds; round++) {
        scores.add(round < answered ? [answer(ada, 'right')] : [], false);
      }
      expect(asRecord(scores.accuracy())).toEqual(listed ? { ada: 100 } : {});
    },
  );

  it('let what members graded themselves count neither for accuracy nor against it', () => {
    const scores = spanScores();
    scores.add([answer(ada, 'noted'), answer(bob, 'noted')], true);
    scores.add([answer(ada, 'noted'), answer(bob, 'noted')], true);
    scores.add([answer(ada, 'right'), answer(cat, 'wrong')], false);
    expect(asRecord(scores.accuracy())).toEqual({ ada: 100, cat: 0 });
    const noneGraded = spanScores();
    noneGraded.add([answer(ada, 'noted')], true);
    expect(noneGraded.accuracy()).toEqual([]);
  });
});

describe('a streak that others see', () => {
  const anyHistory = fc.record({
    credited: fc.subarray(Array.from({ length: 24 }, (_, at) => at + 1)),
    forgiven: fc.subarray(
      Array.from({ length: 24 }, (_, at) => at + 1),
      { maxLength: 4 },
    ),
    closed: fc.integer({ min: 0, max: 24 }),
  });

  it('is what it would be had nobody answered the open round yet', () => {
    always(
      fc.property(anyHistory, fc.boolean(), ({ credited, forgiven, closed }, answersOpen) => {
        const pardoned = new Set(forgiven);
        const open = closed + 1;
        const before = credited.filter((round) => round <= closed);
        const log = answersOpen ? [...before, open] : before;
        const shown = shownStreak(replayStreak(log, pardoned), closed, [open], pardoned);
        expect(shown).toBe(streakNow(replayStreak(before, pardoned), closed, pardoned).current);
      }),
    );
  });

  it('never tells of a round that is not closed, even where two are open for a moment', () => {
    always(
      fc.property(anyHistory, ({ credited, closed }) => {
        const none = new Set<number>();
        const before = credited.filter((round) => round <= closed);
        const known = streakNow(replayStreak(before, none), closed, none).current;
        const log = replayStreak([...before, closed + 1, closed + 2], none);
        expect(shownStreak(log, closed, [closed + 1, closed + 2], none)).toBe(known);
        const onlyLater = replayStreak([...before, closed + 2], none);
        expect(shownStreak(onlyLater, closed, [closed + 1, closed + 2], none)).toBeLessThanOrEqual(
          known,
        );
      }),
    );
  });
});

describe('the best of several streaks', () => {
  it('is the longest; whoever has none is left out', () => {
    const scores = [
      { member: ada, value: 2 },
      { member: bob, value: 0 },
      { member: ada, value: 5 },
      { member: ada, value: 3 },
    ];
    expect(asRecord(bestOf(scores))).toEqual({ ada: 5 });
  });
});

describe('who rose', () => {
  it('is whoever had points before and has more now', () => {
    const before = [
      { member: ada, value: 10 },
      { member: bob, value: 20 },
      { member: cat, value: 0 },
    ];
    const now = [
      { member: ada, value: 25 },
      { member: bob, value: 20 },
      { member: cat, value: 40 },
      { member: memberId.of('dan'), value: 50 },
    ];
    expect(risesOf(before, now)).toEqual([{ member: ada, value: 15 }]);
    expect(risesOf(now, [])).toEqual([]);
  });
});
