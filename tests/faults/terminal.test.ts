import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, operator, playThrough, startHypercall } from './hypercall-process.ts';

/** Each pattern is found behind the one before it. */
function expectInOrder(text: string, patterns: readonly RegExp[]): void {
  let from = 0;
  for (const pattern of patterns) {
    const found = text.slice(from).search(pattern);
    expect(found, `${pattern} does not follow in\n${text.slice(from)}`).toBeGreaterThanOrEqual(0);
    from += found + 1;
  }
}

const VERDICT = /Right: \+|Partly right: |Not this time/;

describe('the bot in a terminal', () => {
  it('plays the transcript of the README, each line in order, and exits 0 at its end', async () => {
    const folder = await dataFolder();
    const lines = ['B', '/streak', '/tomorrow', 'A', '/leaderboard'];
    const { code, out, err } = await playThrough(folder, lines);
    expect(err).toBe('');
    expect(code).toBe(0);
    expectInOrder(out, [
      /Question 1 · /,
      /› B\n/,
      VERDICT,
      /Source: /,
      /Streak 1/,
      /› \/streak\n/,
      /Streak: 1 round/,
      /› \/tomorrow\n/,
      /Question 1 is closed/,
      /1 member answered/,
      /Question 2 · /,
      /It is now /,
      /› A\n/,
      VERDICT,
      /Streak 2/,
      /› \/leaderboard\n/,
      /Leaderboard · /,
      /1\s+.*points?/,
    ]);
  });

  it('shows a question that a line asked for before it reads the next line', async () => {
    const lines = ['/daily setup 09:00 daily UTC virtualization', '#1', 'A', '/streak'];
    const { out } = await playThrough(await dataFolder(), ['B', ...lines]);
    expectInOrder(out, [/› #1\n/, /Question 1 · /, /› A\n/, /Streak 1/, /Daily d2: Streak 1/]);
  });

  it('keeps its state over a restart: the open question, the streak, the clock', async () => {
    const folder = await dataFolder();
    await playThrough(folder, ['A', '/tomorrow']);
    const { code, out } = await playThrough(folder, ['A', '/streak', '/quit']);
    expect(code).toBe(0);
    expectInOrder(out, [/Question 2 · /, /› A\n/, VERDICT, /Streak 2/, /Streak: 2 rounds/]);
  });

  it('finds the next question by /tomorrow however many days ahead it is', async () => {
    const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
    const far = names[(new Date().getDay() + 5) % 7];
    const lines = ['/daily pause', `/daily edit when=${far}`, '/daily resume'];
    const { out } = await playThrough(await dataFolder(), [...lines, '/tomorrow', '/tomorrow']);
    expectInOrder(out, [/asks again/, /Question 1 is closed/, /Question 2 · /]);
  });

  it('drains on SIGTERM and on Ctrl-C, and exits 0', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const hypercall = startHypercall(await dataFolder());
      await hypercall.says('Question 1 · ');
      hypercall.process.kill(signal);
      expect(await hypercall.ended).toMatchObject({ code: 0, err: '' });
    }
  });

  it('refuses a folder that another process uses, with a sentence', async () => {
    const folder = await dataFolder();
    const first = startHypercall(folder);
    await first.says('Question 1 · ');
    const second = await playThrough(folder, []);
    expect(second.code).toBe(1);
    expect(second.err).toContain(
      `is in use by another Hypercall (process ${first.process.pid}); stop it or choose another folder`,
    );
    first.process.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0 });
  });

  it('says what is wrong with a port, a setting, an environment variable and a Redis', async () => {
    const taken = createServer();
    const port = await new Promise<number>((listening) => {
      taken.listen(0, '127.0.0.1', () => listening((taken.address() as { port: number }).port));
    });
    const busy = await playThrough(await dataFolder(), [], { HYPERCALL_HEALTH_PORT: `${port}` });
    taken.close();
    expect(busy.code).toBe(1);
    expect(busy.err).toContain('another program listens there. Choose another port');

    const misspelt = await playThrough(await dataFolder(), [], {
      HYPERCALL_RULES_CLOSE_AFTER: '3d',
    });
    expect(misspelt.code).toBe(1);
    expect(misspelt.err).toContain('HYPERCALL_RULES_CLOSES_AFTER');

    const away = await playThrough(await dataFolder(), [], {
      REDIS_URL: `redis://:canary-password@127.0.0.1:${port}`,
    });
    expect(away.code).toBe(1);
    expect(away.err).toContain('check REDIS_URL');
    expect(away.err).not.toContain('canary-password');
  });

  it('loads a changed deck on demand, and keeps the old one where the new one is broken', async () => {
    const folder = await dataFolder();
    const content = join(folder, 'content');
    await cp('content', content, { recursive: true });
    const env = { HYPERCALL_CONTENT: content };
    const hypercall = startHypercall(folder, env);
    await hypercall.says('Question 1 · ');
    const log = () => readFile(join(folder, 'hypercall.log'), 'utf8');
    const vmcs = join(content, 'virtualization', 'vmcs.yaml');
    const good = await readFile(vmcs, 'utf8');

    await writeFile(vmcs, good.replace(/key: [A-D]\n/, 'key: Z\n'));
    hypercall.process.kill('SIGHUP');
    await expect.poll(log, { timeout: 10_000 }).toContain('the decks stay as they were');
    expect(await log()).toContain('key Z is not among the options');
    const refused = await operator(['deck', 'reload'], folder, env);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('key Z is not among') });

    await writeFile(vmcs, good);
    const reloaded = await operator(['deck', 'reload'], folder, env);
    expect(reloaded.out).toContain(`Process ${hypercall.process.pid} loads them now.`);
    await expect.poll(log, { timeout: 10_000 }).toContain('the decks are loaded again');
    hypercall.types('/quit');
    expect(await hypercall.ended).toMatchObject({ code: 0 });
  });

  it('writes its log to the folder and keeps the screen for the channel', async () => {
    const folder = await dataFolder();
    await playThrough(folder, ['/nonsense', 'Z']);
    expect(await readFile(join(folder, 'hypercall.log'), 'utf8')).not.toContain('"level":50');
  });
});
