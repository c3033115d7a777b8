import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject, onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = join(ROOT, 'dist', 'main.js');

/** How a process ended, and all that it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Hypercall {
  readonly process: ChildProcess;
  types(line: string): void;
  /** Waits for a text on the screen, from the start of the process on. */
  says(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

/** A data folder that uses the Redis program that the tests share. */
export async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hypercall-'));
  await symlink(inject('redisBinaries'), join(folder, 'redis'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The built bot as `npm start` runs it, with a pipe for a keyboard. It is gone when the test is over. */
export function startHypercall(
  folder: string,
  env: Record<string, string> = {},
  words: readonly string[] = [],
): Hypercall {
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN, ...words], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HYPERCALL_FOLDER: folder, TZ: 'Europe/Berlin', ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    child.emit('said');
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, out, err }));
  return {
    process: child,
    types: (line) => void child.stdin.write(`${line}\n`),
    async says(text) {
      const gone = ended.then(({ err: why }) => {
        throw new Error(`it ended without saying ${JSON.stringify(text)}: ${why}\n${out}`);
      });
      while (!out.includes(text)) await Promise.race([once(child, 'said'), gone]);
      gone.catch(() => {});
    },
    ended,
  };
}

/** An operator's command while the bot may be running. */
export async function operator(
  words: readonly string[],
  folder: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'cli', 'hypercall.js'), ...words], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HYPERCALL_FOLDER: folder, ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}

/** Types all lines at once, as a pipe does, and waits for the end. */
export async function playThrough(
  folder: string,
  lines: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const hypercall = startHypercall(folder, env);
  hypercall.process.stdin?.end(lines.map((line) => `${line}\n`).join(''));
  return hypercall.ended;
}
