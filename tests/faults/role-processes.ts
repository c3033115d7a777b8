import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inject, onTestFinished } from 'vitest';
import { NO_COURSE } from '../../src/core/course.ts';
import { channelId, communityId, deckId } from '../../src/core/ids.ts';
import { parseDays, parseTime, parseZone } from '../../src/core/schedule.ts';
import type { Store } from '../../src/ports/store.ts';

const PROCESS = fileURLToPath(new URL('./role-process.ts', import.meta.url));

/** The first due minute of the dailies that {@link setUp} makes has just come. */
const DUE = Date.parse('2026-11-24T09:00:30Z');

/** A process of `role-process.ts`; it is gone when the test is over. */
export interface RoleProcess {
  readonly child: ChildProcess;
  /** Everything that it said so far. */
  readonly said: readonly string[];
  /** What went wrong in it, for the message of a failing test. */
  trouble(): string;
  hears(line: string): void;
  /** Resolves when at least `count` lines begin so. @throws where it ends before */
  says(start: string, count?: number): Promise<void>;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

export interface RoleOptions {
  readonly prefix: string;
  readonly role?: string;
  readonly held?: boolean;
  readonly socket?: string;
}

/** Starts a process and waits until it is ready. */
export async function startRole(options: RoleOptions): Promise<RoleProcess> {
  const { prefix, role = 'all', held = false, socket = inject('redisSocket') } = options;
  const args = [socket, prefix, role, `${DUE}`, held ? 'held' : 'free'];
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
  const ended = once(child, 'close').then(([code]): number | null => code);
  const process_: RoleProcess = {
    child,
    said,
    trouble: () => trouble,
    hears: (line) => void child.stdin.write(`${line}\n`),
    async says(start, count = 1) {
      const gone = ended.then(() => {
        throw new Error(`it ended without saying ${start}: ${trouble}`);
      });
      gone.catch(() => {});
      while (linesOf([process_], start).length < count) {
        await Promise.race([once(child, 'said'), gone]);
      }
    },
    ended,
  };
  await process_.says('ready');
  return process_;
}

/** Dailies that have one question due at {@link DUE}, each in a community of its own. */
export async function setUp(store: Store, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, at) => `network:c${at}`);
  const [time, days, zone] = [parseTime('09:00'), parseDays('daily'), parseZone('UTC')];
  if (!time || !days || !zone) throw new Error('not a schedule');
  for (const name of names) {
    await store.dailies.create({
      community: communityId.of(name),
      channel: channelId.of('study'),
      deck: deckId.of('virtualization'),
      schedule: { time, days, dates: null, months: null, zone },
      course: NO_COURSE,
      organiser: null,
      named: null,
      since: DUE - 3_600_000,
      paused: false,
    });
  }
  return names;
}

/** Resolves when they have said `count` lines that begin so, all together. */
export async function together(
  processes: readonly RoleProcess[],
  start: string,
  count: number,
): Promise<void> {
  while (linesOf(processes, start).length < count) {
    const most = processes.map((each) => each.says(start, linesOf([each], start).length + 1));
    await Promise.race(most);
  }
}

/** What was said by any of them, of lines that begin so. */
export function linesOf(processes: readonly RoleProcess[], start: string): string[] {
  return processes.flatMap(({ said }) => said.filter((line) => line.startsWith(start)));
}
