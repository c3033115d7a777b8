import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { newActivity } from '../../../src/jobs/activity.ts';
import { openBullQueues } from '../../../src/jobs/bull-queues.ts';
import { settled } from '../../../src/jobs/settled.ts';
import { connectTo } from './connections.ts';
import {
  answers,
  busyElsewhere,
  freshPrefix,
  gate,
  handling,
  occurrence,
  openJobs,
  round,
} from './harness.ts';

describe('settled', () => {
  it('is at once where there is nothing to do, workers or not', async () => {
    const jobs = await openJobs();
    await jobs.settled();
    await jobs.work(handling({}));
    await jobs.settled();
    expect(jobs.heard).toEqual([]);
  });

  it('waits for what is running', async () => {
    const jobs = await openJobs();
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
    const settling = jobs.settled().then(() => order.push('settled'));
    await busyElsewhere();
    order.push('finish');
    finish.open();
    await settling;
    expect(order).toEqual(['finish', 'settled']);
  });

  it('waits for answers that are on their way', async () => {
    const connection = connectTo(inject('redisSocket'))('worker');
    onTestFinished(() => connection.disconnect());
    const queues = openBullQueues(connection, freshPrefix(), () => undefined);
    const confirmed = gate();
    const order: string[] = [];
    const settling = settled(queues, connection, newActivity(), () => confirmed.opened).then(() =>
      order.push('settled'),
    );
    await busyElsewhere();
    order.push('confirmed');
    confirmed.open();
    await settling;
    expect(order).toEqual(['confirmed', 'settled']);
  });

  it('waits for all answers given before', async () => {
    const jobs = await openJobs();
    let recorded = 0;
    await jobs.work(
      handling({
        'record-answers': async (data) => {
          recorded += data.answers.length;
          return { kind: 'done' };
        },
      }),
    );
    const given = answers(250).map(jobs.queue.recordAnswer);
    await jobs.settled();
    expect(recorded).toBe(250);
    await Promise.all(given);
  });

  it('waits for the jobs that jobs make, and for those that are due again', async () => {
    const jobs = await openJobs();
    const order: string[] = [];
    await jobs.work(
      handling({
        'record-answers': async () => {
          order.push('answer');
          await jobs.post(occurrence());
          return { kind: 'done' };
        },
        'post-occurrence': async () => {
          order.push('post');
          if (order.length === 2) return { kind: 'again', afterMs: 0 };
          await jobs.queue.closeRound(round(), 0);
          return { kind: 'done' };
        },
        'close-round': async () => {
          order.push('close');
          return { kind: 'done' };
        },
      }),
    );
    await Promise.all(answers(1).map(jobs.queue.recordAnswer));
    await jobs.settled();
    expect(order).toEqual(['answer', 'post', 'post', 'close']);
  });

  it('waits for the jobs of other processes', async () => {
    const jobs = await openJobs();
    const elsewhere = await openJobs({ prefix: jobs.prefix });
    const [started, finish] = [gate(), gate()];
    const order: string[] = [];
    await elsewhere.work(
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
    const settling = jobs.settled().then(() => order.push('settled'));
    await busyElsewhere();
    order.push('finish');
    finish.open();
    await settling;
    expect(order).toEqual(['finish', 'settled']);
  });
});
