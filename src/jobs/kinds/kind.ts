import type { ZodType } from 'zod';
import type { JobData, JobKind } from '../../ports/queue.ts';

/** Everything that is fixed about a kind of job; what it does is its handler's business. */
export interface Kind<Name extends JobKind> {
  /** Permanent: jobs of earlier releases carry it. */
  readonly kind: Name;
  /** Data is parsed on the way out of the queue too: an earlier release may have written it. */
  readonly data: ZodType<JobData[Name]>;
  /** The natural id, by which twice is once; BullMQ allows neither colons nor integers. */
  idOf(data: JobData[Name]): string;
  /** The pieces of data that can be jobs of their own; none where it is one piece. It may not fit. */
  piecesOf(data: unknown): readonly Piece[];
  /** What it is about, for an operator; no secrets and no responses. */
  summaryOf(data: JobData[Name]): string;
  /** Whose other jobs of this kind it must wait for; null where it is nobody's in particular. */
  laneOf(data: JobData[Name]): string | null;
  /** How often it may throw; the last time makes it a dead letter. */
  readonly attempts: number;
  /** Waits about this long before the second attempt, twice as long before each further one. */
  readonly backoffMs: number;
  /** How many run at once in one process. */
  readonly concurrency: number;
}

interface Piece {
  readonly jobId: string;
  readonly data: unknown;
}

/** Compiles only where the schema gives exactly the port's data: each fits the other. */
export function defineKind<Name extends JobKind, Data extends JobData[Name]>(
  kind: Omit<Kind<Name>, 'data'> & {
    readonly kind: Name;
    readonly data: ZodType<Data> & (JobData[Name] extends Data ? unknown : never);
  },
): Kind<Name> {
  return kind;
}
