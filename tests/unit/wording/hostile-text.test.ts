import { describe, expect, it } from 'vitest';
import { gradeNumber } from '../../../src/core/wording/number.ts';
import { gradePoints } from '../../../src/core/wording/points.ts';
import { gradeWording } from '../../../src/core/wording/wording.ts';
import { accepting, NO_TERMS } from './grading.ts';

describe('any text', () => {
  it('is read at once, however it repeats itself', () => {
    const hostile = [
      'a',
      'it is ',
      'not ',
      "a'",
      'emulates ',
      '1,',
      '1/',
      '~ ',
      '((((',
      '…',
      'ﷺ',
      'i think ',
    ];
    const points = [{ point: '', any: ['emulates the trap', 'without a trap'] }];
    for (const piece of hostile) {
      const typed = piece.repeat(2_000);
      expect(gradeWording(accepting('emulation of aaaaaaaaaaaaaaa'), typed, NO_TERMS)).toBe(
        'wrong',
      );
      expect(gradePoints(points, typed, NO_TERMS).met).toEqual([]);
      expect(gradeNumber({ value: 7, tolerance: 0, unit: 'ms' }, typed)).not.toBe('right');
    }
  });
});
