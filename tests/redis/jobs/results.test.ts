import { describe, expect, it } from 'vitest';
import type { JobResult } from '../../../src/ports/queue.ts';
import {
  answer,
  answers,
  gate,
  handling,
  occurrence,
  openJobs,
  rawQueue,
  round,
  untilDead,
} from './harness.ts';

describe('what a handler returns', () => {
  it('done: nothing is left', async () => {
    const jobs = await openJobs();
    await jobs.work(handling({}));
    await jobs.post(occurrence());
    await jobs.settled();
    expect(jobs.heard).toEqual([]);
    expect(await rawQueue(jobs.prefix, 'post-occurrence').getJobCounts()).toMatchObject({
      completed: 0,
      failed: 0,
      delayed: 0,
      waiting: 0,
    });
  });

  it('drop: nothing is left but a report', async () => {
    const jobs = await openJobs();
    await jobs.work(
      handling({
        'close-round': async () => ({ kind: 'drop', because: 'there is no such round' }),
      }),
    );
    await jobs.queue.closeRound(round(), 0);
    await jobs.settled();
    expect(jobs.heard).toEqual([
      {
        kind: 'dropped',
        id: 'close-round/close-discord.100000000000000001-AbCdEfGhIjK1',
        because: 'there is no such round',
      },
    ]);
    expect(await jobs.deadLetters.list()).toEqual([]);
  });

  it('again: it comes again, oftener than it may throw', async () => {
    const jobs = await openJobs();
    const results: JobResult[] = Array.from({ length: 9 }, () => ({ kind: 'again', afterMs: 1 }));
    const over = gate();
    await jobs.work(
      handling({
        'post-occurrence': async () => {
          const result = results.pop();
          if (!result) over.open();
          return result ?? { kind: 'done' };
        },
      }),
    );
    await jobs.post(occurrence());
    await over.opened;
    await jobs.settled();
    expect(jobs.heard).toEqual([]);
  });

  it('again: it waits for the time asked for and keeps its attempts', async () => {
    const jobs = await openJobs();
    await jobs.work(
      handling({ 'post-occurrence': async () => ({ kind: 'again', afterMs: 60_000 }) }),
    );
    await jobs.post(occurrence());
    await jobs.settled();
    const [job] = await rawQueue(jobs.prefix, 'post-occurrence').getDelayed();
    expect(job?.delay).toBeGreaterThan(59_000);
    expect(job?.delay).toBeLessThanOrEqual(60_000);
    expect(job?.attemptsMade).toBe(0);
  });
});

describe('a handler that throws', () => {
  it('Q15 is tried again, later each time, and then given up', async () => {
    const jobs = await openJobs();
    const raw = rawQueue(jobs.prefix, 'post-occurrence');
    let runs = 0;
    await jobs.work(
      handling({
        'post-occurrence': async () => {
          runs += 1;
          throw new Error(`no luck ${runs}`);
        },
      }),
    );
    await jobs.post(occurrence());
    for (const longest of [2_000, 4_000, 8_000, 16_000]) {
      await jobs.next('failed');
      const [job] = await raw.getDelayed();
      expect(job?.delay).toBeGreaterThanOrEqual(longest / 2);
      expect(job?.delay).toBeLessThanOrEqual(longest);
      await raw.promoteJobs();
    }
    const { error } = await jobs.next('dead-lettered');
    expect(error.message).toBe('no luck 5');
    expect(runs).toBe(5);
  });

  it('may throw anything', async () => {
    const jobs = await openJobs();
    await jobs.work(handling({ 'close-round': () => Promise.reject(undefined) }));
    await jobs.queue.closeRound(round(), 0);
    expect(await jobs.next('failed')).toMatchObject({
      attempt: 1,
      error: { message: 'undefined' },
    });
  });
});

describe('a poisonous answer', () => {
  it('Q14 fails alone, its neighbours are recorded', async () => {
    const jobs = await openJobs();
    const recorded: string[] = [];
    await jobs.work(
      handling({
        'record-answers': async (data) => {
          if (data.answers.some((one) => one.member === '42')) throw new Error('poison');
          recorded.push(...data.answers.map((one) => one.member));
          return { kind: 'done' };
        },
      }),
    );
    await Promise.all(answers(100).map(jobs.queue.recordAnswer));
    expect(await jobs.next('split')).toMatchObject({ into: 99, error: { message: 'poison' } });
    await untilDead(jobs, 'record-answers');
    const expected = answers(100).map((one) => one.member);
    expect(new Set(recorded)).toEqual(new Set(expected.filter((member) => member !== '42')));
    expect(recorded).toHaveLength(99);
    const letters = await jobs.deadLetters.list();
    expect(letters).toMatchObject([
      {
        kind: 'record-answers',
        reason: 'poison',
        attempts: 8,
        summary: 'discord:100000000000000001 round AbCdEfGhIjK1 member 42',
      },
    ]);
  });

  it('Q14 is looked for among those whose process ended twice', async () => {
    const jobs = await openJobs();
    const raw = rawQueue(jobs.prefix, 'record-answers');
    const job = await raw.add('record-answers', { answers: answers(3) }, { jobId: 'batch' });
    await (await raw.getBackend().client).hset(raw.toKey(job.id ?? ''), { stc: '2' });
    const sizes: number[] = [];
    await jobs.work(
      handling({
        'record-answers': async (data) => {
          sizes.push(data.answers.length);
          return { kind: 'done' };
        },
      }),
    );
    await jobs.settled();
    expect(sizes).toEqual([1, 1, 1]);
  });
});

describe('data that does not fit', () => {
  it('Q14 Q15 is a dead letter at once, with the reason, and the next job runs', async () => {
    const jobs = await openJobs();
    const raw = rawQueue(jobs.prefix, 'post-occurrence');
    await raw.add(
      'post-occurrence',
      { ...occurrence(), day: '2026-02-30' },
      { jobId: 'bad', attempts: 5 },
    );
    const days: string[] = [];
    await jobs.work(
      handling({
        'post-occurrence': async ({ day }) => {
          days.push(day);
          return { kind: 'done' };
        },
      }),
    );
    await jobs.post(occurrence());
    await jobs.settled();
    expect(days).toEqual(['2026-01-05']);
    expect(await jobs.deadLetters.list()).toMatchObject([
      {
        id: 'post-occurrence/bad',
        attempts: 1,
        reason: expect.stringMatching(/^Its data does not fit: .*not a calendar date.*day/s),
        summary: 'data that does not fit',
      },
    ]);
  });

  it('takes no good answer with it', async () => {
    const jobs = await openJobs();
    const raw = rawQueue(jobs.prefix, 'record-answers');
    const list = [answer(1), { ...answer(2), member: 'a:b' }, 'nonsense', answer(3)];
    await raw.add('record-answers', { answers: list }, { jobId: 'mixed' });
    await raw.add('record-answers', 'nonsense', { jobId: 'wild' });
    const recorded: string[] = [];
    await jobs.work(
      handling({
        'record-answers': async (data) => {
          recorded.push(...data.answers.map((one) => one.member));
          return { kind: 'done' };
        },
      }),
    );
    await jobs.settled();
    expect(recorded.sort()).toEqual(['1', '3']);
    expect(await jobs.deadLetters.list()).toHaveLength(3);
  });
});
