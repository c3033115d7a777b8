import { describe, expect, it } from 'vitest';
import {
  identifyDelay,
  identifyMemory,
  patientThrottler,
} from '../../../src/platforms/discord/identify.ts';
import { countRefusals, MOST_REFUSALS } from '../../../src/platforms/discord/refusals.ts';

describe('identifying', () => {
  it('P7 backs off, up to five minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 20].map(identifyDelay)).toEqual([
      0, 5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000,
    ]);
  });

  it.each([
    ['by one process', false],
    ['by a new process each time', true],
  ])(
    'P7 twenty times in a row %s waits for more than an hour in all, and starts afresh after calm',
    async (_, isNew) => {
      let now = 0;
      const waits: number[] = [];
      const kept = new Map<string, string>();
      const shelf = {
        get: async (name: string) => kept.get(name) ?? null,
        put: async (name: string, text: string) => void kept.set(name, text),
      };
      const process = () =>
        patientThrottler(
          { waitForIdentify: async () => {} },
          { now: () => now },
          identifyMemory('1', isNew ? shelf : null, () => {}),
          async (ms) => {
            waits.push(ms);
            now += ms;
          },
        );
      const { signal } = new AbortController();
      let throttler = process();
      const identify = async (): Promise<void> => {
        if (isNew) throttler = process();
        await throttler.waitForIdentify(0, signal);
      };
      for (let at = 0; at < 20; at++) await identify();
      expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(3_600_000);
      now += 24 * 3_600_000;
      await identify();
      expect(waits).toHaveLength(19);
      expect([...kept.keys()]).toEqual(isNew ? ['discord:identify:1:0'] : []);
    },
  );

  it('P7 goes on without what is remembered elsewhere while the store is away', async () => {
    const reported: string[] = [];
    const away = async (): Promise<never> => {
      throw new Error('away');
    };
    const memory = identifyMemory('1', { get: away, put: away }, (doing) => reported.push(doing));
    expect(await memory.read(0)).toBeNull();
    await memory.write(0, { last: 5, troubles: 1 });
    expect(await memory.read(0)).toEqual({ last: 5, troubles: 1 });
    expect(reported).toHaveLength(2);
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
