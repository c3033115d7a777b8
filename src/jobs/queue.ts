import type { Queue as BullQueue } from 'bullmq';
import {
  type GivenAnswer,
  type JobKind,
  type Queue,
  QueueAway,
  type WakeUp,
} from '../ports/queue.ts';
import type { BullQueues, Connection } from './bull-queues.ts';
import { type GroupCommit, groupCommit } from './group-commit.ts';
import { kinds } from './kinds/index.ts';
import { mayHaveArrived } from './may-have-arrived.ts';
import { revive } from './revive.ts';
import { within } from './within.ts';

const ANSWER_LIMITS = { group: 100, waiting: 10_000 };
/** Wake-ups of one kind that travel together: few enough to be confirmed in time on a busy server. */
const WAKE_UPS_TOGETHER = 500;

/** The queue's port on BullMQ; `answers` tells when all that were given are confirmed or refused. */
export function queueOn(
  queues: BullQueues,
  connection: Connection,
  addTimeoutMs: number,
): { readonly queue: Queue; readonly answers: GroupCommit<GivenAnswer> } {
  const answers = groupCommit<GivenAnswer>((group) => addAnswers(queues['record-answers'], group), {
    ...ANSWER_LIMITS,
    patienceMs: addTimeoutMs,
  });
  async function wake(wakeUps: readonly WakeUp[]): Promise<void> {
    for (const [kind, some] of inGroups(wakeUps)) {
      try {
        await within(addTimeoutMs, wakeTogether(queues[kind], connection, some));
      } catch (cause) {
        throw new QueueAway(cause, mayHaveArrived(cause));
      }
    }
  }
  const closeRound: Queue['closeRound'] = (data, afterMs) =>
    wake([{ kind: 'close-round', data, afterMs }]);
  return { queue: { recordAnswer: answers.give, wake, closeRound }, answers };
}

/** Those of one kind together. */
function* inGroups(wakeUps: readonly WakeUp[]): Generator<[JobKind, readonly WakeUp[]]> {
  for (const kind of new Set(wakeUps.map((each) => each.kind))) {
    const alike = wakeUps.filter((each) => each.kind === kind);
    for (let at = 0; at < alike.length; at += WAKE_UPS_TOGETHER) {
      yield [kind, alike.slice(at, at + WAKE_UPS_TOGETHER)];
    }
  }
}

async function addAnswers(queue: BullQueue, answers: readonly GivenAnswer[]): Promise<void> {
  const jobId = kinds['record-answers'].idOf({ answers });
  await queue.add('record-answers', { answers }, { jobId });
}

const jobIdOf = <Kind extends WakeUp['kind']>({ kind, data }: WakeUp<Kind>): string =>
  kinds[kind].idOf(data);

/**
 * Adds each job unless there is one. One that waits will do; so will one that runs, since the next tick
 * finds what it missed. A delayed one comes forward; a dead letter starts again, for the ledger wakes
 * a row for as long as it is due.
 */
async function wakeTogether(
  queue: BullQueue,
  connection: Connection,
  wakeUps: readonly WakeUp[],
): Promise<void> {
  const ids = wakeUps.map((each) => jobIdOf(each));
  const jobs = await queue.addBulk(
    wakeUps.map(({ kind, data, afterMs }, at) => ({
      name: kind,
      data,
      opts: { jobId: ids[at] as string, delay: afterMs },
    })),
  );
  const [failed, delayed] = await Promise.all([
    connection.zmscore(queue.toKey('failed'), ...ids),
    connection.zmscore(queue.toKey('delayed'), ...ids),
  ]);
  const dead = jobs.filter((_, at) => failed[at] !== null);
  const early = wakeUps.filter((_, at) => delayed[at] !== null);
  await Promise.all([
    ...dead.map((job) => revive(job)),
    ...early.map((each) => bringForward(queue, jobIdOf(each), each.afterMs)),
  ]);
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
