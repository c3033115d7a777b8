import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodePress,
  encodePress,
  firstOf,
  LONGEST_PRESS,
  type Press,
} from '../../../src/chat/press.ts';
import type { Day } from '../../../src/core/day.ts';
import { dailyId, memberId, quizId, roundId } from '../../../src/core/ids.ts';
import { always, anyRoundId } from '../core/made-up.ts';

const anyWindow = fc.constantFrom('week', 'month', 'all');

/** Any options picked out of as many as there are letters for. */
const anyPicks = fc.subarray([...Array(26).keys()], { minLength: 1 });

const anyDay = fc
  .date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day);

const anyAsked = fc.record({
  span: fc.oneof(
    fc.record({ kind: fc.constantFrom('week', 'month'), day: anyDay }),
    fc.record({ kind: fc.constantFrom('term', 'all') }),
    fc
      .tuple(anyDay, anyDay)
      .map((days) => days.sort())
      .map(([first, last]) => ({ kind: 'dates', first, last })),
  ),
  by: fc.constantFrom('points', 'streak', 'accuracy'),
  scope: fc.constantFrom('community', 'channel'),
});

/** Every length up to the longest id. */
const anyMember = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/).map(memberId.of);

const anyPress: fc.Arbitrary<Press> = fc.oneof(
  fc.record({
    kind: fc.constant('standings'),
    asked: anyAsked,
    turn: fc.constantFrom('after', 'before'),
    value: fc.maxSafeNat(),
    member: anyMember,
  }),
  fc.record({ kind: fc.constant('my standing'), asked: anyAsked }),
  fc.record({ kind: fc.constant('answer'), round: anyRoundId, picks: anyPicks }),
  fc.record({ kind: fc.constant('board'), window: anyWindow, page: fc.nat() }),
  fc.record({ kind: fc.constant('where am I'), window: anyWindow }),
  fc.record({
    kind: fc.constant('post now'),
    daily: fc.integer({ min: 1, max: 999_999 }).map((n) => dailyId.of(`d${n}`)),
  }),
  fc.record({
    kind: fc.constant('unvoid'),
    daily: fc.integer({ min: 1, max: 999_999 }).map((number) => dailyId.of(`d${number}`)),
    number: fc.nat(),
  }),
  fc.record({ kind: fc.constant('appeal'), round: anyRoundId }),
  fc.record({
    kind: fc.constant('rule'),
    appeal: fc.maxSafeNat(),
    as: fc.constantFrom('accept', 'reject'),
  }),
  fc.record({
    kind: fc.constant('report'),
    round: anyRoundId,
    reason: fc.constantFrom(null, 'key', 'unclear', 'easy', 'hard', 'other'),
  }),
  fc.record({ kind: fc.constant('go on'), of: fc.constantFrom('solo', 'review') }),
  fc.record({
    kind: fc.constant('rate'),
    round: anyRoundId,
    rating: fc.constantFrom('again', 'hard', 'good', 'easy'),
  }),
  fc.record({ kind: fc.constant('undo rating'), round: anyRoundId }),
  fc.record({ kind: fc.constant('share streak') }),
  fc.record({
    kind: fc.constant('quiz join'),
    quiz: anyRoundId.map((id) => quizId.of(id.slice(0, 10))),
  }),
  fc.record({
    kind: fc.constant('quiz misses'),
    quiz: anyRoundId.map((id) => quizId.of(id.slice(0, 10))),
    page: fc.nat(),
  }),
  fc.record({ kind: fc.constantFrom('quiz hint', 'quiz skip'), round: anyRoundId }),
  fc.record({ kind: fc.constant('erase me'), shownAt: fc.nat() }),
  fc.record({ kind: fc.constant('form again') }),
  fc.record({
    kind: fc.constant('resolve'),
    daily: fc.integer({ min: 1, max: 999_999 }).map((number) => dailyId.of(`d${number}`)),
    day: fc.constantFrom('2026-11-23', '2028-02-29'),
    fate: fc.constantFrom('posted', 'missing', 'again'),
  }),
) as fc.Arbitrary<Press>;

/** Text that is nearly a press: its parts swapped for what a forger would try. */
const forged = fc
  .tuple(
    fc.constantFrom(
      ...['a.AbCdEfGh0123', 'b.week', 'b.all', 'w.week', 'p.d1', 's', 'e', 'x.week', ''],
      ...['m.w20261123', 't.all.00.n'],
    ),
    fc.constantFrom('0', '1', '0-2', '-1', '1.5', '01', '+1', ' 1', '1e+21', 'NaN', 'Infinity', ''),
    fc.constantFrom('', '', '.', '.0', ' ', '\n'),
  )
  .map(([begin, number, end]) => `${begin}.${number}${end}`);

