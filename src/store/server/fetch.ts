import { lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { howToGetRedis, type System } from './advice.ts';
import { type Apt, makeApt } from './apt.ts';
import { type Binary, type Environment, findUnpacked, isNewEnough, PROGRAMS } from './binary.ts';
import { RedisServerFault, reasonOf } from './fault.ts';
import { neededPackages } from './packages.ts';

/** What a fetch needs: apt and its environment, and `into`, which will hold the unpacked packages. */
export interface FetchOptions {
  readonly system: System;
  readonly env: Environment;
  readonly into: string;
  readonly report: (progress: string) => void;
}

const FETCH_LIMIT_MS = 120_000;

/**
 * Fetches a server with the packages of Debian or Ubuntu into `into`, without root and without
 * changing the system. Returns undefined where there are no such packages or only too old ones.
 * A fetch broken off leaves `into` as it was. Throws `fetch-failed`, after 120 s at the latest.
 */
export async function fetchFromDebian(options: FetchOptions): Promise<Binary | undefined> {
  if (!options.system.family.some((id) => id === 'debian' || id === 'ubuntu')) return undefined;
  const scratch = await makeScratch(options.into);
  try {
    const apt = await makeApt(options.env, scratch, AbortSignal.timeout(FETCH_LIMIT_MS));
    return apt && (await fetchInto(options, apt, scratch));
  } catch (cause) {
    throw fetchFailed(options.system, cause);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function fetchInto(
  { system, into, report }: FetchOptions,
  apt: Apt,
  scratch: string,
): Promise<Binary | undefined> {
  report(`Fetching Redis from the packages of ${system.name} (once, 10 MB or more) …`);
  // A foreign source that is broken does not matter as long as the server's lists are there.
  const listsFault = await apt.update().catch((error: unknown) => error);
  const server = await serverPackage(apt);
  if (!server && listsFault) throw listsFault;
  if (!server) return undefined;
  const unpacked = await unpackServer(apt, server, scratch);
  await putInPlace(unpacked, into, scratch);
  const { binary } = await findUnpacked(into);
  report(`Redis is in ${into}.`);
  return binary;
}

async function serverPackage(apt: Apt): Promise<string | undefined> {
  const offered = await apt.show([...PROGRAMS]);
  const fit = offered.filter(({ name, version }) =>
    isNewEnough(name === 'valkey-server' ? 'Valkey' : 'Redis', version),
  );
  return PROGRAMS.find((name) => fit.some((one) => one.name === name));
}

async function unpackServer(apt: Apt, server: string, scratch: string): Promise<string> {
  const names = await neededPackages(server, await apt.installed(), apt.show);
  const [archives, unpacked] = [join(scratch, 'archives'), join(scratch, 'unpacked')];
  for (const folder of [archives, unpacked]) await mkdir(folder);
  await apt.download(names, archives);
  for (const file of await readdir(archives)) await apt.unpack(join(archives, file), unpacked);
  const { binary, passedOver } = await findUnpacked(unpacked);
  if (!binary) throw new Error(passedOver[0] ?? `${server} has no program`);
  return unpacked;
}

/** Replaces a copy that no longer runs; of two fetches at once, the first one stays. */
async function putInPlace(unpacked: string, into: string, scratch: string): Promise<void> {
  const { binary } = await findUnpacked(into);
  if (binary) return;
  await rename(into, join(scratch, 'broken')).catch(ignore('ENOENT'));
  await rename(unpacked, into).catch(ignore('ENOTEMPTY', 'EEXIST'));
}

function ignore(...reasons: string[]): (error: unknown) => void {
  return (error) => {
    if (!reasons.includes(reasonOf(error))) throw error;
  };
}

/** Beside `into`, so that the rename stays on one disk. Removes what killed fetches left. */
async function makeScratch(into: string): Promise<string> {
  const [parent, prefix] = [dirname(into), `${basename(into)}.fetch-`];
  await mkdir(parent, { recursive: true });
  const scratch = await mkdtemp(join(parent, prefix));
  const now = (await lstat(scratch)).mtimeMs;
  const others = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  for (const name of others) {
    const made = await lstat(join(parent, name)).catch(() => undefined);
    const isDead = made && now - made.birthtimeMs > 2 * FETCH_LIMIT_MS;
    if (isDead) await rm(join(parent, name), { recursive: true, force: true });
  }
  return scratch;
}

function fetchFailed(system: System, cause: unknown): RedisServerFault {
  const sentence = `Fetching Redis from the packages of ${system.name} failed (${whyOf(cause)}); ${howToGetRedis(system)}.`;
  return new RedisServerFault('fetch-failed', sentence, { cause });
}

/** apt's first error line names the cause, the later ones its consequences. */
function whyOf(error: unknown): string {
  if (reasonOf(error) === 'ABORT_ERR') return `not done after ${FETCH_LIMIT_MS / 1000} s`;
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  const first = said.split('\n').find((line) => line.startsWith('E: '));
  return first?.slice('E: '.length).trim() ?? reasonOf(error);
}
