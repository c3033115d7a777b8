import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alone, type Bench, type TestBed } from './measurement.ts';

/** How long the process may sit idle before its memory is read (milliseconds). */
const IDLE = 5_000;

interface Measured {
  readonly startToQuestion: number;
  readonly idleMegabytes: number;
  readonly peakMegabytes: number;
}

/** What a process holds now, or held at most. */
export async function megabytes(pid: number, field: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
}

/** What `npm start` hands to Node. */
export async function startArguments(root: string): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return String(scripts.start).split(' ').slice(1);
}

/** Runs what `npm start` runs, on an empty folder that has a Redis program already. */
async function terminalAlone({ binaries, root }: TestBed): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'hypercall-bench-'));
  await symlink(binaries, join(folder, 'redis'));
  const started = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, HYPERCALL_FOLDER: folder },
    detached: true,
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    child.emit('said');
  });
  while (!out.includes('Question 1')) await once(child, 'said');
  const startToQuestion = performance.now() - started;
  await new Promise((later) => setTimeout(later, IDLE));
  const pid = await botBelow(child.pid ?? 0);
  if (pid === null) throw new Error('the bot is not running');
  const idleMegabytes = await megabytes(pid, 'VmRSS');
  const peakMegabytes = await megabytes(pid, 'VmHWM');
  child.stdin.end();
  await once(child, 'close');
  await rm(folder, { recursive: true, force: true });
  return { startToQuestion, idleMegabytes, peakMegabytes };
}

/** The bot among the descendants of npm; Redis, its own child, is not meant. */
async function botBelow(pid: number): Promise<number | null> {
  if ((await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('dist/main.js')) {
    if ((await readFile(`/proc/${pid}/comm`, 'utf8')).trim() !== 'sh') return pid;
  }
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
  for (const child of children.split(' ').filter(Boolean)) {
    const found = await botBelow(Number(child));
    if (found !== null) return found;
  }
  return null;
}

/** From the command to the question on the screen, and what the process holds when nothing happens. */
export const start: Bench = {
  name: 'start',
  async run(bed) {
    const { startToQuestion, idleMegabytes, peakMegabytes } = await terminalAlone(bed);
    return [
      alone('npm start to the first question', startToQuestion, 'ms', '<= 5000 ms'),
      alone('idle memory of the terminal alone', idleMegabytes, 'MB', '< 150 MB'),
      alone('peak memory of the terminal alone', peakMegabytes, 'MB', ''),
    ];
  },
};

/** The most memory that this process had, which ran the other benches before. */
export const memory: Bench = {
  name: 'memory',
  run: async () => [
    alone('peak memory of this run', process.resourceUsage().maxRSS / 1024, 'MB', ''),
  ],
};
