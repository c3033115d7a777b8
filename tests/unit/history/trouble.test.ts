import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/core/day.ts';
import { HANDLING } from '../../faults/history/handling.ts';
import { ALL_TROUBLES, REQUEST_TROUBLES, STEPS, troublesOf } from '../../faults/history/trouble.ts';

const all = new Set(ALL_TROUBLES);
const targets = Array.from({ length: 2_000 }, (_, place) => ({
  community: `keyed:group${place}`,
  daily: 'd1',
  day: '2026-10-24' as Day,
}));

describe('what is planned to go wrong', () => {
  it('is the same for the same seed, and another for another', () => {
    const plan = (seed: string) => targets.map((target) => troublesOf(seed, target, all));
    expect(plan('7')).toEqual(plan('7'));
    expect(plan('7')).not.toEqual(plan('8'));
  });

  it('Q7 reaches every step, and every way of a request to end', () => {
    const plans = targets.flatMap((target) => troublesOf('7', target, all));
    const steps = plans.filter(({ deed }) => deed === 'kill').map(({ step }) => step);
    expect(new Set(steps)).toEqual(new Set(STEPS));
    expect(plans.map(({ deed }) => deed)).toEqual(expect.arrayContaining([...REQUEST_TROUBLES]));
  });

  it('is nothing where nothing is wanted', () => {
    expect(targets.flatMap((target) => troublesOf('7', target, new Set()))).toEqual([]);
  });

  it('Q8 accepts the question wherever it says "after"', () => {
    const lost = Object.entries(HANDLING).filter(([name]) => name.endsWith(' after'));
    expect(lost.map(([, { accepts }]) => accepts)).toEqual(lost.map(() => true));
  });
});
