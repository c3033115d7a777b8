import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card.ts';
import { correlation, NO_PAIRS, paired } from '../../../src/core/correlation.ts';
import {
  asksTheSame,
  type Counted,
  createCardTally,
  FEWEST_ANSWERS,
} from '../../../src/core/quality.ts';
import { medianOf, timed } from '../../../src/core/times.ts';
import { otherKinds, several, smallDeck, statement } from '../../conversations/small-deck.ts';
import { always } from './made-up.ts';

const [single] = smallDeck as readonly [Card];

const given = (picked: string, rest: number | null = 0.5, afterMs = 60_000): Counted => {
  const isRight = picked === 'right one';
  return { isRight, credit: isRight ? 1 : 0, rest, afterMs, picked: [picked] };
};

function figuresOf(answers: readonly Counted[], card: Card = single) {
  const tally = createCardTally(card);
  for (const answer of answers) tally.add(answer);
  return tally.figures();
}

const times = <Item>(count: number, item: Item): Item[] =>
  Array.from({ length: count }, () => item);

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyPairs = fc.array(fc.tuple(fc.constantFrom(0, 0.5, 1), share), { maxLength: 40 });

const correlationOf = (pairs: readonly (readonly [number, number])[]): number | null =>
  correlation(pairs.reduce((sums, [x, y]) => paired(sums, x, y), NO_PAIRS));

/** As the book writes it. */
function byTheBook(pairs: readonly (readonly [number, number])[]): number | null {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  const sum = (of: (x: number, y: number) => number): number =>
    pairs.reduce((total, [x, y]) => total + of(x - mx, y - my), 0);
  const spread = Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
  return spread < 1e-12 ? null : sum((x, y) => x * y) / spread;
}

describe('discrimination', () => {
  it('is the correlation that the book gives, from sums alone', () => {
    always(
      fc.property(anyPairs, (pairs) => {
        const [ours, theirs] = [correlationOf(pairs), byTheBook(pairs)];
        if (ours === null || theirs === null) expect(ours ?? 0).toBeCloseTo(theirs ?? 0, 5);
        else expect(ours).toBeCloseTo(theirs, 6);
      }),
    );
  });

  it('lies between −1 and 1, whatever the order, and turns round with the credit', () => {
    always(
      fc.property(anyPairs, (pairs) => {
        const found = correlationOf(pairs);
        if (found === null) return;
        expect(Math.abs(found)).toBeLessThanOrEqual(1);
        expect(correlationOf([...pairs].reverse())).toBeCloseTo(found, 6);
        const turned = pairs.map(([x, y]) => [1 - x, y] as const);
        expect(correlationOf(turned)).toBeCloseTo(-found, 6);
      }),
    );
  });

  it('is the point-biserial coefficient where answers are right or wrong', () => {
    const pairs = [
      [1, 0.9],
      [1, 0.7],
      [1, 0.8],
      [0, 0.3],
      [0, 0.5],
    ] as const;
    // (M1 − M0) / s · √(pq), with the deviation of the whole group.
    const scores = pairs.map(([, y]) => y);
    const mean = scores.reduce((sum, y) => sum + y, 0) / 5;
    const s = Math.sqrt(scores.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 5);
    expect(correlationOf(pairs)).toBeCloseTo(((0.8 - 0.4) / s) * Math.sqrt(0.6 * 0.4), 10);
  });

  it('is unknown where all answer alike, or nobody has answered anything else', () => {
    expect(figuresOf(times(9, given('right one')))?.discrimination).toBeNull();
    const alone = [given('right one', null), ...times(8, given('wrong one', null))];
    expect(figuresOf(alone)?.discrimination).toBeNull();
  });
});

describe('the figures of a card', () => {
  it('are none with fewer than five answers', () => {
    expect(FEWEST_ANSWERS).toBe(5);
    expect(figuresOf(times(4, given('right one')))).toBeNull();
    expect(figuresOf(times(5, given('right one')))?.answers).toBe(5);
  });

  it('share right answers and points, and flag what is too easy or too hard', () => {
    const mixed = [...times(3, given('right one', 0.9)), ...times(2, given('wrong one', 0.1))];
    expect(figuresOf(mixed)).toMatchObject({ right: 0.6, credit: 0.6, flags: [] });
    expect(figuresOf(times(6, given('right one')))?.flags).toEqual(['too easy']);
    expect(figuresOf(times(6, given('wrong one', null)))?.flags).toEqual([
      'too hard',
      'misleading option',
    ]);
  });

  it('name a wrong option that draws those who do better elsewhere', () => {
    const answers = [
      ...times(6, given('right one', 0.4)),
      ...times(3, given('wrong two', 0.9)),
      ...times(3, given('wrong three', 0.1)),
    ];
    const figures = figuresOf(answers);
    const notes = figures?.options.map(({ text, note }) => [text, note]);
    expect(notes).toEqual([
      ['right one', null],
      ['wrong one', null],
      ['wrong two', 'misleading'],
      ['wrong three', null],
    ]);
    expect(figures?.options[2]?.share).toBe(0.25);
  });

  it('take two members for no pattern, and say which option draws nobody', () => {
    const answers = [...times(20, given('right one', 0.4)), ...times(2, given('wrong two', 0.9))];
    expect(figuresOf(answers)?.options.map(({ note }) => note)).toEqual([
      null,
      'idle',
      null,
      'idle',
    ]);
  });

  it('are the same in whatever order the answers come', () => {
    const anyAnswer = fc
      .tuple(fc.constantFrom('right one', 'wrong one', 'wrong two'), share, fc.nat(10_000_000))
      .map(([picked, rest, after]) => given(picked, rest, after));
    always(
      fc.property(fc.array(anyAnswer, { minLength: 5, maxLength: 30 }), (answers) => {
        const [one, other] = [figuresOf(answers), figuresOf([...answers].reverse())];
        expect(one?.medianMs).toBe(other?.medianMs);
        expect(one?.right).toBe(other?.right);
        expect(one?.options.map(({ share: part }) => part)).toEqual(
          other?.options.map(({ share: part }) => part),
        );
        const sum = one?.options.reduce((total, { share: part }) => total + part, 0);
        expect(sum).toBeCloseTo(1, 10);
      }),
    );
  });
});

describe('the median of times', () => {
  it('is within 2.5 % of the lower one', () => {
    always(
      fc.property(fc.array(fc.integer({ min: 1_000, max: 1e10 }), { minLength: 1 }), (all) => {
        const counted = new Map<number, number>();
        for (const ms of all) timed(counted, ms);
        const sorted = [...all].sort((a, b) => a - b);
        const exact = sorted[Math.ceil(all.length / 2) - 1] ?? 0;
        expect(Math.abs(medianOf(counted) / exact - 1)).toBeLessThan(0.026);
      }),
    );
    expect(medianOf(new Map())).toBe(0);
  });
});

describe('two cards', () => {
  it('ask the same in whatever order, with whatever key and explanation', () => {
    const turned = { ...single, options: ['wrong three', 'right one', 'wrong one', 'wrong two'] };
    expect(asksTheSame(single, { ...turned, key: 1, explanation: 'Else.' } as Card)).toBe(true);
    expect(asksTheSame(single, { ...single, prompt: 'Which one?' })).toBe(false);
    expect(asksTheSame(single, { ...single, options: ['a', 'b', 'c', 'd'] } as Card)).toBe(false);
  });

  it.each([several, statement, ...Object.values(otherKinds)])('of kind $kind, too', (card) => {
    expect(asksTheSame(card, { ...card, explanation: 'Else.' })).toBe(true);
    expect(asksTheSame(card, single)).toBe(false);
  });
});
