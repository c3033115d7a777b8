import { describe, expect, it } from 'vitest';
import { groupCommit } from '../../../src/jobs/group-commit.ts';
import { type GivenAnswer, QueueAway } from '../../../src/ports/queue.ts';
import { answer, answers, gate, handling, openJobs, rawQueue } from './harness.ts';

const LIMITS = { group: 3, waiting: 5, patienceMs: 20_000 };

/** The answers of each waiting job, first to run first. */
async function waiting(prefix: string): Promise<GivenAnswer[][]> {
  const jobs = await rawQueue(prefix, 'record-answers').getWaiting();
  return jobs.map((job) => job.data.answers);
}

describe('answers given together', () => {
  it('travel in few jobs, each in one, all confirmed and recorded', async () => {
    const jobs = await openJobs();
    const given = answers(500);
    await Promise.all(given.map(jobs.queue.recordAnswer));
    const sizes = (await waiting(jobs.prefix)).map((batch) => batch.length);
    expect(sizes).toEqual([1, 100, 100, 100, 100, 99]);
    const taken: GivenAnswer[] = [];
    await jobs.work(
      handling({
        'record-answers': async (data) => {
          taken.push(...data.answers);
          return { kind: 'done' };
        },
      }),
    );
    await jobs.settled();
    expect(taken.sort((a, b) => a.receivedAt - b.receivedAt)).toEqual(given);
  });

  it('wait in the order of their coming, those of all communities together', async () => {
    const jobs = await openJobs();
    const given = Array.from({ length: 300 }, (_, number) =>
      answer(number, `slack:T${number % 7}`),
    );
    await Promise.all(given.map(jobs.queue.recordAnswer));
    expect((await waiting(jobs.prefix)).flat()).toEqual(given);
  });

  it('are all there where two batches begin with the same event', async () => {
    const jobs = await openJobs();
    const twice = answer(1);
    await Promise.all([answer(0), twice, answer(2)].map(jobs.queue.recordAnswer));
    await Promise.all([answer(3), twice, answer(4)].map(jobs.queue.recordAnswer));
    const taken: string[] = [];
    await jobs.work(
      handling({
        'record-answers': async (data) => {
          taken.push(...data.answers.map((one) => one.member));
          return { kind: 'done' };
        },
      }),
    );
    await jobs.settled();
    expect(new Set(taken)).toEqual(new Set(['0', '1', '2', '3', '4']));
  });
});

describe('a group commit', () => {
  it('sends the first at once and the rest in full groups as each returns', async () => {
    const groups: number[][] = [];
    const { give, flushed } = groupCommit<number>(
      async (items) => void groups.push([...items]),
      LIMITS,
    );
    const given = [1, 2, 3, 4, 5, 6].map(give);
    expect(groups).toEqual([[1]]);
    await Promise.all([...given, flushed()]);
    expect(groups).toEqual([[1], [2, 3, 4], [5, 6]]);
  });

  it('confirms nobody before their own group has arrived', async () => {
    const first = gate();
    const second = gate();
    const gates = [first, second];
    const { give } = groupCommit<number>(async () => gates.shift()?.opened, LIMITS);
    const confirmed: number[] = [];
    const given = [1, 2].map((item) => give(item).then(() => confirmed.push(item)));
    first.open();
    await given[0];
    expect(confirmed).toEqual([1]);
    second.open();
    await given[1];
    expect(confirmed).toEqual([1, 2]);
  });

  it('refuses at once what exceeds its bound, and has room again afterwards', async () => {
    const hold = gate();
    const { give, flushed } = groupCommit<number>(() => hold.opened, LIMITS);
    const given = [1, 2, 3, 4, 5, 6].map(give);
    await expect(give(7)).rejects.toThrow(QueueAway);
    hold.open();
    await Promise.all(given);
    await flushed();
    await expect(give(8)).resolves.toBeUndefined();
  });

  it('refuses a group that is late, and those who waited for it', async () => {
    const never = gate();
    const { give, flushed } = groupCommit<number>(() => never.opened, {
      ...LIMITS,
      patienceMs: 20,
    });
    const refused = await Promise.allSettled([1, 2, 3].map(give));
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await flushed();
  });

  it('refuses with a failing group those who waited for it, and nobody after', async () => {
    const outcomes = [new Error('no Redis')];
    const { give } = groupCommit<number>(async () => {
      const fault = outcomes.shift();
      if (fault) throw fault;
    }, LIMITS);
    const refused = await Promise.allSettled([1, 2, 3].map(give));
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(refused).toMatchObject(
      refused.map(() => ({ reason: { cause: { message: 'no Redis' } } })),
    );
    await expect(give(4)).resolves.toBeUndefined();
  });
});
