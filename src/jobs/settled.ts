import type { Activity } from './activity.ts';
import type { BullQueues, Connection } from './bull-queues.ts';
import { kindNames } from './kinds/index.ts';

/** Jobs may run in another process, whose activity is not seen here. */
const LOOK_AGAIN_MS = 50;

/** Resolves when no job waits, runs or is due, and none did so while it was looking. */
export async function settled(
  queues: BullQueues,
  connection: Connection,
  activity: Activity,
  flushed: () => Promise<void>,
): Promise<void> {
  for (;;) {
    const before = activity.marks();
    await flushed();
    const pending = await jobsPending(queues, connection);
    const quiet = activity.marks() === before;
    if (pending === 0 && quiet) return;
    if (quiet) await activity.next(LOOK_AGAIN_MS);
  }
}

async function jobsPending(queues: BullQueues, connection: Connection): Promise<number> {
  const [seconds = 0, micros = 0] = (await connection.time()).map(Number);
  const now = seconds * 1_000 + Math.ceil(micros / 1_000);
  const counts = kindNames.flatMap((name) => [
    queues[name].getJobCountByTypes('waiting', 'active'),
    queues[name].getDelayedCount(now),
  ]);
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}
