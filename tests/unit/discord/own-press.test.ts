import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePress } from '../../../src/chat/press.ts';
import { roundId } from '../../../src/core/ids.ts';
import { decodeOwn, encodeOwn, type OwnPress } from '../../../src/platforms/discord/own-press.ts';

const round = roundId.of('abcdefghijkl');
const count = fc.integer({ min: 1, max: 5 });
const own: fc.Arbitrary<OwnPress> = fc.oneof(
  fc.constant({ kind: 'choose', round } as const),
  fc.record({
    kind: fc.constant('write' as const),
    round: fc.constant(round),
    asks: fc.constantFrom(
      'words' as const,
      'sentences' as const,
      'number' as const,
      'gaps' as const,
    ),
    count,
    unit: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })),
  }),
  fc.record({
    kind: fc.constantFrom('mark' as const, 'order' as const, 'match' as const),
    round: fc.constant(round),
    count,
  }),
  fc.record({
    kind: fc.constant('form' as const),
    form: fc.constantFrom('daily-setup' as const, 'daily-edit' as const),
    subject: fc.constantFrom(null, 'd1', 'd999999'),
  }),
);

describe('the ids of our own controls', () => {
  it('carry all there is, in at most 100 characters', () => {
    fc.assert(
      fc.property(own, (press) => {
        const id = encodeOwn(press);
        fc.pre(id.length <= 100);
        expect(decodeOwn(id)).toEqual(press);
        expect(decodePress(id)).toBeNull();
      }),
    );
  });

  it.each([
    '',
    '~',
    '~c.',
    '~c.short',
    '~c.abcdefghijkl.extra',
    '~m.abcdefghijkl.0',
    '~m.abcdefghijkl.6',
    '~w.abcdefghijkl.x.1.',
    '~w.abcdefghijkl.toString.1.',
    '~f.constructor.',
    '~f.daily-remove.d1',
    '~x.abcdefghijkl.1',
    'a.abcdefghijkl.1',
    `~f.daily-edit.${'d'.repeat(100)}`,
  ])('X2 %j is refused', (id) => {
    expect(decodeOwn(id)).toBeNull();
  });

  it('X2 any text is read without harm', () => {
    fc.assert(fc.property(fc.string(), (text) => void decodeOwn(`~${text}`)));
  });
});
