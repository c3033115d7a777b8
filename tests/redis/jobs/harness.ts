import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Queue as BullQueue } from 'bullmq';
import { Redis } from 'ioredis';
import { inject, onTestFinished } from 'vitest';
import type { ReplyAddress } from '../../../src/chat/intent.ts';
import type { Day } from '../../../src/core/day.ts';
import { communityId, dailyId, memberId, roundId } from '../../../src/core/ids.ts';
import type { JobEvent } from '../../../src/jobs/job-event.ts';
import { createJobs, type Jobs } from '../../../src/jobs/jobs.ts';
import type {
  CloseRound,
  GivenAnswer,
  JobHandlers,
  JobKind,
  PostOccurrence,
  WakeUp,
} from '../../../src/ports/queue.ts';
import { connectTo } from './connections.ts';

/** A place in Redis of its own. */
export const freshPrefix = (): string => `test-${randomUUID()}`;

/** What was reported, and a way to wait for it. */
export interface Ears {
  readonly heard: JobEvent[];
  report(event: JobEvent): void;
  /** Resolves with the first event of these kinds that nobody has waited for yet. */
  next<Name extends JobEvent['kind']>(...kinds: Name[]): Promise<JobEvent & { kind: Name }>;
}

export function newEars(): Ears {
  const heard: JobEvent[] = [];
  const taken = new Set<JobEvent>();
  const waiting = new Set<() => void>();
  function take(kinds: readonly string[]): JobEvent | undefined {
    const found = heard.find((event) => kinds.includes(event.kind) && !taken.has(event));
    if (found) taken.add(found);
    return found;
  }
  return {
    heard,
    report(event) {
      heard.push(event);
      for (const look of [...waiting]) look();
    },
    next: (...kinds) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = take(kinds);
          if (!found) return;
          waiting.delete(look);
          resolve(found as JobEvent & { kind: (typeof kinds)[number] });
        };
        waiting.add(look);
        look();
      }),
  };
}

export interface Opening {
  readonly socket?: string;
  readonly prefix?: string;
  readonly addTimeoutMs?: number;
  readonly onConnect?: (connection: Redis) => void;
}

export interface OpenJobs extends Jobs, Ears {
  readonly prefix: string;
  /** The wake-up of one occurrence. */
  post(occurrence: PostOccurrence): Promise<void>;
}

/** Jobs that stop with the test. */
export async function openJobs(opening: Opening = {}): Promise<OpenJobs> {
  const { socket = inject('redisSocket'), prefix = freshPrefix(), addTimeoutMs = 2_000 } = opening;
  const ears = newEars();
  const producer = connectTo(socket)('producer');
  await once(producer, 'ready');
  const connect = (purpose: 'producer' | 'worker'): Redis => {
    const connection = purpose === 'producer' ? producer : connectTo(socket)(purpose);
    opening.onConnect?.(connection);
    return connection;
  };
  const jobs = createJobs({ connect, prefix, report: ears.report, addTimeoutMs });
  onTestFinished(() => jobs.stop());
  return { ...jobs, ...ears, prefix, post: (data) => jobs.queue.wake([posting(data)]) };
}

export const posting = (data: PostOccurrence): WakeUp => ({
  kind: 'post-occurrence',
  data,
  afterMs: 0,
});

/** Handlers that have nothing to do, but for those given. */
export function handling(handlers: Partial<JobHandlers>): JobHandlers {
  const idle = async () => ({ kind: 'done' }) as const;
  return {
    'record-answers': idle,
    'post-occurrence': idle,
    'close-round': idle,
    'recount-daily': idle,
    'count-answers': idle,
    'remind-round': idle,
    'settle-ruling': idle,
    'verify-community': idle,
    'attend-community': idle,
    'run-quiz': idle,
    ...handlers,
  };
}

/** Fifty jobs done elsewhere: who wrongly does not wait has long gone on. */
export async function busyElsewhere(): Promise<void> {
  const other = await openJobs();
  await other.work(handling({}));
  for (let count = 0; count < 50; count += 1) {
    await other.queue.closeRound(round(), 0);
    await other.settled();
  }
}

/** BullMQ's own view of a queue, to look at it or to tamper with it. */
export function rawQueue(prefix: string, kind: JobKind, socket = inject('redisSocket')): BullQueue {
  const connection = new Redis({ path: socket, maxRetriesPerRequest: null });
  const queue = new BullQueue(kind, { connection, prefix: `{${prefix}:${kind}}` });
  onTestFinished(async () => {
    await queue.close();
    connection.disconnect();
  });
  return queue;
}

/** Sees a failing job through all its attempts, without its back-offs. */
export async function untilDead({ next, prefix }: OpenJobs, kind: JobKind): Promise<void> {
  const raw = rawQueue(prefix, kind);
  while ((await next('failed', 'dead-lettered')).kind === 'failed') await raw.promoteJobs();
}

/** Open to all at once, when somebody opens it. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const COMMUNITY = communityId.of('discord:100000000000000001');

export function answer(number: number, community: string = COMMUNITY): GivenAnswer {
  return {
    community: communityId.of(community),
    round: roundId.of('AbCdEfGhIjK1'),
    member: memberId.of(`${number}`),
    event: `event:${number}`,
    response: { kind: 'choice', picks: [number % 4] },
    receivedAt: 1_767_600_000_000 + number,
    locale: 'en',
    message: null,
    replyTo: `secret-${number}` as ReplyAddress,
  };
}

export function answers(count: number): GivenAnswer[] {
  return Array.from({ length: count }, (_, number) => answer(number));
}

export function occurrence(day = '2026-01-05', community: string = COMMUNITY): PostOccurrence {
  return { community: communityId.of(community), daily: dailyId.of('d1'), day: day as Day };
}

export function round(id = 'AbCdEfGhIjK1', community: string = COMMUNITY): CloseRound {
  return { community: communityId.of(community), round: roundId.of(id) };
}
