import { describe, expect, it } from 'vitest';
import {
  countRefusals,
  isRefusal,
  MOST_REFUSALS,
} from '../../../src/platforms/discord/refusals.ts';

describe('P5 refusals', () => {
  it('silence us at a thousand in ten minutes, until the first of them is old', () => {
    let now = 0;
    const refusals = countRefusals({ now: () => now });
    for (let at = 0; at < MOST_REFUSALS - 1; at++) refusals.count();
    expect(refusals.wait()).toBe(0);
    refusals.count();
    expect(refusals.wait()).toBe(600_000);
    now = 599_999;
    expect(refusals.wait()).toBe(1);
    now = 600_000;
    expect(refusals.wait()).toBe(0);
  });
});

describe('P4 P5 a response', () => {
  it.each([
    [200, null, false],
    [400, null, false],
    [401, null, true],
    [403, null, true],
    [404, null, false],
    [429, null, true],
    [429, 'user', true],
    [429, 'global', true],
    [429, 'shared', false],
    [502, null, false],
  ])('%i with the scope %s counts against us: %s', (status, scope, counts) => {
    expect(isRefusal({ status, headers: { get: () => scope } })).toBe(counts);
  });
});
