import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, inject, it, onTestFinished } from 'vitest';

const PROCESS = fileURLToPath(new URL('./quiz-process.ts', import.meta.url));
const BEGIN = Date.parse('2026-11-23T08:00:00Z');

interface QuizProcess {
  readonly child: ChildProcess;
  readonly said: readonly string[];
  hears(line: string): void;
  /** The first line that begins so, now or later. */
  says(start: string): Promise<string>;
  killed(): Promise<void>;
}

async function startProcess(prefix: string, held = 'free'): Promise<QuizProcess> {
  const args = [inject('redisSocket'), prefix, `${BEGIN}`, held];
  const child = spawn(process.execPath, ['--import', 'tsx', PROCESS, ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  let trouble = '';
  child.stderr.on('data', (text) => {
    trouble += text;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    child.emit('said');
  });
  const ended = once(child, 'close').then(() => {
    throw new Error(`it ended: ${trouble}\n${said.join('\n')}`);
  });
  ended.catch(() => {});
  const one: QuizProcess = {
    child,
    said,
    hears: (line) => void child.stdin.write(`${line}\n`),
    async says(start) {
      for (;;) {
        const line = said.find((known) => known.startsWith(start));
        if (line !== undefined) return line;
        await Promise.race([once(child, 'said'), ended]);
      }
    },
    async killed() {
      child.kill('SIGKILL');
      await ended.catch(() => {});
    },
  };
  await one.says('ready');
  return one;
}

const newPrefix = (): string => `t${randomBytes(6).toString('hex')}`;

/** A quiz of two questions that ada, bob and cem joined, at its first question. */
async function atFirstQuestion(one: QuizProcess): Promise<string> {
  one.hears('start 2');
  const quiz = (await one.says('started ')).slice('started '.length);
  for (const member of ['ada', 'bob', 'cem']) {
    one.hears(`join ${member} ${quiz}`);
    await one.says(`pressed ${member} You are in`);
  }
  one.hears(`time ${BEGIN + 30_000}`);
  return quiz;
}

const posts = (...processes: readonly QuizProcess[]): string[] =>
  processes.flatMap(({ said }) =>
    said.flatMap((line) => (line.startsWith('posted ') ? [line.split(' ')[1] as string] : [])),
  );

describe('a live quiz whose process is killed with SIGKILL', () => {
  it('in mid-question goes on in another: each question asked once, each answer kept', async () => {
    const prefix = newPrefix();
    const first = await startProcess(prefix);
    const quiz = await atFirstQuestion(first);
    await first.says(`posted ${quiz}01`);
    for (const member of ['ada', 'bob']) {
      first.hears(`answer ${member} ${quiz}01`);
      await first.says(`replied ${member}`);
    }
    await first.killed();

    const second = await startProcess(prefix);
    second.hears(`time ${BEGIN + 40_000}`);
    await second.says('ticked');
    second.hears(`answer cem ${quiz}01`);
    await second.says('replied cem');
    // All have answered: the question is revealed with the answers of both processes.
    expect(await second.says(`edited ${quiz}01`)).toMatch(/is closed.*"total":3/);
    second.hears(`time ${BEGIN + 60_000}`);
    await second.says(`posted ${quiz}02`);
    for (const member of ['ada', 'bob', 'cem']) second.hears(`answer ${member} ${quiz}02`);
    expect(await second.says(`edited ${quiz}02`)).toMatch(/is closed.*"total":3/);
    second.hears(`time ${BEGIN + 120_000}`);
    await second.says(`posted ${quiz}00`);
    expect(posts(first, second)).toEqual([`${quiz}01`, `${quiz}02`, `${quiz}00`]);
  });

  it('while it posts a question goes on when its claim is over, under the same key', async () => {
    const prefix = newPrefix();
    const first = await startProcess(prefix, 'held');
    const quiz = await atFirstQuestion(first);
    await first.says(`posting ${quiz}01`);
    await first.killed();

    const second = await startProcess(prefix);
    second.hears(`time ${BEGIN + 41_000}`);
    await second.says(`posted ${quiz}01`);
    second.hears(`answer ada ${quiz}01`);
    await second.says('replied ada');
  });

  it('asks once where two processes run it', async () => {
    const prefix = newPrefix();
    const [one, other] = await Promise.all([startProcess(prefix), startProcess(prefix)]);
    const quiz = await atFirstQuestion(one);
    other.hears(`time ${BEGIN + 30_000}`);
    await Promise.race([one.says(`posted ${quiz}01`), other.says(`posted ${quiz}01`)]);
    for (const [at, member] of ['ada', 'bob', 'cem'].entries()) {
      const through = at % 2 === 0 ? one : other;
      through.hears(`answer ${member} ${quiz}01`);
    }
    await Promise.race([one.says(`edited ${quiz}01`), other.says(`edited ${quiz}01`)]);
    for (const each of [one, other]) each.hears(`time ${BEGIN + 90_000}`);
    await Promise.race([one.says(`posted ${quiz}02`), other.says(`posted ${quiz}02`)]);
    expect(posts(one, other).sort()).toEqual([`${quiz}01`, `${quiz}02`]);
  });
});
