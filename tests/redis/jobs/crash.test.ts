import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { answers, gate, handling, type OpenJobs, occurrence, openJobs } from './harness.ts';

const DOOMED = fileURLToPath(new URL('./doomed-worker.ts', import.meta.url));

/** Another process takes `count` jobs and is killed in the middle of them. */
async function killedDuring(count: number, { prefix }: OpenJobs): Promise<void> {
  const args = ['--import', 'tsx', DOOMED, inject('redisSocket'), prefix];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines = createInterface(child.stdout);
  let seen = 0;
  for await (const _ of lines) {
    seen += 1;
    if (seen === count) break;
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('jobs of a process that was killed', () => {
  it('run again in the next one and are no failures', async () => {
    const jobs = await openJobs();
    await jobs.post(occurrence());
    await Promise.all(answers(3).map(jobs.queue.recordAnswer));
    await killedDuring(3, jobs);
    const ran: string[] = [];
    const both = gate();
    const run = (name: string) => async () => {
      ran.push(name);
      if (ran.length === 3) both.open();
      return { kind: 'done' } as const;
    };
    await jobs.work(
      handling({ 'record-answers': run('answers'), 'post-occurrence': run('posting') }),
    );
    await both.opened;
    await jobs.settled();
    expect(ran.sort()).toEqual(['answers', 'answers', 'posting']);
    expect(new Set(jobs.heard.map((event) => event.kind))).toEqual(new Set(['stalled']));
    expect(await jobs.deadLetters.list()).toEqual([]);
  });
});
