import { type Queue as BullQueue, DelayedError, type Job, UnrecoverableError } from 'bullmq';
import { z } from 'zod';
import type { JobHandlers, JobKind, JobResult } from '../ports/queue.ts';
import { handleOf, type Report } from './job-event.ts';
import type { Kind } from './kinds/kind.ts';
import type { Lanes } from './lanes.ts';

/** What running a job of a kind takes. */
export interface Bench<Name extends JobKind> {
  readonly kind: Kind<Name>;
  readonly handle: JobHandlers[Name];
  /** Where the pieces of a batch go. */
  readonly queue: BullQueue;
  readonly report: Report;
  readonly lanes: Lanes;
}

const STALLS_BEFORE_SPLIT = 2;

/** Runs a job and does what its result asks for. Throws where BullMQ is to try again or to give up. */
export async function runJob<Name extends JobKind>(
  bench: Bench<Name>,
  job: Job,
  token: string | undefined,
): Promise<void> {
  const begun = performance.now();
  const result = await resultOf(bench, job);
  switch (result.kind) {
    case 'done':
      return;
    case 'drop':
      return bench.report({ kind: 'dropped', id: handleOf(job), because: result.because });
    case 'again':
      // Takes no attempt away.
      await job.moveToDelayed(machineTime(job, begun) + result.afterMs, token);
      throw new DelayedError();
  }
}

/** BullMQ counts by the machine's clock, not the injected one: when it began the job, and since. */
function machineTime(job: Job, begun: number): number {
  return Math.floor((job.processedOn ?? job.timestamp) + performance.now() - begun);
}

/** One bad piece must not fail its neighbours: a batch that throws goes on in pieces, at once. */
async function resultOf<Name extends JobKind>(bench: Bench<Name>, job: Job): Promise<JobResult> {
  const { kind, lanes, queue, report } = bench;
  try {
    if (job.stalledCounter >= STALLS_BEFORE_SPLIT) refuseKiller(kind, job);
    const data = parsed(kind, job.data);
    return await lanes.run(kind.laneOf(data), () => bench.handle(data));
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const pieces = kind.piecesOf(job.data);
    if (pieces.length === 0) throw error;
    const name = kind.kind;
    await queue.addBulk(pieces.map(({ jobId, data }) => ({ name, data, opts: { jobId } })));
    report({ kind: 'split', id: handleOf(job), into: pieces.length, error });
    return { kind: 'done' };
  }
}

/** One of its pieces may be what ended the processes that ran it. */
function refuseKiller<Name extends JobKind>(kind: Kind<Name>, job: Job): void {
  if (kind.piecesOf(job.data).length === 0) return;
  throw new Error(`The process ended or hung ${job.stalledCounter} times during this job`);
}

function parsed<Name extends JobKind>(kind: Kind<Name>, data: unknown) {
  const result = kind.data.safeParse(data);
  if (result.success) return result.data;
  throw new UnrecoverableError(`Its data does not fit: ${z.prettifyError(result.error)}`);
}