const garbled = fc
  .tuple(anyPress, fc.string({ maxLength: 3 }), fc.nat())
  .map(([press, put, at]) => {
    const text = encodePress(press);
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + 1);
  });

describe('a press', () => {
  it('comes back as it went out', () => {
    always(
      fc.property(anyPress, (press) => {
        expect(decodePress(encodePress(press))).toEqual(press);
      }),
    );
  });

  it('fits into what the strictest platform lets a button carry', () => {
    always(
      fc.property(anyPress, (press) => {
        expect(encodePress(press).length).toBeLessThanOrEqual(LONGEST_PRESS);
      }),
    );
    expect(LONGEST_PRESS).toBe(100);
  });

  it('is told from every other', () => {
    always(
      fc.property(anyPress, anyPress, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(encodePress(one) === encodePress(other)).toBe(same);
      }),
    );
  });

  it('stays readable: buttons posted by earlier versions still work', () => {
    const round = roundId.of('AbCdEfGh0123');
    expect(decodePress('a.AbCdEfGh0123.0-2')).toEqual({ kind: 'answer', round, picks: [0, 2] });
    expect(decodePress('b.month.3')).toEqual({ kind: 'board', window: 'month', page: 3 });
    expect(decodePress('w.all')).toEqual({ kind: 'where am I', window: 'all' });
    expect(decodePress('t.w20261123.00.n.40.ada')).toEqual({
      kind: 'standings',
      asked: {
        span: { kind: 'week', day: '2026-11-23' },
        by: 'points',
        scope: 'community',
      },
      turn: 'after',
      value: 40,
      member: 'ada',
    });
    expect(decodePress('m.d20261001-20261220.21')).toEqual({
      kind: 'my standing',
      asked: {
        span: { kind: 'dates', first: '2026-10-01', last: '2026-12-20' },
        by: 'accuracy',
        scope: 'channel',
      },
    });
    expect(decodePress('p.d12')).toEqual({ kind: 'post now', daily: 'd12' });
    expect(decodePress('s')).toEqual({ kind: 'share streak' });
  });
});

describe('text that no button carries', () => {
  it('is nothing, or what it would be written as', () => {
    always(
      fc.property(fc.oneof(fc.string(), forged, garbled), (text) => {
        const press = decodePress(text);
        if (press) expect(encodePress(press)).toBe(text);
      }),
    );
  });

  it('never brings a number that is no place in a list', () => {
    always(
      fc.property(fc.oneof(forged, garbled), (text) => {
        const press = decodePress(text);
        if (press?.kind === 'board') expect(press.page).toSatisfy(isPlace);
        if (press?.kind === 'standings') expect(press.value).toSatisfy(isPlace);
        if (press?.kind === 'answer') expect(press.picks.every(isPlace)).toBe(true);
      }),
    );
  });

  it.each(['b.week.-1', 'b.week.NaN', 'b.week.Infinity', 'b.all.1e+21', 'a.AbCdEfGh0123.NaN'])(
    'such as %s is nothing',
    (text) => {
      expect(decodePress(text)).toBeNull();
    },
  );

  it.each([
    '',
    'a',
    'a.AbCdEfGh0123',
    'a.AbCdEfGh0123.',
    'a.AbCdEfGh012.0',
    'a.AbCdEfGh0123.0.1',
    'a.AbCdEfGh0123.00',
    'b.year.0',
    'b.week',
    'b.toString.0',
    'w.',
    'b.term.0',
    'm.w20261323.00',
    'm.w20261123-20261124.00',
    'm.all.30',
    'm.all.0',
    'm.d20261220-20261001.00',
    'm.all.00.n.4.ada',
    't.all.00.n.-1.ada',
    't.all.00.n.1.5.ada',
    't.all.00.x.1.ada',
    't.all.00.n.1.a:b',
    't.all.00.n.1.',
    'ap.short',
    'ap.AbCdEfGh0123.x',
    'ru.-1.accept',
    'ru.1.maybe',
    'ru.01.accept',
    'rp.AbCdEfGh0123.rude',
    'p.d0',
    'p.d1.x',
    's.',
    ' s',
    'S',
    `a.AbCdEfGh0123.${'0-'.repeat(60)}1`,
  ])('such as %j is nothing', (text) => {
    expect(decodePress(text)).toBeNull();
  });
});

const isPlace = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;

describe('what a press opens at once', () => {
  it('is a form for the one that was refused, and a message for all others', () => {
    expect(firstOf({ kind: 'form again' })).toBe('form');
    expect(firstOf({ kind: 'share streak' })).toBe('message');
    expect(decodePress(encodePress({ kind: 'form again' }))).toEqual({ kind: 'form again' });
  });
});
