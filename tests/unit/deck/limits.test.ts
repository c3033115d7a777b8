import { describe, expect, it } from 'vitest';
import { LIST_LIMITS, TEXT_LIMITS } from '../../../src/deck/limits.ts';

const { prompt, option, why, explanation, source, item, left, point, answer, correction, unit } =
  TEXT_LIMITS;
const most = (list: keyof typeof LIST_LIMITS): number => LIST_LIMITS[list][1];

/** What a verdict or reveal says beside the words of the card. */
const AROUND = 400;

describe('the longest card that a deck may hold', () => {
  const verdict = prompt + explanation + source + AROUND;
  it.each([
    ['single and several', 6 * option + 5 * why],
    ['true-false', correction],
    ['kprime', 4 * (option + why)],
    ['key-points', most('points') * point],
    ['order', most('items') * item],
    ['match', most('items') * (left + item)],
    ['flash', answer],
  ])('fits one message of Discord with all that belongs to it: %s', (_, own) => {
    expect(verdict + own).toBeLessThanOrEqual(4_000);
  });

  it('fits the forms and menus of Discord and Slack', () => {
    const letter = 'A. '.length;
    expect(item + letter).toBeLessThanOrEqual(75);
    expect(left).toBeLessThanOrEqual(45);
    expect('Number, in '.length + unit).toBeLessThanOrEqual(45);
    expect(most('items')).toBeLessThanOrEqual(5);
    expect(most('gaps')).toBeLessThanOrEqual(5);
  });
});
