import type { Job } from 'bullmq';

/** Starts a dead letter again. False where it is none any more. */
export async function revive(job: Job): Promise<boolean> {
  try {
    await job.retry('failed', { resetAttemptsMade: true });
    return true;
  } catch (error) {
    if (await job.isFailed()) throw error;
    return false;
  }
}
