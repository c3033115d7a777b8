import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Environment, which } from './binary.ts';
import { type Package, parseInstalled, parsePackages } from './packages.ts';

/** The distribution's package tools, reading the system's set-up and writing to a folder of ours. */
export interface Apt {
  /** Fetches the package lists. Throws when one cannot be had; the others are there then. */
  update(): Promise<void>;
  /** The installable version of each package; a name without one is left out. */
  show(names: string[]): Promise<Package[]>;
  installed(): Promise<Set<string>>;
  /** Downloads and checks packages, as files of `folder`. */
  download(names: string[], folder: string): Promise<void>;
  unpack(file: string, folder: string): Promise<void>;
}

/** The output of dpkg-query on a large system is about 1 MB. */
const MAX_OUTPUT_BYTES = 2 ** 26;
// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
const INSTALLED_LINE = '${db:Status-Status} ${Package} ${Provides}\\n';
const TOOLS = ['apt-get', 'apt-cache', 'dpkg', 'dpkg-query'] as const;

/**
 * Of the system's set-up, what an unprivileged and unattended fetch must not do: run hooks that
 * expect root, and download more kinds of lists (sources, contents, icons) than that of packages.
 */
const SETTINGS = `
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear Acquire::IndexTargets;
Acquire::IndexTargets::deb::Packages {
  MetaKey "$(COMPONENT)/binary-$(ARCHITECTURE)/Packages";
  flatMetaKey "Packages";
  ShortDescription "Packages";
  Description "$(RELEASE)/$(COMPONENT) $(ARCHITECTURE) Packages";
  flatDescription "$(RELEASE) Packages";
};
`;

/** The tools if `PATH` has them all; `scratch` is theirs alone, and `signal` ends what runs. */
export async function makeApt(
  environment: Environment,
  scratch: string,
  signal: AbortSignal,
): Promise<Apt | undefined> {
  const { PATH: path = '' } = environment;
  const [get, cache, dpkg, query] = await Promise.all(TOOLS.map((tool) => which(tool, path)));
  if (!get || !cache || !dpkg || !query) return undefined;
  const own = await ownSettings(scratch);
  const env = { ...environment, LC_ALL: 'C' };
  const run = async (command: string, args: string[], cwd = scratch) => {
    const options = { cwd, env, signal, maxBuffer: MAX_OUTPUT_BYTES };
    return (await promisify(execFile)(command, args, options)).stdout;
  };
  return {
    update: async () => void (await run(get, [...own, 'update'])),
    show: async (names) => {
      // It fails when it knows none of the names, and their absence says so already.
      const shown = await run(cache, [...own, 'show', ...names]).catch(() => '');
      return parsePackages(shown);
    },
    installed: async () => parseInstalled(await run(query, ['-W', '-f', INSTALLED_LINE])),
    download: async (names, folder) =>
      void (await run(get, [...own, 'download', ...names], folder)),
    unpack: async (file, folder) => void (await run(dpkg, ['-x', file, folder])),
  };
}

/** Arguments that keep apt's lists, caches and locks in `scratch`. */
async function ownSettings(scratch: string): Promise<string[]> {
  const folders = ['lists/partial', 'cache/archives/partial', 'state'];
  for (const folder of folders) await mkdir(join(scratch, folder), { recursive: true });
  const file = join(scratch, 'apt.conf');
  await writeFile(file, SETTINGS);
  const own = {
    'Dir::State': join(scratch, 'state'),
    'Dir::State::Lists': join(scratch, 'lists'),
    'Dir::Cache': join(scratch, 'cache'),
    'Dir::Cache::archives': join(scratch, 'cache/archives'),
    // The user that apt gives its rights up for cannot enter our folder.
    'APT::Sandbox::User': process.getuid?.() === 0 ? 'root' : '',
    'APT::Cache::AllVersions': 'false',
    // Or else lists that cannot be had are only a warning, and the reason is lost.
    'APT::Update::Error-Mode': 'any',
  };
  const options = Object.entries(own).filter(([, value]) => value);
  return ['-q', '-c', file, ...options.flatMap(([name, value]) => ['-o', `${name}=${value}`])];
}
