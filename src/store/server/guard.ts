import { randomInt, randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const FLAG = 'starting-';
/** Work behind the guard takes about 10 ms, and 1 s beside an owner that hangs. */
const ABANDONED_AFTER_MS = 5_000;
/** Longer than a flag lives, so that a process killed behind the guard delays nobody for ever. */
const PATIENCE_MS = 8_000;

/**
 * Runs `work` while no other process runs work in the same folder; throws what `work` throws.
 * Returns `busy` after 8 s without a turn.
 *
 * Everyone raises a flag of their own and goes in only if no other flag is up; two who see each
 * other both step back for a random while. A shared guard folder would be simpler, but cannot be
 * broken off safely: whoever judged it abandoned may remove the one that was just made anew.
 */
export async function guarded<T>(folder: string, work: () => Promise<T>): Promise<T | 'busy'> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const turn = await attempt(folder, work);
    if (turn) return turn.result;
    await pause(randomInt(5, 50));
  }
  return 'busy';
}

async function attempt<T>(
  folder: string,
  work: () => Promise<T>,
): Promise<{ result: T } | undefined> {
  const flag = `${FLAG}${randomUUID()}`;
  await mkdir(join(folder, flag));
  try {
    if (await isAlone(folder, flag)) return { result: await work() };
  } finally {
    await rm(join(folder, flag), { recursive: true, force: true });
  }
  return undefined;
}

async function isAlone(folder: string, flag: string): Promise<boolean> {
  const now = await raisedAt(folder, flag);
  if (now === undefined) return false;
  const others = (await readdir(folder)).filter((name) => name.startsWith(FLAG) && name !== flag);
  const alive = await Promise.all(others.map((other) => isAlive(folder, other, now)));
  return !alive.includes(true);
}

/** A flag's name is never used twice, so an abandoned one can be removed at any time. */
async function isAlive(folder: string, flag: string, now: number): Promise<boolean> {
  const raised = await raisedAt(folder, flag);
  if (raised === undefined) return false;
  if (Math.abs(now - raised) < ABANDONED_AFTER_MS) return true;
  await rm(join(folder, flag), { recursive: true, force: true });
  return false;
}

/** In ms on the file system's clock, which is the same one for all flags. */
async function raisedAt(folder: string, flag: string): Promise<number | undefined> {
  const found = await lstat(join(folder, flag)).catch(() => undefined);
  return found?.mtimeMs;
}
