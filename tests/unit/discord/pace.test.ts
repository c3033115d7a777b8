import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sendingPace } from '../../../src/platforms/discord/pace.ts';
import { NO_OTHERS } from '../../../src/platforms/discord/shared-turns.ts';

/** A clock that moves when somebody waits, and a little more, as timers do. */
function clockwork(late: () => number) {
  let at = 0;
  return {
    now: () => at,
    pass(ms: number) {
      at += ms;
    },
    async wait(ms: number) {
      at += ms + late();
    },
  };
}

const most = (times: readonly number[]): number =>
  Math.max(...times.map((at) => times.filter((each) => each >= at && each < at + 1_000).length));

it('P4 never lets more than 50 requests go in any second, however timers and silences fall', async () => {
  const silences = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 8 });
  const lateness = fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(silences, lateness, async (pauses, late) => {
      let turn = 0;
      const clock = clockwork(() => late[turn++ % late.length] ?? 0);
      const pace = sendingPace(NO_OTHERS, clock.now, clock.wait);
      const times: number[] = [];
      for (const pause of [0, ...pauses]) {
        clock.pass(pause);
        for (let at = 0; at < 70; at++) {
          await pace.turn();
          times.push(clock.now());
        }
      }
      expect(most(times)).toBeLessThanOrEqual(50);
    }),
  );
});

it('P4 lets as many go as Discord takes, where timers are a little late', async () => {
  const clock = clockwork(() => 1);
  const pace = sendingPace(NO_OTHERS, clock.now, clock.wait);
  for (let at = 0; at < 2_000; at++) await pace.turn();
  expect(2_000 / (clock.now() / 1_000)).toBeGreaterThan(48.5);
});

it('leaves a wait that is too long to the caller, and goes on after one that was called off', async () => {
  const clock = clockwork(() => 0);
  const pace = sendingPace(NO_OTHERS, clock.now, clock.wait);
  const turns = await Promise.allSettled([
    ...Array.from({ length: 100 }, () => pace.turn()),
    pace.turn(AbortSignal.abort()),
    ...Array.from({ length: 300 }, () => pace.turn()),
  ]);
  const refused = turns.flatMap((turn) => (turn.status === 'rejected' ? [turn.reason] : []));
  expect(refused[0]?.name).toBe('AbortError');
  expect(refused.length).toBeGreaterThan(100);
  expect(
    refused.slice(1).every(({ name, afterMs }) => name === 'Silenced' && afterMs > 5_000),
  ).toBe(true);
  await pace.turn();
});

it('P4 leaves a turn that the whole bot has to wait long for to the caller', async () => {
  const clock = clockwork(() => 0);
  const booked = [0, 40, 60_000, 0];
  const shared = { ...NO_OTHERS, next: async () => booked.shift() ?? 0 };
  const pace = sendingPace(shared, clock.now, clock.wait);
  await pace.turn();
  const before = clock.now();
  await pace.turn();
  expect(clock.now() - before).toBe(40);
  await expect(pace.turn()).rejects.toMatchObject({ name: 'Silenced', afterMs: 60_000 });
  await pace.turn();
});
