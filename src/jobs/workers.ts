import type { Worker } from 'bullmq';
import type { JobHandlers, JobKind } from '../ports/queue.ts';
import type { BullQueues } from './bull-queues.ts';
import { kinds } from './kinds/index.ts';
import { createLanes, type Lanes } from './lanes.ts';
import { within } from './within.ts';
import { startWorker, type Workshop } from './worker.ts';

/** One worker per kind. */
export interface Workers {
  /** Resolves when all are connected. */
  ready(): Promise<void>;
  /** Takes no more jobs, lets the running ones finish for at most 8 s, and hangs up within 1 s more. */
  stop(): Promise<void>;
}

const FINISH_LIMIT_MS = 8_000;
const CLOSE_LIMIT_MS = 1_000;

export function startWorkers(queues: BullQueues, handlers: JobHandlers, shop: Workshop): Workers {
  const allLanes: Lanes[] = [];
  const start = <Name extends JobKind>(name: Name): Worker => {
    const bench = { kind: kinds[name], handle: handlers[name], queue: queues[name] };
    const lanes = createLanes();
    allLanes.push(lanes);
    return startWorker<Name>({ ...bench, lanes, report: shop.report }, shop);
  };
  const workers = [
    start('record-answers'),
    start('post-occurrence'),
    start('close-round'),
    start('recount-daily'),
    start('count-answers'),
    start('remind-round'),
    start('settle-ruling'),
    start('verify-community'),
    start('attend-community'),
    start('run-quiz'),
  ];
  const each = async (act: (worker: Worker) => Promise<unknown>): Promise<void> => {
    await Promise.all(workers.map(act));
  };

  async function stop(): Promise<void> {
    await each((worker) => worker.pause(true));
    for (const lanes of allLanes) lanes.close();
    const isFinished = await inTime(FINISH_LIMIT_MS, finished(shop.running));
    if (!isFinished) shop.onError(unfinished(shop.running.size));
    // Without Redis a worker waits for the end of its own questions.
    const force = !isFinished || !isConnected(shop);
    await inTime(
      CLOSE_LIMIT_MS,
      each((worker) => worker.close(force)),
    );
    shop.connection.disconnect();
  }
  return { ready: () => each((worker) => worker.waitUntilReady()), stop };
}

async function finished(running: ReadonlySet<Promise<void>>): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running);
}

function unfinished(count: number): Error {
  return new Error(
    `${count} jobs did not finish within ${FINISH_LIMIT_MS} ms; they will run again`,
  );
}

function isConnected({ connection: { status } }: Workshop): boolean {
  return status === 'ready' || status === 'connect';
}

function inTime(ms: number, promise: Promise<void>): Promise<boolean> {
  return within(ms, promise).then(
    () => true,
    () => false,
  );
}
