import type { Job } from 'bullmq';

/** What an operator may want to read of. `id` is the handle that dead letters go by. */
export type JobEvent =
  /** Threw, and will be tried again. */
  | {
      readonly kind: 'failed';
      readonly id: string;
      readonly attempt: number;
      readonly error: Error;
    }
  /** Threw for the last time. */
  | { readonly kind: 'dead-lettered'; readonly id: string; readonly error: Error }
  /** A batch that threw goes on as one job per answer. */
  | { readonly kind: 'split'; readonly id: string; readonly into: number; readonly error: Error }
  | { readonly kind: 'dropped'; readonly id: string; readonly because: string }
  /** Its process died or hung; it runs again. */
  | { readonly kind: 'stalled'; readonly id: string }
  /** Redis went away, or a fault that belongs to no job. Told once per outage. */
  | { readonly kind: 'error'; readonly error: Error };

export type Report = (event: JobEvent) => void;

/** The stable handle of a job, e.g. `post-occurrence/post-discord.1-d1-2026-01-05`. */
export function handleById(kind: string, jobId: string): string {
  return `${kind}/${jobId}`;
}

export function handleOf(job: Job): string {
  return handleById(job.name, job.id ?? '');
}
