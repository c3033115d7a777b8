import { describe, expect, it } from 'vitest';
import {
  identifyDelay,
  identifyMemory,
  patientThrottler,
  startDelay,
} from '../../../src/platforms/discord/identify.ts';

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
          0,
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

describe('starting', () => {
  const left = (remaining: number, hours = 24) => ({
    total: 1_000,
    remaining,
    reset_after: hours * 3_600_000,
  });

  it('P7 waits for nothing while more than half of the starts are left', () => {
    expect([1_000, 501].map((remaining) => startDelay(left(remaining)))).toEqual([0, 0]);
  });

  it('P7 again and again all day leaves starts over', () => {
    let now = 0;
    let remaining = 1_000;
    while (now < 24 * 3_600_000) {
      now += startDelay(left(remaining, 24 - now / 3_600_000));
      // A process takes a second to end and be started again.
      now += 1_000;
      remaining--;
    }
    expect(remaining).toBeGreaterThan(0);
  });

  it('P7 waits before the first identify of each shard alone', async () => {
    const waits: number[] = [];
    const throttler = patientThrottler(
      { waitForIdentify: async () => {} },
      { now: () => waits.length * 24 * 3_600_000 },
      identifyMemory('1', null, () => {}),
      7_000,
      async (ms) => void waits.push(ms),
    );
    const { signal } = new AbortController();
    for (const shard of [0, 1, 0]) await throttler.waitForIdentify(shard, signal);
    expect(waits).toEqual([7_000, 7_000]);
  });
});
