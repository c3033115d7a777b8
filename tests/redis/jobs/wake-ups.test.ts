import { describe, expect, it } from 'vitest';
import {
  gate,
  handling,
  type OpenJobs,
  occurrence,
  openJobs,
  posting,
  rawQueue,
  round,
} from './harness.ts';

/** Notes the days that were run. */
async function workNoting(jobs: OpenJobs, days: string[]): Promise<void> {
  await jobs.work(
    handling({
      'post-occurrence': async ({ community, day }) => {
        days.push(`${community} ${day}`);
        return { kind: 'done' };
      },
    }),
  );
}

describe('a wake-up', () => {
  it('that comes twice while it waits runs once', async () => {
    const jobs = await openJobs();
    await Promise.all(Array.from({ length: 5 }, () => jobs.post(occurrence())));
    const days: string[] = [];
    await workNoting(jobs, days);
    await jobs.settled();
    expect(days).toEqual(['discord:100000000000000001 2026-01-05']);
  });

  it('that comes twice while it runs runs once', async () => {
    const jobs = await openJobs();
    const [started, finish] = [gate(), gate()];
    let runs = 0;
    await jobs.work(
      handling({
        'post-occurrence': async () => {
          runs += 1;
          started.open();
          await finish.opened;
          return { kind: 'done' };
        },
      }),
    );
    await jobs.post(occurrence());
    await started.opened;
    await jobs.post(occurrence());
    finish.open();
    await jobs.settled();
    expect(runs).toBe(1);
  });

  it('that comes after it ran runs again', async () => {
    const jobs = await openJobs();
    const days: string[] = [];
    await workNoting(jobs, days);
    for (const _ of [1, 2, 3]) {
      await jobs.post(occurrence());
      await jobs.settled();
    }
    expect(days).toHaveLength(3);
  });

  it('is its own for each community, daily, day and round', async () => {
    const jobs = await openJobs();
    await jobs.post(occurrence('2026-01-05', 'discord:12'));
    await jobs.post(occurrence('2026-01-06', 'discord:12'));
    await jobs.post(occurrence('2026-01-05', 'slack:T12'));
    const days: string[] = [];
    await workNoting(jobs, days);
    await jobs.settled();
    expect(days.sort()).toEqual([
      'discord:12 2026-01-05',
      'discord:12 2026-01-06',
      'slack:T12 2026-01-05',
    ]);
  });
});

describe('wake-ups that come together', () => {
  it('run once each, of every kind and however many they are', async () => {
    const jobs = await openJobs();
    const communities = Array.from({ length: 1_001 }, (_, at) => `discord:${at + 100}`);
    const closing = { kind: 'close-round', data: round(), afterMs: 0 } as const;
    const posts = communities.map((name) => posting(occurrence('2026-01-05', name)));
    await jobs.queue.wake([closing, ...posts, closing, ...posts.slice(0, 10)]);
    await jobs.queue.wake([...posts.slice(0, 10), closing]);
    expect(await rawQueue(jobs.prefix, 'post-occurrence').getWaitingCount()).toBe(1_001);
    expect(await rawQueue(jobs.prefix, 'close-round').getWaitingCount()).toBe(1);
    const days: string[] = [];
    await workNoting(jobs, days);
    await jobs.settled();
    expect(days.sort()).toEqual(communities.map((name) => `${name} 2026-01-05`).sort());
  });

  it('bring only those forward that are asked for sooner', async () => {
    const jobs = await openJobs();
    const raw = rawQueue(jobs.prefix, 'close-round');
    const closing = (id: string, afterMs: number) =>
      ({ kind: 'close-round', data: round(id), afterMs }) as const;
    await jobs.queue.wake([closing('AbCdEfGhIjK1', 60_000), closing('AbCdEfGhIjK2', 60_000)]);
    await jobs.queue.wake([closing('AbCdEfGhIjK1', 90_000), closing('AbCdEfGhIjK2', 30_000)]);
    const delays = (await raw.getDelayed()).map(({ delay }) => delay);
    expect(delays.sort()).toEqual([30_000, 60_000]);
  });

  it('are none where nothing is due', async () => {
    const jobs = await openJobs();
    await jobs.queue.wake([]);
    await jobs.settled();
  });
});

describe('closing a round', () => {
  it('waits for the time asked for', async () => {
    const jobs = await openJobs();
    let closed = 0;
    await jobs.work(
      handling({
        'close-round': async () => {
          closed += 1;
          return { kind: 'done' };
        },
      }),
    );
    await jobs.queue.closeRound(round(), 60_000);
    await jobs.settled();
    expect(closed).toBe(0);
    await jobs.queue.closeRound(round(), 0);
    await jobs.settled();
    expect(closed).toBe(1);
  });

  it('comes forward when it is asked for sooner, and never moves back', async () => {
    const jobs = await openJobs();
    const raw = rawQueue(jobs.prefix, 'close-round');
    const delays: (number | undefined)[] = [];
    for (const afterMs of [60_000, 30_000, 90_000, 30_000]) {
      await jobs.queue.closeRound(round(), afterMs);
      delays.push((await raw.getDelayed()).at(0)?.delay);
    }
    expect(delays).toEqual([60_000, 30_000, 30_000, 30_000]);
  });
});
