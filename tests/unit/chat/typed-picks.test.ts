import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPicks } from '../../../src/chat/typed-picks.ts';
import type { PicksAsk } from '../../../src/chat/view.ts';
import { roundId } from '../../../src/core/ids.ts';
import { always } from '../core/made-up.ts';

const asks = (picks: PicksAsk['picks'], ...options: string[]): PicksAsk => ({
  kind: 'picks',
  round: roundId.of('AbCdEfGh0123'),
  picks,
  options,
});

const one = asks('one', 'The hypervisor', 'The guest kernel', 'Guest firmware', 'Nobody');
const several = asks('several', 'Page tables', 'Shadow pages', 'Ports', 'Timers');
const truth = asks('one', 'True', 'False');

const picked = (...picks: number[]) => ({ kind: 'picks', picks });

function whyNot(ask: PicksAsk, typed: string): string {
  const result = readPicks(ask, typed);
  return result.kind === 'misread' ? result.why : `picked ${result.picks.join()}`;
}

describe('letters', () => {
  it.each([
    ['B', [1]],
    ['b', [1]],
    [' d ', [3]],
    ['B B', [1]],
  ])('%j pick one option', (typed, picks) => {
    expect(readPicks(one, typed)).toEqual(picked(...picks));
  });

  it.each([
    ['A', [0]],
    ['A C', [0, 2]],
    ['a c', [0, 2]],
    ['AC', [0, 2]],
    ['ca', [0, 2]],
    ['C, A', [0, 2]],
    ['a,c', [0, 2]],
    ['a+c', [0, 2]],
    ['A & C', [0, 2]],
    ['d c b a', [0, 1, 2, 3]],
    ['a a', [0]],
  ])('%j pick several options, in order', (typed, picks) => {
    expect(readPicks(several, typed)).toEqual(picked(...picks));
  });

  it('mean the options that bear them, even where another begins like them', () => {
    const ask = asks('several', 'Ports', 'A container shares its kernel', 'Timers', 'Cab rides');
    expect(readPicks(ask, 'A C')).toEqual(picked(0, 2));
    expect(readPicks(ask, 'cab')).toEqual(picked(0, 1, 2));
  });

  it('are read back for every set of options', () => {
    always(
      fc.property(fc.subarray([0, 1, 2, 3], { minLength: 1 }), (picks) => {
        const letters = picks.map((pick) => 'ABCD'[pick]);
        expect(readPicks(several, letters.join(' '))).toEqual(picked(...picks));
        expect(readPicks(several, letters.toReversed().join(''))).toEqual(picked(...picks));
      }),
    );
  });
});

describe('an option’s own words', () => {
  it.each([
    [truth, 'true', 0],
    [truth, 'FALSE', 1],
    [truth, ' fal ', 1],
    [one, 'the hypervisor', 0],
    [one, 'the g', 1],
    [one, 'guest', 2],
    [one, 'nobody', 3],
    [several, 'shadow', 1],
  ])('pick it: case %#', (ask, typed, pick) => {
    expect(readPicks(ask, typed)).toEqual(picked(pick));
  });

  it('pick it whole, though another begins with the same', () => {
    const ask = asks('one', 'Ring 0 code', 'Ring 0');
    expect(readPicks(ask, 'ring 0')).toEqual(picked(1));
  });

  it.each([
    [one, 'the'],
    [one, 'th'],
    [truth, 'tr'],
    [one, 'hypervisor'],
  ])(
    'pick nothing where they fit several, are too short or come from the middle: case %#',
    (ask, typed) => {
      expect(readPicks(ask, typed).kind).toBe('misread');
    },
  );
});

describe('what picks nothing', () => {
  it.each([
    [one, 'E', '"E" is not one of the choices: type A, B, C or D.'],
    [one, '', '"" is not one of the choices: type A, B, C or D.'],
    [one, '  ', '"" is not one of the choices: type A, B, C or D.'],
    [one, '2', '"2" is not one of the choices: type A, B, C or D.'],
    [one, 'BC', '"BC" is not one of the choices: type A, B, C or D.'],
    [truth, 'maybe', '"maybe" is not one of the choices: type A or B.'],
    [one, 'B C', 'This question takes one letter.'],
    [
      several,
      'A E',
      '"A E" is not one of the choices: type A, B, C or D, or several of them such as A C.',
    ],
  ])('is answered with what to type: case %#', (ask, typed, why) => {
    expect(whyNot(ask, typed)).toBe(why);
  });

  it('is quoted only so far', () => {
    expect(whyNot(one, 'x'.repeat(500))).toContain(`"${'x'.repeat(40)}" is not`);
  });

  it('never makes it stumble: what is picked is there, in order, once', () => {
    const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'AbCdE ,+&') }));
    always(
      fc.property(fc.constantFrom(one, several, truth), typed, (ask, text) => {
        const result = readPicks(ask, text);
        if (result.kind === 'misread') return;
        const there = [...ask.options.keys()].filter((at) => result.picks.includes(at));
        expect(result.picks).toEqual(there);
        expect(there.length).toSatisfy(
          (n: number) => n >= 1 && (ask.picks === 'several' || n === 1),
        );
      }),
    );
  });
});
