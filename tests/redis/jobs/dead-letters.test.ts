import { describe, expect, it } from 'vitest';
import {
  answer,
  type OpenJobs,
  occurrence,
  openJobs,
  posting,
  rawQueue,
  round,
  untilDead,
} from './harness.ts';

/** Works with handlers that throw until they are cured. */
async function workSick(jobs: OpenJobs): Promise<{ cure(): void; readonly ran: string[] }> {
  const ran: string[] = [];
  let isSick = true;
  const run = (name: string) => async () => {
    if (isSick) throw new Error(`sick of ${name}`);
    ran.push(name);
    return { kind: 'done' } as const;
  };
  await jobs.work({
    'record-answers': run('answers'),
    'post-occurrence': run('posting'),
    'close-round': run('closing'),
    'recount-daily': run('counting'),
    'count-answers': run('counting answers'),
    'remind-round': run('reminding'),
    'settle-ruling': run('ruling'),
    'verify-community': run('verifying'),
    'attend-community': run('attending'),
    'run-quiz': run('running'),
  });
  const cure = (): void => {
    isSick = false;
  };
  return { cure, ran };
}

async function threeDead(jobs: OpenJobs): Promise<void> {
  await jobs.post(occurrence());
  await untilDead(jobs, 'post-occurrence');
  await jobs.queue.recordAnswer(answer(7));
  await untilDead(jobs, 'record-answers');
  await jobs.queue.closeRound(round(), 0);
  await untilDead(jobs, 'close-round');
}

describe('dead letters', () => {
  it('Q14 are listed newest first, with what an operator needs and no secrets', async () => {
    const jobs = await openJobs();
    await workSick(jobs);
    await threeDead(jobs);
    const letters = await jobs.deadLetters.list();
    expect(letters).toEqual([
      {
        id: 'close-round/close-discord.100000000000000001-AbCdEfGhIjK1',
        kind: 'close-round',
        reason: 'sick of closing',
        attempts: 5,
        failedAt: expect.any(Number),
        summary: 'discord:100000000000000001 round AbCdEfGhIjK1',
      },
      {
        id: expect.stringMatching(/^record-answers\/answers-[\w-]{27}$/),
        kind: 'record-answers',
        reason: 'sick of answers',
        attempts: 8,
        failedAt: expect.any(Number),
        summary: 'discord:100000000000000001 round AbCdEfGhIjK1 member 7',
      },
      {
        id: 'post-occurrence/post-discord.100000000000000001-d1-2026-01-05',
        kind: 'post-occurrence',
        reason: 'sick of posting',
        attempts: 5,
        failedAt: expect.any(Number),
        summary: 'discord:100000000000000001 d1 2026-01-05',
      },
    ]);
    expect(JSON.stringify(letters)).not.toContain('secret');
  });

  it('Q14 are replayed one by one, with all their attempts', async () => {
    const jobs = await openJobs();
    const { cure, ran } = await workSick(jobs);
    await threeDead(jobs);
    const id = 'post-occurrence/post-discord.100000000000000001-d1-2026-01-05';
    expect(await jobs.deadLetters.replay(id)).toBe(1);
    await untilDead(jobs, 'post-occurrence');
    expect((await jobs.deadLetters.list()).map((letter) => letter.attempts)).toEqual([5, 5, 8]);
    cure();
    expect(await jobs.deadLetters.replay(id)).toBe(1);
    await jobs.settled();
    expect(ran).toEqual(['posting']);
    expect(await jobs.deadLetters.list()).toHaveLength(2);
  });

  it('Q14 are replayed all together', async () => {
    const jobs = await openJobs();
    const { cure, ran } = await workSick(jobs);
    await threeDead(jobs);
    cure();
    expect(await jobs.deadLetters.replay('all')).toBe(3);
    await jobs.settled();
    expect(ran.sort()).toEqual(['answers', 'closing', 'posting']);
    expect(await jobs.deadLetters.list()).toEqual([]);
    expect(await jobs.deadLetters.replay('all')).toBe(0);
  });

  it.each(['', 'nonsense', 'post-occurrence/nonsense', 'close-round/'])(
    'are none by the id %j',
    async (id) => {
      const jobs = await openJobs();
      expect(await jobs.deadLetters.replay(id)).toBe(0);
    },
  );

  it('of what waits or runs cannot be replayed', async () => {
    const jobs = await openJobs();
    await jobs.post(occurrence());
    const id = 'post-occurrence/post-discord.100000000000000001-d1-2026-01-05';
    expect(await jobs.deadLetters.replay(id)).toBe(0);
    expect(await rawQueue(jobs.prefix, 'post-occurrence').getWaitingCount()).toBe(1);
  });

  it('of a wake-up start again when it comes again', async () => {
    const jobs = await openJobs();
    const { cure, ran } = await workSick(jobs);
    await jobs.post(occurrence());
    await untilDead(jobs, 'post-occurrence');
    cure();
    await jobs.post(occurrence());
    await jobs.settled();
    expect(ran).toEqual(['posting']);
    expect(await jobs.deadLetters.list()).toEqual([]);
  });

  it('of a wake-up start again among others that come with it', async () => {
    const jobs = await openJobs();
    const { cure, ran } = await workSick(jobs);
    await jobs.post(occurrence('2026-01-06'));
    await untilDead(jobs, 'post-occurrence');
    cure();
    const days = ['2026-01-05', '2026-01-06', '2026-01-07'];
    await jobs.queue.wake(days.map((day) => posting(occurrence(day))));
    await jobs.settled();
    expect(ran).toHaveLength(3);
    expect(await jobs.deadLetters.list()).toEqual([]);
  });
});
