import { describe, expect, it } from 'vitest';
import { howToType, readResponse } from '../../../src/chat/typed-response.ts';
import type { Ask, Input } from '../../../src/chat/view.ts';
import { roundId } from '../../../src/core/ids.ts';

const asks = (input: Input): Ask => ({ round: roundId.of('AbCdEfGh0123'), ...input });
const marks = asks({ kind: 'marks', statements: ['a', 'b', 'c', 'd'] });
const order = asks({ kind: 'order', items: ['x', 'y', 'z'] });
const match = asks({ kind: 'match', lefts: ['1', '2', '3'], rights: ['x', 'y', 'z'] });
const gaps = asks({ kind: 'texts', asks: 'gaps', count: 2, unit: null });
const number = asks({ kind: 'texts', asks: 'number', count: 1, unit: 'ms' });
const flash = asks({ kind: 'self' });

describe('a typed line', () => {
  it.each([
    [marks, 'TFTF', { kind: 'marks', marks: [true, false, true, false] }],
    [marks, 't f  t,f', { kind: 'marks', marks: [true, false, true, false] }],
    [marks, 'true false true false', { kind: 'marks', marks: [true, false, true, false] }],
    [order, 'cab', { kind: 'places', places: [2, 0, 1] }],
    [order, 'C, A, B', { kind: 'places', places: [2, 0, 1] }],
    [order, 'C -> A -> B', { kind: 'places', places: [2, 0, 1] }],
    [match, '1C 2A 3B', { kind: 'places', places: [2, 0, 1] }],
    [gaps, 'guest kernel ; VMM', { kind: 'texts', texts: ['guest kernel', 'VMM'] }],
    [number, ' 31.25 ms ', { kind: 'texts', texts: ['31.25 ms'] }],
  ])('answers %j with %s', (ask, typed, response) => {
    expect(readResponse(ask, typed)).toEqual({ kind: 'response', response });
  });

  it.each([
    [marks, 'TFT', 'There are 4 statements: type T or F for each, such as TFTF.'],
    [marks, 'ABCD', 'There are 4 statements'],
    [order, 'AAB', 'Each of A, B, C is needed once. Type the letters in the right order'],
    [order, 'ABCD', 'Each of A, B, C is needed once.'],
    [match, '', 'Each of A, B, C is needed once.'],
    [gaps, 'guest', 'There are 2 gaps: type 2 answers with ; between them.'],
    [gaps, 'guest;', 'There are 2 gaps'],
    [flash, 'a hypercall', 'Type look to see the answer'],
  ])('of %j as %s is not understood', (ask, typed, why) => {
    const read = readResponse(ask, typed);
    expect(read.kind === 'misread' ? read.why : read.kind).toContain(why);
  });

  it('can ask to see a flash card', () => {
    expect(readResponse(flash, 'Look')).toEqual({ kind: 'look' });
  });

  it('is told how to answer each kind', () => {
    expect([marks, order, match, gaps, number, flash].map(howToType)).toEqual([
      'Type T or F for each, such as TFTF.',
      'Type the letters in the right order, such as CBA.',
      'Type the letter that belongs to 1, then to 2 and so on, such as CBA.',
      'Type what belongs in the gaps, with ; between them.',
      'Type a number, in ms.',
      'Think of the answer, then type look to see it.',
    ]);
  });
});
