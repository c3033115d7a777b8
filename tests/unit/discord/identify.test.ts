import { describe, expect, it } from 'vitest';
import { identifyDelay, patientThrottler } from '../../../src/platforms/discord/identify.ts';
import { countRefusals, MOST_REFUSALS } from '../../../src/platforms/discord/refusals.ts';

describe('identifying', () => {
  it('P7 backs off, up to five minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 20].map(identifyDelay)).toEqual([
      0, 5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000,
    ]);
  });

  it('P7 twenty times in a row waits for more than an hour in all, and starts afresh after calm', async () => {
    let now = 0;
    const waits: number[] = [];
    const throttler = patientThrottler(
      { waitForIdentify: async () => {} },
      { now: () => now },
      async (ms) => {
        waits.push(ms);
        now += ms;
      },
    );
    const { signal } = new AbortController();
    for (let at = 0; at < 20; at++) await throttler.waitForIdentify(0, signal);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(3_600_000);
    now += 24 * 3_600_000;
    await throttler.waitForIdentify(0, signal);
    expect(waits).toHaveLength(19);
  });
});

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
