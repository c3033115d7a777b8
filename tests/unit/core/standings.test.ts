import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.ts';
import { memberId } from '../../../src/core/ids.ts';
import { boardName, boardsOf, ranked, type Score } from '../../../src/core/standings.ts';
import { always } from './made-up.ts';

const scores = (...points: number[]): Score[] =>
  points.map((each, at) => ({ member: memberId.of(`m${at}`), value: each }));

const ranks = (board: readonly Score[], offset = 0, above = 0): number[] =>
  ranked(board, offset, above).map(({ rank }) => rank);

/** A board in order, few points apart, so that ties are common. */
const anyBoard = fc
  .array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 30 })
  .map((points) => scores(...points.sort((a, b) => b - a)));

describe('ranked', () => {
  it('shares a rank between equal points and skips the next', () => {
    expect(ranks(scores(40, 30, 30, 10))).toEqual([1, 2, 2, 4]);
  });

  it.each([
    { name: 'nobody', points: [], expected: [] },
    { name: 'one member', points: [5], expected: [1] },
    { name: 'everybody level', points: [7, 7, 7], expected: [1, 1, 1] },
    { name: 'a tie at the end', points: [9, 8, 0, 0], expected: [1, 2, 3, 3] },
  ])('ranks $name', ({ points, expected }) => {
    expect(ranks(scores(...points))).toEqual(expected);
  });

  it('gives each member one more than those with more points', () => {
    always(
      fc.property(anyBoard, (board) => {
        for (const { value, rank } of ranked(board, 0, 0)) {
          expect(rank).toBe(1 + board.filter((other) => other.value > value).length);
        }
      }),
    );
  });

  it('ranks every slice of a board as the whole board does', () => {
    always(
      fc.property(anyBoard, fc.nat(), fc.nat(), (board, someFrom, someCount) => {
        const from = someFrom % board.length;
        const slice = board.slice(from, from + 1 + (someCount % board.length));
        const above = board.filter(({ value }) => value > (slice[0]?.value ?? 0)).length;
        expect(ranked(slice, from, above)).toEqual(
          ranked(board, 0, 0).slice(from, from + slice.length),
        );
      }),
    );
  });

  it('begins a page in the middle of a tie with the rank of the tie', () => {
    const page = scores(30, 10);
    expect(ranks(page, 2, 1)).toEqual([2, 4]);
  });
});

describe('boards', () => {
  it('are named by the window and the round’s nominal date', () => {
    const day = '2026-11-22' as Day;
    expect(boardName('week', day)).toBe('week:2026-W47');
    expect(boardName('month', day)).toBe('month:2026-11');
    expect(boardName('all', day)).toBe('all');
    expect(boardsOf(day)).toEqual(['week:2026-W47', 'month:2026-11', 'all']);
  });

  it('put New Year’s Day on the week of the old year and the month of the new one', () => {
    expect(boardsOf('2027-01-01' as Day)).toEqual(['week:2026-W53', 'month:2027-01', 'all']);
  });
});
