import type { JobHandlers, Queue } from '../ports/queue.ts';
import { newActivity } from './activity.ts';
import { type Connection, openBullQueues } from './bull-queues.ts';
import { type DeadLetters, deadLettersOf } from './dead-letters.ts';
import type { Report } from './job-event.ts';
import { watchOutages } from './outage.ts';
import { queueOn } from './queue.ts';
import { settled } from './settled.ts';
import { startWorkers, type Workers } from './workers.ts';

export interface JobsOptions {
  /**
   * Makes a connection, once per purpose; `stop` ends it. The producer's has to fail fast
   * (`enableOfflineQueue: false`, few `maxRetriesPerRequest`), so it should be ready: what is asked of
   * it before is refused. The worker's has to wait for Redis (`maxRetriesPerRequest: null`).
   */
  readonly connect: (purpose: 'producer' | 'worker') => Connection;
  /** Heads every key, e.g. `hypercall`. */
  readonly prefix: string;
  /** Called for what an operator may want to read of; must not throw. */
  readonly report: Report;
  /** How long a caller waits for a job to be confirmed: 2,000. */
  readonly addTimeoutMs?: number;
}

export interface Jobs {
  readonly queue: Queue;
  /** Starts taking jobs; resolves when the workers are connected. To be called once. */
  work(handlers: JobHandlers): Promise<void>;
  /** Resolves when no job waits, runs or is due; retries to come do not count. Throws without Redis. */
  settled(): Promise<void>;
  readonly deadLetters: DeadLetters;
  /** Lets jobs finish (at most 8 s) and answers be confirmed (at most `addTimeoutMs`), then hangs up. */
  stop(): Promise<void>;
}

/** The queue and its workers on BullMQ. */
export function createJobs(options: JobsOptions): Jobs {
  const { connect, prefix, report, addTimeoutMs = 2_000 } = options;
  const producer = connect('producer');
  const queues = openBullQueues(producer, prefix, watchOutages(producer, report));
  const { queue, answers } = queueOn(queues, producer, addTimeoutMs);
  const activity = newActivity();
  let workers: Workers | undefined;
  let stopping: Promise<void> | undefined;

  async function hangUp(): Promise<void> {
    await workers?.stop();
    await answers.flushed();
    await Promise.all(Object.values(queues).map((each) => each.close()));
    producer.disconnect();
  }

  return {
    queue,
    async work(handlers) {
      const connection = connect('worker');
      const onError = watchOutages(connection, report);
      const [onChange, running] = [activity.mark, new Set<Promise<void>>()];
      const shop = { connection, prefix, report, onError, onChange, running };
      workers = startWorkers(queues, handlers, shop);
      await workers.ready();
    },
    settled: () => settled(queues, producer, activity, answers.flushed),
    deadLetters: deadLettersOf(queues),
    stop: () => (stopping ??= hangUp()),
  };
}
