import { schedule } from 'node-cron';

/** Calls `beat` again and again, until it is stopped. */
export type Metronome = (beat: () => void) => { stop(): void };

/** Once a minute, at its start. One that a busy process missed is no loss: the next finds all. */
export const everyMinute: Metronome = (beat) => {
  const task = schedule('* * * * *', beat, { suppressMissedWarning: true });
  return { stop: () => void task.destroy() };
};

/**
 * Runs `tick` at once and at every beat, never two at a time: a beat during a long tick is left out.
 * One that throws is told to `onError`, and the next one runs all the same. `stop` waits for the
 * running one.
 */
export function startTick(
  tick: () => Promise<void>,
  onError: (error: unknown) => void,
  metronome: Metronome = everyMinute,
): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const beat = (): void => {
    running ??= guarded(tick, onError).then(() => {
      running = undefined;
    });
  };
  beat();
  const beats = metronome(beat);
  return {
    async stop() {
      beats.stop();
      await running;
    },
  };
}

async function guarded(
  tick: () => Promise<void>,
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    await tick();
  } catch (error) {
    onError(error);
  }
}
