import type { JobEvent } from '../jobs/job-event.ts';
import type { Logger, LogLevel } from '../ops/log.ts';

const LINES: Readonly<Record<JobEvent['kind'], readonly [LogLevel, string]>> = {
  dropped: ['debug', 'a job was dropped'],
  stalled: ['warn', 'a job lost its process and runs again'],
  failed: ['warn', 'a job failed and will be tried again'],
  split: ['warn', 'a batch of answers failed and goes on one by one'],
  'dead-lettered': ['error', 'a job failed for good: see npm run hypercall -- dead-letters'],
  error: ['warn', 'the queue has trouble'],
};

/** What the jobs tell an operator. */
export function logJob(log: Logger, event: JobEvent): void {
  const [level, message] = LINES[event.kind];
  const { error, ...rest } = { error: undefined, ...event };
  log[level]({ ...rest, err: error }, message);
}
