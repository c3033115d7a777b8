import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { RedisServerFault, reasonOf } from './fault.ts';

/** The files of one private server. */
export interface Place {
  /** The folder as the operator wrote it, for sentences. */
  readonly named: string;
  /** The same folder, absolute and without symbolic links. */
  readonly root: string;
  readonly data: string;
  readonly log: string;
  readonly pidFile: string;
}

/** Unix socket paths end at 103 bytes on macOS and at 107 on Linux. */
const MAX_SOCKET_BYTES = 100;
const LONGEST_SOCKET_NAME = '/redis.sock';
const PRIVATE = 0o700;

/** Makes the folder and its data folder, readable by this user only. Throws `folder-unusable`. */
export async function openPlace(named: string): Promise<Place> {
  try {
    await mkdir(named, { recursive: true, mode: PRIVATE });
    const root = await realpath(named);
    const data = join(root, 'data');
    await mkdir(data, { recursive: true, mode: PRIVATE });
    return { named, root, data, log: join(root, 'redis.log'), pidFile: join(root, 'redis.pid') };
  } catch (cause) {
    throw unusable(named, cause);
  }
}

export function unusable(named: string, cause: unknown): RedisServerFault {
  const sentence = `Hypercall cannot keep its data in ${named} (${reasonOf(cause)}); give its user that folder or choose another with HYPERCALL_FOLDER.`;
  return new RedisServerFault('folder-unusable', sentence, { cause });
}

/**
 * The folder for the place's sockets: mode 0700, owned by this user, and short enough. It is
 * `<folder>/run`, or else (long paths, file systems without modes) one under `temp`, written down
 * in `<folder>/socket-folder` so that a later start with another `temp` finds the same one.
 * To be called by one process at a time. Throws `folder-unusable`.
 */
export async function socketFolder(place: Place, temp: string): Promise<string> {
  const near = join(place.root, 'run');
  if (isShort(near) && (await isPrivate(near))) return near;
  const name = `hypercall-${createHash('sha256').update(place.root).digest('hex').slice(0, 16)}`;
  const record = join(place.root, 'socket-folder');
  const far = (await recorded(record, name)) ?? shortFolder(place, temp, name);
  if (!(await isPrivate(far))) throw notPrivate(far);
  await writeFile(record, `${far}\n`);
  return far;
}

/** A record that was copied along with its folder names the original's sockets and is not ours. */
async function recorded(record: string, name: string): Promise<string | undefined> {
  const folder = (await readFile(record, 'utf8').catch(() => '')).trim();
  if (basename(folder) !== name) return undefined;
  const isThere = await lstat(folder).catch(() => undefined);
  return isThere ? folder : undefined;
}

function shortFolder(place: Place, temp: string, name: string): string {
  const folder = [temp, '/tmp'].map((base) => join(base, name)).find(isShort);
  return folder ?? join(place.root, 'run');
}

function isShort(folder: string): boolean {
  return Buffer.byteLength(folder + LONGEST_SOCKET_NAME) <= MAX_SOCKET_BYTES;
}

/** Makes the folder private if it can. A symbolic link or another user's folder is not. */
async function isPrivate(folder: string): Promise<boolean> {
  await mkdir(folder, { mode: PRIVATE }).catch(ignoreExisting);
  const before = await lstat(folder);
  if (!before.isDirectory() || before.uid !== process.getuid?.()) return false;
  await chmod(folder, PRIVATE);
  return ((await lstat(folder)).mode & 0o777) === PRIVATE;
}

function ignoreExisting(error: unknown): void {
  if (reasonOf(error) !== 'EEXIST') throw error;
}

function notPrivate(folder: string): RedisServerFault {
  const sentence = `Hypercall needs ${folder} for its sockets, but others can reach into it; remove it or choose another folder with HYPERCALL_FOLDER.`;
  return new RedisServerFault('folder-unusable', sentence);
}
