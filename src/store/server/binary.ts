import { execFile } from 'node:child_process';
import { access, constants, readdir } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { promisify } from 'node:util';

/** A server program that has shown its version, so that it runs on this machine. */
export interface Binary {
  readonly command: string;
  /** Folders for `LD_LIBRARY_PATH`; none for a program of the system. */
  readonly libraries: readonly string[];
}

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A search's result; `passedOver` names what was found and cannot be used. */
export interface Search {
  readonly binary?: Binary;
  readonly passedOver: readonly string[];
}

/** The programs looked for, the preferred one first. */
export const PROGRAMS = ['redis-server', 'valkey-server'] as const;
/** The lowest versions that Hypercall's scripts and BullMQ run on, as [major, minor]. */
const LOWEST = { Redis: [7, 0], Valkey: [7, 2] } as const;
const VERSION_LIMIT_MS = 5_000;

/** Whether a server of this product and version (`7.0.15`, Debian's `5:7.0.15-1`) will do. */
export function isNewEnough(product: 'Redis' | 'Valkey', version: string): boolean {
  const [, major, minor] = /^(?:\d+:)?(\d+)\.(\d+)/.exec(version) ?? [];
  const [lowestMajor, lowestMinor] = LOWEST[product];
  if (Number(major) !== lowestMajor) return Number(major) > lowestMajor;
  return Number(minor) >= lowestMinor;
}

/** Reads what `--version` says; undefined for anything that is neither Redis nor Valkey. */
export function parseVersion(
  said: string,
): { product: 'Redis' | 'Valkey'; version: string } | undefined {
  const [, product, version] = /^(Redis|Valkey) server v=(\d+\.\d+\.\d+)/m.exec(said) ?? [];
  if (!version) return undefined;
  return { product: product === 'Valkey' ? 'Valkey' : 'Redis', version };
}

/** Looks through `path` (as in `PATH`; relative entries are not trusted). */
export async function findOnPath(path: string): Promise<Search> {
  const passedOver: string[] = [];
  for (const name of PROGRAMS) {
    const command = await which(name, path);
    if (!command) continue;
    const unfit = await unfitness(command, []);
    if (!unfit) return { binary: { command, libraries: [] }, passedOver };
    passedOver.push(unfit);
  }
  return { passedOver };
}

/** Looks into a folder that Debian packages were unpacked to. */
export async function findUnpacked(folder: string): Promise<Search> {
  const bin = join(folder, 'usr/bin');
  const libraries = await libraryFolders(folder);
  for (const name of PROGRAMS) {
    const command = await which(name, bin);
    if (!command) continue;
    const unfit = await unfitness(command, libraries);
    return unfit ? { passedOver: [unfit] } : { binary: { command, libraries }, passedOver: [] };
  }
  return { passedOver: [] };
}

/** Debian keeps libraries in folders named for the architecture (`x86_64-linux-gnu`). */
async function libraryFolders(folder: string): Promise<string[]> {
  const parents = ['usr/lib', 'lib'].map((name) => join(folder, name));
  const found = parents.map(async (parent) => {
    const inside = await readdir(parent, { withFileTypes: true }).catch(() => []);
    return inside.filter((entry) => entry.isDirectory()).map((entry) => join(parent, entry.name));
  });
  return (await Promise.all(found)).flat().filter((name) => name.includes('-linux-'));
}

/** The first executable of that name on `path`. */
export async function which(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(isAbsolute)) {
    const command = join(folder, name);
    const isThere = await access(command, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return command;
  }
  return undefined;
}

/** All that a server needs to run; our own environment, with its tokens, is none of its business. */
export function environmentFor(libraries: readonly string[]): NodeJS.ProcessEnv {
  const plain = { LC_ALL: 'C' };
  return libraries.length > 0 ? { ...plain, LD_LIBRARY_PATH: libraries.join(':') } : plain;
}

/** Why the program cannot be used, or undefined if it can. */
async function unfitness(command: string, libraries: string[]): Promise<string | undefined> {
  const run = promisify(execFile)(command, ['--version'], {
    env: environmentFor(libraries),
    timeout: VERSION_LIMIT_MS,
  });
  const said = await run.then(({ stdout }) => parseVersion(stdout)).catch(() => undefined);
  if (!said) return `${command} does not run`;
  const { product, version } = said;
  return isNewEnough(product, version) ? undefined : `${command} is only ${product} ${version}`;
}
