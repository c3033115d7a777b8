import { type Job, Worker } from 'bullmq';
import type { JobKind } from '../ports/queue.ts';
import { bullPrefix, type Connection } from './bull-queues.ts';
import { handleById, handleOf, type Report } from './job-event.ts';
import { type Bench, runJob } from './run-job.ts';

/** What all workers of a process share. */
export interface Workshop {
  readonly connection: Connection;
  readonly prefix: string;
  readonly report: Report;
  readonly onError: (error: Error) => void;
  /** Called whenever a job starts or ends. */
  readonly onChange: () => void;
  /** Jobs that run now. */
  readonly running: Set<Promise<void>>;
}

/**
 * A killed process's jobs run again when their locks have run out (at most 6 s after the kill) and a
 * check has seen it (every 3 s). A job whose process hangs for longer than its lock runs twice, which
 * natural keys make harmless.
 */
const TIMING = { lockDuration: 6_000, stalledInterval: 3_000, runRetryDelay: 1_000 };
/** A job has not failed when its process died; one that always kills its process ends here. */
const MAX_STALLS = 10;
const DAY_S = 86_400;

/** Starts taking jobs of one kind. */
export function startWorker<Name extends JobKind>(bench: Bench<Name>, shop: Workshop): Worker {
  const { kind, concurrency } = bench.kind;
  const work = async (job: Job, token?: string): Promise<void> => {
    const run = runJob(bench, job, token);
    shop.running.add(run);
    await run.finally(() => {
      shop.running.delete(run);
      shop.onChange();
    });
  };
  const worker = new Worker(kind, work, {
    ...TIMING,
    concurrency,
    connection: shop.connection,
    prefix: bullPrefix(shop.prefix, kind),
    maxStalledCount: MAX_STALLS,
    // A wake-up must be able to come again, and natural keys know what was done.
    removeOnComplete: { count: 0 },
    // What is left are the dead letters.
    removeOnFail: { age: 30 * DAY_S, count: 10_000 },
  });
  return listen(worker, kind, shop);
}

function listen(worker: Worker, kind: JobKind, { report, onError, onChange }: Workshop): Worker {
  return worker
    .on('error', onError)
    .on('active', onChange)
    .on('completed', onChange)
    .on('stalled', (jobId) => report({ kind: 'stalled', id: handleById(kind, jobId) }))
    .on('failed', (job, error) => {
      onChange();
      if (job) reportFailure(job, error, report);
    });
}

function reportFailure(job: Job, error: Error, report: Report): void {
  const id = handleOf(job);
  const isDead = job.finishedOn !== undefined;
  if (isDead) report({ kind: 'dead-lettered', id, error });
  else report({ kind: 'failed', id, attempt: job.attemptsMade, error });
}
