import { describe, expect, it } from 'vitest';
import { isOneTypo } from '../../../src/core/wording/typo.ts';

describe('one typo', () => {
  it.each([
    ['trap', 'trapp'],
    ['trap', 'rap'],
    ['trap', 'trip'],
    ['trap', 'tarp'],
    ['trap', 'trpa'],
    ['', 'a'],
    ['a', 'b'],
  ])('is between %j and %j', (one, other) => {
    expect([isOneTypo(one, other), isOneTypo(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['trap', 'trap'],
    ['', ''],
    ['trap', 'trappp'],
    ['trap', 'part'],
    ['trap', 'rtpa'],
    // A swap of which only one half is there.
    ['trab', 'trbc'],
    ['trab', 'trca'],
    ['trap', 'tarps'],
    ['trap', 'tripe'],
  ])('is not between %j and %j', (one, other) => {
    expect([isOneTypo(one, other), isOneTypo(other, one)]).toEqual([false, false]);
  });
});
