import type { Job } from 'bullmq';
import type { Instant } from '../core/day.ts';
import type { JobKind } from '../ports/queue.ts';
import type { BullQueues } from './bull-queues.ts';
import { handleOf } from './job-event.ts';
import { kindNames, kinds } from './kinds/index.ts';
import type { Kind } from './kinds/kind.ts';
import { revive } from './revive.ts';

/** A job that was given up: kept for 30 days, the latest 10,000 of each kind. */
export interface DeadLetter {
  /** Stable, for the operator to name it by. */
  readonly id: string;
  readonly kind: JobKind;
  /** What the last attempt said. */
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: Instant;
  /** What it was about. */
  readonly summary: string;
}

export interface DeadLetters {
  /** Newest first, of all kinds. */
  list(): Promise<readonly DeadLetter[]>;
  /** Starts one (or `all`) again, with all its attempts; says how many that were. */
  replay(id: string): Promise<number>;
}

const AT_ONCE = 100;

export function deadLettersOf(queues: BullQueues): DeadLetters {
  return {
    async list() {
      const letters = await Promise.all(kindNames.map((kind) => lettersOf(queues, kind)));
      return letters.flat().sort((a, b) => b.failedAt - a.failedAt);
    },
    async replay(id) {
      const jobs = id === 'all' ? await allFailed(queues) : await failedOne(queues, id);
      let revived = 0;
      for (let at = 0; at < jobs.length; at += AT_ONCE) {
        const results = await Promise.all(jobs.slice(at, at + AT_ONCE).map(revive));
        revived += results.filter(Boolean).length;
      }
      return revived;
    },
  };
}

async function lettersOf<Name extends JobKind>(
  queues: BullQueues,
  name: Name,
): Promise<DeadLetter[]> {
  const jobs = await queues[name].getFailed();
  return jobs.map((job) => ({
    id: handleOf(job),
    kind: name,
    reason: job.failedReason,
    attempts: job.attemptsMade,
    failedAt: job.finishedOn ?? job.timestamp,
    summary: summaryOf(kinds[name], job.data),
  }));
}

function summaryOf<Name extends JobKind>(kind: Kind<Name>, data: unknown): string {
  const parsed = kind.data.safeParse(data);
  return parsed.success ? kind.summaryOf(parsed.data) : 'data that does not fit';
}

async function allFailed(queues: BullQueues): Promise<Job[]> {
  return (await Promise.all(kindNames.map((name) => queues[name].getFailed()))).flat();
}

async function failedOne(queues: BullQueues, id: string): Promise<Job[]> {
  const name = kindNames.find((kind) => id.startsWith(`${kind}/`));
  if (!name) return [];
  const job = await queues[name].getJob(id.slice(name.length + 1));
  return job && (await job.isFailed()) ? [job] : [];
}
