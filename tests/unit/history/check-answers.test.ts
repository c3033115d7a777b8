import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../faults/history/check-answers.ts';
import type { Books, History } from '../../faults/history/history.ts';
import { at, books, counted, history, press, round } from './made-up-history.ts';

const found = (one: Partial<History>, two: Partial<Books> = {}): string[] =>
  checkAnswers(history(one), books(two)).map(({ kind, what }) => `${kind}: ${what}`);

const nothing = { answers: [], streaks: [], points: [] };
const late = { ...press, receivedAt: at('25T08:00') };

describe('the checker of answers (T3)', () => {
  it('finds nothing wrong with an answer that counts once', () => {
    expect(found({})).toEqual([]);
  });

  it('finds an accepted answer that is not counted', () => {
    expect(found({}, nothing)).toEqual([
      'lost: the answer bare:group round1 m1, accepted at 2026-10-24T07:01:00, is not counted',
    ]);
  });

  it('finds it where the round itself is gone', () => {
    expect(found({}, { ...nothing, rounds: [] })).toHaveLength(1);
  });

  it('leaves open whether an answer counts of which nobody heard', () => {
    const presses = [{ ...press, outcome: 'unsure' as const }];
    expect(found({ presses })).toEqual([]);
    expect(found({ presses }, nothing)).toEqual([]);
  });

  it('finds a refused answer that counts', () => {
    const presses = [{ ...press, outcome: 'refused' as const }];
    expect(found({ presses })[0]).toContain('though its member read that it was not');
  });

  it('finds an answer that nobody gave', () => {
    expect(found({ presses: [] })[0]).toContain('and nobody gave it');
    const other = [{ ...counted, pick: 1, points: 0 }];
    expect(found({}, { answers: other, points: [] })[0]).toContain('and nobody gave it');
  });

  it('finds an answer that came after the close, and does not miss it where it does not count', () => {
    expect(found({ presses: [late] })[0]).toContain('after the close');
    expect(found({ presses: [late] }, nothing)).toEqual([]);
  });

  it('leaves it open where an order moved the close meanwhile', () => {
    const rounds = [{ ...round, closesAt: at('24T20:00') }];
    const between = [{ ...press, receivedAt: at('24T21:00') }];
    expect(found({ presses: between }, { rounds })).toEqual([]);
    expect(found({ presses: between }, { ...nothing, rounds })).toEqual([]);
  });

  it('finds a wrong mark', () => {
    const answers = [{ ...counted, points: 0 }];
    expect(found({}, { answers, points: [] })).toEqual([
      'unexplained: the answer bare:group round1 m1 earned 0 points instead of 10',
    ]);
  });

  it('finds points that were added twice or never', () => {
    const points = (earned: number) => [{ community: 'bare:group', member: 'm1', points: earned }];
    expect(found({}, { points: points(20) })[0]).toContain(
      'duplicate: bare:group m1 has 20 points',
    );
    expect(found({}, { points: [] })[0]).toContain('lost: bare:group m1 has 0 points');
  });

  it('expects no points of a round that is open', () => {
    const rounds = [{ ...round, open: true }];
    expect(found({}, { rounds, points: [] })).toEqual([]);
    expect(found({}, { rounds })[0]).toContain('duplicate');
  });

  it('finds a streak that the log does not tell', () => {
    const [streak] = books().streaks;
    const streaks = streak ? [{ ...streak, current: 2 }] : [];
    expect(found({}, { streaks })[0]).toContain('unexplained: the streak of bare:group d1 m1');
    expect(found({}, { streaks: [] })[0]).toContain('unexplained: the streak of bare:group d1 m1');
  });

  it('finds answers whose jobs were given up', () => {
    expect(found({}, { deadLetters: 2 })).toEqual(['lost: 2 jobs with answers were given up']);
  });
});
