import type { Queue as BullQueue } from 'bullmq';
import { type GivenAnswer, type JobData, type Queue, QueueAway } from '../ports/queue.ts';
import type { BullQueues } from './bull-queues.ts';
import { type GroupCommit, groupCommit } from './group-commit.ts';
import { kinds } from './kinds/index.ts';
import { mayHaveArrived } from './may-have-arrived.ts';
import { revive } from './revive.ts';
import { within } from './within.ts';

type WakeUp =
  | 'post-occurrence'
  | 'close-round'
  | 'recount-daily'
  | 'remind-round'
  | 'verify-community';

const ANSWER_LIMITS = { group: 100, waiting: 10_000 };

/** The queue's port on BullMQ; `answers` tells when all that were given are confirmed or refused. */
export function queueOn(
  queues: BullQueues,
  addTimeoutMs: number,
): { readonly queue: Queue; readonly answers: GroupCommit<GivenAnswer> } {
  const answers = groupCommit<GivenAnswer>((group) => addAnswers(queues['record-answers'], group), {
    ...ANSWER_LIMITS,
    patienceMs: addTimeoutMs,
  });
  async function wake<Name extends WakeUp>(name: Name, data: JobData[Name], afterMs: number) {
    try {
      await within(addTimeoutMs, wakeUp(queues[name], name, kinds[name].idOf(data), data, afterMs));
    } catch (cause) {
      throw new QueueAway(cause, mayHaveArrived(cause));
    }
  }
  const queue: Queue = {
    recordAnswer: answers.give,
    postOccurrence: (occurrence) => wake('post-occurrence', occurrence, 0),
    closeRound: (round, afterMs) => wake('close-round', round, afterMs),
    recountDaily: (daily) => wake('recount-daily', daily, 0),
    remindRound: (round) => wake('remind-round', round, 0),
    verifyCommunity: (community) => wake('verify-community', community, 0),
  };
  return { queue, answers };
}

async function addAnswers(queue: BullQueue, answers: readonly GivenAnswer[]): Promise<void> {
  const jobId = kinds['record-answers'].idOf({ answers });
  await queue.add('record-answers', { answers }, { jobId });
}

/**
 * Adds a job unless there is one. One that waits will do; so will one that runs, since the next tick
 * finds what it missed. A delayed one comes forward; a dead letter starts again, for the ledger wakes
 * a row for as long as it is due.
 */
async function wakeUp(
  queue: BullQueue,
  name: WakeUp,
  jobId: string,
  data: JobData[WakeUp],
  afterMs: number,
): Promise<void> {
  const job = await queue.add(name, data, { jobId, delay: afterMs });
  const state = await job.getState();
  if (state === 'failed') await revive(job);
  if (state === 'delayed') await bringForward(queue, jobId, afterMs);
}

/** BullMQ keeps the delay of a delayed job, not its time; it can only have become shorter since. */
async function bringForward(queue: BullQueue, jobId: string, afterMs: number): Promise<void> {
  const job = await queue.getJob(jobId);
  if (!job || job.delay <= afterMs) return;
  try {
    await job.changeDelay(afterMs);
  } catch (error) {
    if (await job.isDelayed()) throw error;
  }
}
