import { describe, expect, it } from 'vitest';
import {
  countRefusals,
  isRefusal,
  MOST_REFUSALS,
  waitOfAll,
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

  it.each([
    [429, { 'x-ratelimit-global': 'true', 'retry-after': '1.5' }, 1_500],
    [429, { 'x-ratelimit-global': 'true' }, 1_000],
    [429, { 'x-ratelimit-global': 'true', 'retry-after': 'soon' }, 0],
    [429, { 'retry-after': '5' }, 0],
    [200, { 'x-ratelimit-global': 'true', 'retry-after': '5' }, 0],
  ] as const)('%i with %o lets the whole bot wait %i ms', (status, headers, wait) => {
    const named: Readonly<Record<string, string>> = headers;
    expect(waitOfAll({ status, headers: { get: (name) => named[name] ?? null } })).toBe(wait);
  });
});
