import { describe, expect, it } from 'vitest';
import { lexiconOf } from '../../../src/core/wording/lexicon.ts';
import { gradePoints } from '../../../src/core/wording/points.ts';
import { NO_TERMS } from './grading.ts';

const POINTS = [
  { point: 'The guest runs directly', any: ['directly', 'native speed'] },
  { point: 'Instructions trap', any: ['trap', 'raises an exception'] },
  { point: 'The VMM emulates them', any: ['emulate', 'on behalf of the guest'] },
  { point: 'Nobody notices', any: ['not notice', 'without noticing'] },
];

function met(typed: string): readonly number[] {
  return gradePoints(POINTS, typed, NO_TERMS).met;
}

describe('key points', () => {
  it.each([
    ['The guest runs directly; sensitive instructions trap.', [0, 1]],
    ['Native-speed, traps, emulated', [0, 1, 2]],
    ['TRAPPING & EMULATING', [1, 2]],
    ['It raises exceptions', [1]],
    ['It raised an exception', [1]],
    ['without noticeing, without notising', [3]],
    ['the instruction is emulatd by the VMM', [2]],
    ['The guest doesn’t notice', [3]],
    ['the guest never really notices', [3]],
    ['trapezoid', []],
    ['', []],
  ])('of %j, met: %j', (typed, places) => {
    expect(met(typed)).toEqual(places);
  });

  it('are met or missed, each once, in order', () => {
    expect(gradePoints(POINTS, 'Instructions trap.', NO_TERMS)).toEqual({
      met: [1],
      missed: [0, 2, 3],
    });
  });

  it('need their whole phrase in one clause', () => {
    expect(met('on behalf of the guest')).toEqual([2]);
    expect(met('on behalf. Of the guest')).toEqual([]);
    expect(met('on behalf of its own guest')).toEqual([2]);
    expect(met('on behalf of another guest')).toEqual([]);
  });

  it('are not met through a typo that makes a known word', () => {
    const points = [{ point: 'It is migrated', any: ['migration'] }];
    expect(gradePoints(points, 'by migratoin', NO_TERMS).met).toEqual([0]);
    expect(gradePoints(points, 'by mitration', lexiconOf(['mitration'])).met).toEqual([]);
  });
});

describe('a denied point', () => {
  it.each([
    'instructions do NOT trap',
    "they don't trap",
    'they dont trap',
    'it cannot trap',
    "it won't ever trap",
    'no trap',
    'never traps',
    'without a trap',
    'without causing any trap',
    'does not have to trap',
    'no instruction traps',
    'a non-trapping instruction',
    'it fails to trap',
    'silent instead of trapping',
    'traps are not used',
    'traps do not happen',
  ])('is missed: %j', (typed) => {
    expect(met(typed)).toEqual([]);
  });

  it.each([
    ['they not only trap', [1]],
    ['not without a trap', [1]],
    ['no idea, but they trap', [1]],
    ['The guest is not modified. Instructions trap', [1]],
    ['it does not run natively because instructions trap', [1]],
    ['it traps but does not emulate', [1]],
    ['the VMM is not idle but emulates', [2]],
    ['it is never asked, traps never help', [1]],
    ['it does not trap, it emulates', [2]],
  ])('reaches no further than its clause: %j meets %j', (typed, places) => {
    expect(met(typed)).toEqual(places);
  });
});
