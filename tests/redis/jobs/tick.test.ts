import { afterEach, describe, expect, it, vi } from 'vitest';
import { everyMinute, type Metronome, startTick } from '../../../src/jobs/tick.ts';
import { gate } from './harness.ts';

/** A metronome that beats by hand. */
function byHand(): {
  readonly metronome: Metronome;
  beat(): void;
  readonly stopped: () => boolean;
} {
  let beat = (): void => undefined;
  let stopped = false;
  return {
    metronome: (act) => {
      beat = act;
      return {
        stop() {
          stopped = true;
        },
      };
    },
    beat: () => beat(),
    stopped: () => stopped,
  };
}

function unreachable(error: unknown): never {
  throw error;
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the tick', () => {
  it('comes at once and then at every beat', async () => {
    const { metronome, beat } = byHand();
    const tick = vi.fn(async () => undefined);
    startTick(tick, unreachable, metronome);
    expect(tick).toHaveBeenCalledTimes(1);
    for (const count of [2, 3]) {
      await settle();
      beat();
      expect(tick).toHaveBeenCalledTimes(count);
    }
  });

  it('Q6 goes on after one that threw, which is told', async () => {
    const { metronome, beat } = byHand();
    const fault = new Error('no plan');
    const told: unknown[] = [];
    const tick = vi.fn(async () => undefined).mockRejectedValueOnce(fault);
    startTick(tick, (error) => told.push(error), metronome);
    await settle();
    beat();
    expect(told).toEqual([fault]);
    expect(tick).toHaveBeenCalledTimes(2);
  });

  it('is never two at a time', async () => {
    const { metronome, beat } = byHand();
    const long = gate();
    const tick = vi.fn(() => long.opened);
    startTick(tick, unreachable, metronome);
    beat();
    expect(tick).toHaveBeenCalledTimes(1);
    long.open();
    await settle();
    beat();
    expect(tick).toHaveBeenCalledTimes(2);
  });

  it('stops when the running one has ended', async () => {
    const { metronome, stopped } = byHand();
    const long = gate();
    const ticking = startTick(() => long.opened, unreachable, metronome);
    const order: string[] = [];
    const stopping = ticking.stop().then(() => order.push('stopped'));
    expect(stopped()).toBe(true);
    await settle();
    order.push('ended');
    long.open();
    await stopping;
    expect(order).toEqual(['ended', 'stopped']);
  });
});

describe('every minute', () => {
  afterEach(() => void vi.useRealTimers());

  it('is at its start, until it is stopped', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-05T08:59:30.000Z') });
    const beats: string[] = [];
    const { stop } = everyMinute(() => beats.push(new Date().toISOString().slice(0, 19)));
    await vi.advanceTimersByTimeAsync(120_000);
    stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(beats).toEqual(['2026-01-05T09:00:00', '2026-01-05T09:01:00']);
  });
});
