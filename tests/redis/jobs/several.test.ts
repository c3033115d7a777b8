import { describe, expect, it } from 'vitest';
import type { CloseRound } from '../../../src/ports/queue.ts';
import { answers, busyElsewhere, gate, handling, openJobs, rawQueue, round } from './harness.ts';

const rounds = (count: number): CloseRound[] =>
  Array.from({ length: count }, (_, number) =>
    round(`${number}`.padStart(12, '0'), `discord:${number + 1}`),
  );

describe('two instances', () => {
  it('share the work, each job once', async () => {
    const first = await openJobs();
    const second = await openJobs({ prefix: first.prefix });
    const all = rounds(40);
    await Promise.all(all.map((each) => first.queue.closeRound(each, 0)));
    const taken = { first: [] as string[], second: [] as string[] };
    const bothBusy = gate();
    const working = (name: keyof typeof taken) =>
      handling({
        'close-round': async (data) => {
          taken[name].push(data.round);
          if (taken.first.length > 0 && taken.second.length > 0) bothBusy.open();
          await bothBusy.opened;
          return { kind: 'done' };
        },
      });
    await Promise.all([first.work(working('first')), second.work(working('second'))]);
    await first.settled();
    expect([...taken.first, ...taken.second].sort()).toEqual(all.map((each) => each.round));
  });

  it('that each take no more than their share leave the rest to others', async () => {
    const jobs = await openJobs();
    const finish = gate();
    const hundred = gate();
    let running = 0;
    await jobs.work(
      handling({
        'close-round': async () => {
          running += 1;
          if (running === 100) hundred.open();
          await finish.opened;
          return { kind: 'done' };
        },
      }),
    );
    await Promise.all(rounds(104).map((each) => jobs.queue.closeRound(each, 0)));
    await hundred.opened;
    const other = await openJobs({ prefix: jobs.prefix });
    const four = gate();
    let elsewhere = 0;
    await other.work(
      handling({
        'close-round': async () => {
          elsewhere += 1;
          if (elsewhere === 4) four.open();
          return { kind: 'done' };
        },
      }),
    );
    await four.opened;
    expect(running).toBe(100);
    finish.open();
    await jobs.settled();
  });
});

describe('stopping', () => {
  it('Q20 waits for the running jobs and starts no more', async () => {
    const jobs = await openJobs();
    const [started, finish] = [gate(), gate()];
    const log: string[] = [];
    await jobs.work(
      handling({
        'close-round': async (data) => {
          started.open();
          await finish.opened;
          log.push(data.round);
          return { kind: 'done' };
        },
      }),
    );
    const all = rounds(101);
    await Promise.all(all.map((each) => jobs.queue.closeRound(each, 0)));
    await started.opened;
    const stopped = jobs.stop().then(() => log.push('stopped'));
    await busyElsewhere();
    log.push('finish');
    finish.open();
    await stopped;
    expect([log.at(0), log.at(-1)]).toEqual(['finish', 'stopped']);
    const left = await rawQueue(jobs.prefix, 'close-round').getJobCounts();
    // Delayed are those that were taken, and given back before they began.
    const waiting = (left['waiting'] ?? 0) + (left['delayed'] ?? 0);
    expect(waiting).toBeGreaterThan(0);
    expect({ active: left['active'], waiting }).toEqual({
      active: 0,
      waiting: all.length - (log.length - 2),
    });
  });

  it('confirms or refuses every answer given before', async () => {
    const jobs = await openJobs();
    await jobs.work(handling({}));
    const given = answers(250).map(jobs.queue.recordAnswer);
    await jobs.stop();
    await Promise.all(given);
    await expect(Promise.all(answers(1).map(jobs.queue.recordAnswer))).rejects.toThrow(
      'The queue did not confirm the job',
    );
  });

  it('twice is stopping once', async () => {
    const jobs = await openJobs();
    await jobs.work(handling({}));
    await Promise.all([jobs.stop(), jobs.stop()]);
    await jobs.stop();
    expect(jobs.heard).toEqual([]);
  });
});
