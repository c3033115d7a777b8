import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rename, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { converse, isNobodyThere } from './converse.ts';
import { RedisServerFault, reasonOf } from './fault.ts';
import { guarded } from './guard.ts';
import { type Place, socketFolder, unusable } from './place.ts';

/** The right to run the one server of a place. It ends with `release()` or with the process. */
export interface Ownership {
  /** The private folder for the place's sockets. */
  readonly sockets: string;
  release(): Promise<void>;
}

const ANSWER_LIMIT_MS = 1_000;

/**
 * Takes the place for this process. Throws `folder-in-use` while another process has it.
 *
 * The owner listens on `owner.sock` and tells its process id to whoever connects: the kernel
 * closes that socket with the process, so that a dead owner's claim needs no guessing.
 */
export async function takeOwnership(place: Place, temp: string): Promise<Ownership> {
  const taken = await guarded(place.root, () => claim(place, temp)).catch((error: unknown) => {
    throw error instanceof RedisServerFault ? error : unusable(place.named, error);
  });
  if (taken === 'busy') throw inUse(place, ' that is just starting');
  return taken;
}

async function claim(place: Place, temp: string): Promise<Ownership> {
  const sockets = await socketFolder(place, temp);
  const path = join(sockets, 'owner.sock');
  const owner = await currentOwner(path);
  if (owner !== undefined) throw inUse(place, owner);
  const server = await listen(sockets, path);
  return { sockets, release: () => release(server, path) };
}

/** The process that owns the sockets' folder; null where nobody does, or it does not say. */
export async function ownerPid(sockets: string): Promise<number | null> {
  const said = await converse(join(sockets, 'owner.sock'), '', ANSWER_LIMIT_MS).catch(() => '');
  return Number(said.trim()) || null;
}

/** Who has the place, as words for the sentence; undefined when nobody does. */
async function currentOwner(path: string): Promise<string | undefined> {
  try {
    const pid = await converse(path, '', ANSWER_LIMIT_MS);
    return ` (process ${pid.trim()})`;
  } catch (error) {
    if (isNobodyThere(error)) return undefined;
    // It hangs, or has too many callers at once: alive in either case.
    return ` (it does not answer: ${reasonOf(error)})`;
  }
}

/** Listens under another name first: the rename replaces a dead owner's socket in one step. */
async function listen(sockets: string, path: string): Promise<Server> {
  const server = createServer((line) => {
    line.on('error', () => line.destroy());
    line.end(`${process.pid}\n`);
  });
  const early = join(sockets, `o.${randomBytes(3).toString('hex')}`);
  server.listen(early);
  await once(server, 'listening');
  server.unref();
  await rename(early, path);
  return server;
}

/** The file goes first: once the server is closed, the name may be the next owner's. */
async function release(server: Server, path: string): Promise<void> {
  await rm(path, { force: true });
  server.close();
}

function inUse(place: Place, who: string): RedisServerFault {
  const sentence = `${place.named} is in use by another Hypercall${who}; stop it or choose another folder with HYPERCALL_FOLDER.`;
  return new RedisServerFault('folder-in-use', sentence);
}
