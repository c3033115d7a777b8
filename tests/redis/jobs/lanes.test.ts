import { describe, expect, it } from 'vitest';
import { createLanes } from '../../../src/jobs/lanes.ts';
import type { JobResult, PostOccurrence } from '../../../src/ports/queue.ts';
import { answer, gate, handling, occurrence, openJobs, rawQueue } from './harness.ts';

const DONE: JobResult = { kind: 'done' };
const LOUD = 'discord:666';

/** Due days of one community, one after another. */
const daysOf = (community: string, count: number): PostOccurrence[] =>
  Array.from({ length: count }, (_, at) =>
    occurrence(new Date(Date.UTC(2026, 0, at + 1)).toISOString().slice(0, 10), community),
  );

describe('a burst', () => {
  it('Q16 of 2,000 targets never takes more than 100 places, and answers go in between', async () => {
    const jobs = await openJobs({ addTimeoutMs: 30_000 });
    const targets = Array.from({ length: 2_000 }, (_, at) =>
      occurrence('2026-01-05', `discord:${at + 1}`),
    );
    await Promise.all(targets.map(jobs.post));
    const [hundred, answered] = [gate(), gate()];
    const posted: string[] = [];
    let [running, most] = [0, 0];
    await jobs.work(
      handling({
        'post-occurrence': async ({ community }) => {
          most = Math.max(most, ++running);
          if (running === 100) hundred.open();
          await answered.opened;
          posted.push(community);
          running -= 1;
          return DONE;
        },
        'record-answers': async () => {
          answered.open();
          return DONE;
        },
      }),
    );
    await hundred.opened;
    await jobs.queue.recordAnswer(answer(1));
    await jobs.settled();
    expect(posted.sort()).toEqual(targets.map(({ community }) => community).sort());
    expect(most).toBe(100);
  });

  it('Q16 of one community whose platform hangs keeps nobody else waiting', async () => {
    const jobs = await openJobs({ addTimeoutMs: 20_000 });
    await Promise.all(daysOf(LOUD, 1_000).map(jobs.post));
    const finish = gate();
    let loud = 0;
    const others: string[] = [];
    const allOthers = gate();
    await jobs.work(
      handling({
        'post-occurrence': async ({ community }) => {
          if (community === LOUD) {
            loud += 1;
            await finish.opened;
          } else if (others.push(community) === 200) allOthers.open();
          return DONE;
        },
      }),
    );
    const quiet = Array.from({ length: 200 }, (_, at) =>
      occurrence('2026-01-05', `discord:${at + 1}`),
    );
    await Promise.all(quiet.map(jobs.post));
    await allOthers.opened;
    expect(loud).toBe(1);
    finish.open();
  });

  it('Q16 of one community comes in the order in which it was due', async () => {
    const jobs = await openJobs();
    const [due, others] = [daysOf('discord:1', 20), daysOf('discord:2', 20)];
    for (const [at, each] of due.entries()) {
      await jobs.post(each);
      await jobs.post(others[at] ?? each);
    }
    const days: string[] = [];
    await jobs.work(
      handling({
        'post-occurrence': async ({ community, day }) => {
          if (community === 'discord:1') days.push(day);
          return DONE;
        },
      }),
    );
    await jobs.settled();
    expect(days).toEqual(due.map(({ day }) => day));
  });

  it('Q20 is given back where the process stops before its turn', async () => {
    const jobs = await openJobs();
    const [started, finish] = [gate(), gate()];
    await jobs.work(
      handling({
        'post-occurrence': async () => {
          started.open();
          await finish.opened;
          return DONE;
        },
      }),
    );
    await Promise.all(daysOf(LOUD, 10).map(jobs.post));
    await started.opened;
    const stopped = jobs.stop();
    finish.open();
    await stopped;
    const left = await rawQueue(jobs.prefix, 'post-occurrence').getJobCounts();
    expect(left).toMatchObject({ active: 0, failed: 0 });
    expect((left['waiting'] ?? 0) + (left['delayed'] ?? 0)).toBe(9);

    const next = await openJobs({ prefix: jobs.prefix });
    let ran = 0;
    await next.work(
      handling({
        'post-occurrence': async () => {
          ran += 1;
          return DONE;
        },
      }),
    );
    await next.settled();
    expect(ran).toBe(9);
  });
});

describe('a lane', () => {
  it('lets one in after another, whatever became of the one before', async () => {
    const lanes = createLanes();
    const log: string[] = [];
    const work = (name: string) => async (): Promise<JobResult> => {
      log.push(`${name} in`);
      await Promise.resolve();
      log.push(`${name} out`);
      if (name === 'b') throw new Error('no');
      return DONE;
    };
    const all = ['a', 'b', 'c'].map((name) => lanes.run('lane', work(name)));
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(log).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });

  it('sends away those who find no room, each to a later time, and has room again', async () => {
    const lanes = createLanes(2);
    const finish = gate();
    const held = [1, 2].map(() => lanes.run('lane', () => finish.opened.then(() => DONE)));
    const away = await Promise.all([1, 2, 3].map(() => lanes.run('lane', async () => DONE)));
    const times = away.map((result) => (result.kind === 'again' ? result.afterMs : 0));
    expect(times[0]).toBeGreaterThanOrEqual(249);
    for (const at of [1, 2]) expect(times[at]).toBeGreaterThanOrEqual((times[at - 1] ?? 0) + 48);
    expect(await lanes.run('other', async () => DONE)).toEqual(DONE);
    expect(await lanes.run(null, async () => DONE)).toEqual(DONE);
    finish.open();
    expect(await Promise.all(held)).toEqual([DONE, DONE]);
    expect(await lanes.run('lane', async () => DONE)).toEqual(DONE);
  });

  it('lets nobody in once it is closed', async () => {
    const lanes = createLanes();
    const [started, finish] = [gate(), gate()];
    const first = lanes.run('lane', async () => {
      started.open();
      await finish.opened;
      return DONE;
    });
    const second = lanes.run('lane', async () => DONE);
    await started.opened;
    lanes.close();
    expect(await second).toEqual({ kind: 'again', afterMs: 0 });
    expect(await lanes.run('lane', async () => DONE)).toEqual({ kind: 'again', afterMs: 0 });
    finish.open();
    expect(await first).toEqual(DONE);
  });
});
