import { Queue as BullQueue } from 'bullmq';
import type { Cluster, Redis } from 'ioredis';
import type { JobKind } from '../ports/queue.ts';
import { kinds } from './kinds/index.ts';

/** A connection by ioredis. */
export type Connection = Redis | Cluster;

/** The way into BullMQ, by kind. */
export type BullQueues = { readonly [Name in JobKind]: BullQueue };

/** Nobody reads BullMQ's event streams. */
const EVENTS_KEPT = 100;
/** The share of a back-off that is chance: jobs that failed together must not return together. */
const JITTER = 0.5;

/** One hash tag per queue: a Redis Cluster keeps a queue together and may spread the queues. */
export function bullPrefix(prefix: string, kind: JobKind): string {
  return `{${prefix}:${kind}}`;
}

/** Opens the queues on one connection, which may be away: then every use of them fails at once. */
export function openBullQueues(
  connection: Connection,
  prefix: string,
  onError: (error: Error) => void,
): BullQueues {
  const open = (name: JobKind): BullQueue =>
    new BullQueue(name, {
      connection,
      prefix: bullPrefix(prefix, name),
      // Both would ask Redis first, and a queue whose first question fails stays broken.
      skipWaitingForReady: true,
      skipVersionCheck: true,
      streams: { events: { maxLen: EVENTS_KEPT } },
      defaultJobOptions: {
        attempts: kinds[name].attempts,
        backoff: { type: 'exponential', delay: kinds[name].backoffMs, jitter: JITTER },
        stackTraceLimit: 1,
      },
    }).on('error', onError);
  return {
    'record-answers': open('record-answers'),
    'post-occurrence': open('post-occurrence'),
    'close-round': open('close-round'),
    'recount-daily': open('recount-daily'),
    'count-answers': open('count-answers'),
    'remind-round': open('remind-round'),
    'settle-ruling': open('settle-ruling'),
    'verify-community': open('verify-community'),
    'attend-community': open('attend-community'),
    'run-quiz': open('run-quiz'),
  };
}
