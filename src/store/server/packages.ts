/** One Debian package, as far as it matters here. */
export interface Package {
  readonly name: string;
  readonly version: string;
  /** Each dependency as its alternatives, without version limits. */
  readonly depends: readonly (readonly string[])[];
}

/** Programs of the same source, and shared libraries; the rest is for services and scripts. */
const FAMILY = /^(redis|valkey)-/;
const LIBRARY = /^(lib|lua)/;

/** Reads what `apt-cache show` prints. */
export function parsePackages(shown: string): Package[] {
  return shown.split(/\n\n+/).flatMap((stanza) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)`, 'm').exec(stanza)?.[1] ?? '';
    const name = field('Package');
    return name
      ? [{ name, version: field('Version'), depends: parseDepends(field('Depends')) }]
      : [];
  });
}

/** `libc6 (>= 2.34), libsystemd0 | libelogind0, lua5.1:any` */
function parseDepends(depends: string): string[][] {
  const nameOf = (text: string) => text.trim().replace(/[\s(:[].*/, '');
  const groups = depends.split(',').map((group) => group.split('|').map(nameOf).filter(Boolean));
  return groups.filter((group) => group.length > 0);
}

/** The names of installed packages and of what they provide, from `dpkg-query`'s lines. */
export function parseInstalled(listed: string): Set<string> {
  const lines = listed.split('\n').filter((line) => line.startsWith('installed '));
  return new Set(
    lines.flatMap((line) =>
      line
        .replace(/\([^)]*\)/g, '')
        .split(/[\s,]+/)
        .slice(1),
    ),
  );
}

/**
 * The server's package and what it needs and the system lacks.
 * Throws an error with the names when a needed package cannot be had.
 */
export async function neededPackages(
  server: string,
  installed: ReadonlySet<string>,
  show: (names: string[]) => Promise<Package[]>,
): Promise<string[]> {
  const needed = new Set<string>();
  for (let next = [server]; next.length > 0; ) {
    const found = await show(next);
    const missing = next.filter((name) => !found.some((one) => one.name === name));
    if (missing.length > 0) throw new Error(`no package ${missing.join(', ')}`);
    for (const name of next) needed.add(name);
    const lacking = found.flatMap((one) => lackingFor(one, installed));
    next = [...new Set(lacking)].filter((name) => !needed.has(name));
  }
  return [...needed];
}

/** Of alternatives none of which is installed, the packager's first choice. */
function lackingFor(one: Package, installed: ReadonlySet<string>): string[] {
  const lacking = one.depends.filter((group) => !group.some((name) => isHere(name, installed)));
  const first = lacking.flatMap((group) => group.slice(0, 1));
  return first.filter((name) => FAMILY.test(name) || LIBRARY.test(name));
}

/** An installed redis-tools does not count: its server is looked for beside the fetched one. */
function isHere(name: string, installed: ReadonlySet<string>): boolean {
  return !FAMILY.test(name) && installed.has(name);
}
