import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf } from './fault.ts';
import { healthOf } from './health.ts';

/** A server that keeps ending is started this often, not more. */
const PAUSE_MS = 500;

/** Watches over a running server. */
export interface Keeper {
  /** Lets it end for good; resolves when no start of it is under way. */
  letGo(): Promise<void>;
}

/**
 * Starts the server again whenever it ends by itself (out of memory, a crash): its clients wait for the
 * same socket, so that nothing else has to notice. An open line to it tells the moment.
 */
export function keepRunning(
  socket: string,
  launch: () => Promise<void>,
  report: (progress: string) => void,
): Keeper {
  let isKept = true;
  let line: Socket;
  let reviving: Promise<void> = Promise.resolve();

  function watch(): void {
    line = connect(socket);
    line.unref();
    line.resume();
    line.on('error', () => line.destroy());
    line.on('close', () => {
      if (isKept) reviving = revive();
    });
  }

  async function revive(): Promise<void> {
    while (isKept) {
      await pause(PAUSE_MS, undefined, { ref: false });
      if (!isKept) return;
      try {
        if ((await healthOf(socket)) === 'absent') await launch();
        watch();
        return;
      } catch (error) {
        report(`Redis ended and does not start again (${reasonOf(error)}); trying on.`);
      }
    }
  }

  watch();
  return {
    async letGo() {
      isKept = false;
      line.destroy();
      await reviving;
    },
  };
}
