import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { createJobs } from '../../../src/jobs/jobs.ts';
import { QueueAway } from '../../../src/ports/queue.ts';
import { type PrivateRedis, startPrivateRedis } from '../../../src/store/server/private-redis.ts';
import { connectTo } from './connections.ts';
import {
  answer,
  answers,
  busyElsewhere,
  freshPrefix,
  gate,
  handling,
  newEars,
  occurrence,
  openJobs,
  posting,
  round,
} from './harness.ts';

interface OwnRedis {
  readonly socket: string;
  /** Ends the server as an operator would: its data stays. */
  stop(): Promise<void>;
  /** Lets it hang, or go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): Promise<void>;
  /** Starts it again on the same socket and data. */
  start(): Promise<void>;
}

async function ownRedis(): Promise<OwnRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'hc-jobs-'));
  const launch = (): Promise<PrivateRedis> =>
    startPrivateRedis({
      folder,
      fsync: 'always',
      report: () => undefined,
      binaries: inject('redisBinaries'),
      env: process.env,
    });
  const signal = async (name: 'SIGSTOP' | 'SIGCONT'): Promise<void> => {
    process.kill(Number(await readFile(join(folder, 'redis.pid'), 'utf8')), name);
  };
  let server = await launch();
  onTestFinished(async () => {
    // A test that failed may have left it hanging, or gone.
    await signal('SIGCONT').catch(() => undefined);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    socket: server.socket,
    stop: () => server.stop(),
    signal,
    async start() {
      server = await launch();
    },
  };
}

describe('while Redis hangs', () => {
  it('Q17 the queue refuses after its time-out, and takes jobs again afterwards', async () => {
    const redis = await ownRedis();
    const jobs = await openJobs({ socket: redis.socket, addTimeoutMs: 200 });
    await redis.signal('SIGSTOP');
    const refused = await Promise.allSettled([
      ...answers(150).map(jobs.queue.recordAnswer),
      jobs.post(occurrence()),
    ]);
    await redis.signal('SIGCONT');
    const reasons = refused.map((result) => result.status === 'rejected' && result.reason);
    expect(reasons.filter((reason) => reason instanceof QueueAway)).toHaveLength(151);
    const patient = await openJobs({ socket: redis.socket, prefix: jobs.prefix });
    await patient.queue.recordAnswer(answer(200));
    await jobs.queue.recordAnswer(answer(201));
    const recorded = new Set<string>();
    await jobs.work(
      handling({
        'record-answers': async (data) => {
          for (const { member } of data.answers) recorded.add(member);
          return { kind: 'done' };
        },
      }),
    );
    await jobs.settled();
    expect([...recorded]).toEqual(expect.arrayContaining(['200', '201']));
  });
});

describe('while Redis is away', () => {
  it('Q17 the queue refuses at once', async () => {
    const redis = await ownRedis();
    const jobs = await openJobs({ socket: redis.socket, addTimeoutMs: 20_000 });
    await redis.stop();
    await jobs.next('error');
    const refused = await Promise.allSettled([
      ...answers(150).map(jobs.queue.recordAnswer),
      jobs.post(occurrence()),
      jobs.queue.closeRound(round(), 5),
    ]);
    const reasons = refused.map((result) => result.status === 'rejected' && result.reason);
    expect(reasons.filter((reason) => reason instanceof QueueAway)).toHaveLength(152);
    await redis.start();
  });

  it('Q17 is told once per connection, and stopping takes no harm', async () => {
    const redis = await ownRedis();
    const triedTenTimes = gate();
    let tries = 0;
    const onConnect = (connection: Redis): void => {
      connection.on('error', () => {
        tries += 1;
        if (tries === 10) triedTenTimes.open();
      });
    };
    const jobs = await openJobs({ socket: redis.socket, onConnect });
    await jobs.work(handling({}));
    await redis.stop();
    await triedTenTimes.opened;
    await jobs.stop();
    expect(jobs.heard.map((event) => event.kind)).toEqual(['error', 'error']);
  });

  it('Q20 stopping waits for the running jobs all the same', async () => {
    const redis = await ownRedis();
    const jobs = await openJobs({ socket: redis.socket });
    const [started, finish] = [gate(), gate()];
    const order: string[] = [];
    await jobs.work(
      handling({
        'close-round': async () => {
          started.open();
          await finish.opened;
          return { kind: 'done' };
        },
      }),
    );
    await jobs.queue.closeRound(round(), 0);
    await started.opened;
    await redis.stop();
    await jobs.next('error');
    const stopping = jobs.stop().then(() => order.push('stopped'));
    await busyElsewhere();
    order.push('finish');
    finish.open();
    await stopping;
    expect(order).toEqual(['finish', 'stopped']);
  });

  it('Q17 workers wait and go on when it returns, with everything that was accepted', async () => {
    const redis = await ownRedis();
    const jobs = await openJobs({ socket: redis.socket });
    const [started, finish, over] = [gate(), gate(), gate()];
    const posted = new Set<string>();
    await jobs.work(
      handling({
        'post-occurrence': async ({ day }) => {
          started.open();
          await finish.opened;
          posted.add(day);
          if (posted.size === 10) over.open();
          return { kind: 'done' };
        },
      }),
    );
    const days = Array.from({ length: 10 }, (_, number) => `2026-01-${number + 10}`);
    await Promise.all(days.map((day) => jobs.post(occurrence(day))));
    await started.opened;
    await redis.stop();
    await jobs.next('error');
    finish.open();
    await redis.start();
    await over.opened;
    expect([...posted].sort()).toEqual(days);
    const later = await openJobs({ socket: redis.socket, prefix: jobs.prefix });
    await later.queue.recordAnswer(answer(1));
    await later.settled();
  });

  it('Q17 at the start, all begins when it comes', async () => {
    const redis = await ownRedis();
    await redis.stop();
    const ears = newEars();
    const producer = connectTo(redis.socket)('producer');
    const jobs = createJobs({
      connect: (purpose) => (purpose === 'producer' ? producer : connectTo(redis.socket)(purpose)),
      prefix: freshPrefix(),
      report: ears.report,
      addTimeoutMs: 20_000,
    });
    onTestFinished(() => jobs.stop());
    const posted = gate();
    const working = jobs.work(
      handling({
        'post-occurrence': async () => {
          posted.open();
          return { kind: 'done' };
        },
      }),
    );
    await ears.next('error');
    await expect(jobs.queue.wake([posting(occurrence())])).rejects.toThrow(QueueAway);
    const isBack = new Promise((resolve) => producer.once('ready', resolve));
    await redis.start();
    await Promise.all([working, isBack]);
    await jobs.queue.wake([posting(occurrence())]);
    await posted.opened;
    await jobs.settled();
  });
});
