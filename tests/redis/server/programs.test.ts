import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeSystem, howToGetRedis, noRedis } from '../../../src/store/server/advice.ts';
import {
  environmentFor,
  findOnPath,
  isNewEnough,
  parseVersion,
} from '../../../src/store/server/binary.ts';
import { fetchFromDebian } from '../../../src/store/server/fetch.ts';
import {
  neededPackages,
  type Package,
  parseInstalled,
  parsePackages,
} from '../../../src/store/server/packages.ts';
import { fakeTools, freshFolder, start } from './harness.ts';

const version = (line: string) => `echo "${line}"`;
const REDIS_6 = version('Redis server v=6.0.16 sha=00000000:0 malloc=jemalloc-5.2.1 bits=64');
const VALKEY_8 = version('Valkey server v=8.1.1 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64');

describe('the environment of a server', () => {
  it('holds nothing of ours: tokens are none of its business', () => {
    expect(environmentFor([])).toEqual({ LC_ALL: 'C' });
    expect(environmentFor(['/a', '/b'])).toEqual({ LC_ALL: 'C', LD_LIBRARY_PATH: '/a:/b' });
  });
});

describe('server programs', () => {
  it.each([
    ['Redis', '6.2.19', false],
    ['Redis', '7.0.0', true],
    ['Redis', '10.0.1', true],
    ['Redis', '5:7.0.15-1~deb12u10', true],
    ['Redis', '5:6.0.16-1+deb11u2', false],
    ['Redis', 'nonsense', false],
    ['Valkey', '7.1.9', false],
    ['Valkey', '7.2.5+dfsg1-2', true],
    ['Valkey', '8.0.0', true],
  ] as const)('%s %s is new enough: %s', (product, text, answer) => {
    expect(isNewEnough(product, text)).toBe(answer);
  });

  it('tells products apart by what they say', () => {
    expect(parseVersion('Redis server v=7.0.15 sha=0')).toEqual({
      product: 'Redis',
      version: '7.0.15',
    });
    expect(parseVersion('Valkey server v=8.1.1 sha=0')?.product).toBe('Valkey');
    expect(parseVersion('KeyDB server v=255.255.255')).toBeUndefined();
  });

  it('pass over an old Redis for a Valkey', async () => {
    const path = await fakeTools({ 'redis-server': REDIS_6, 'valkey-server': VALKEY_8 });
    expect(await findOnPath(path)).toEqual({
      binary: { command: join(path, 'valkey-server'), libraries: [] },
      passedOver: [`${join(path, 'redis-server')} is only Redis 6.0.16`],
    });
  });

  it('are never taken from a relative PATH entry', async () => {
    expect(await findOnPath(':.:bin')).toEqual({ passedOver: [] });
  });

  it('are missed with a sentence that names what was passed over', async () => {
    const path = await fakeTools({ 'redis-server': REDIS_6, 'valkey-server': 'exit 127' });
    const folder = await freshFolder();
    const refused = start(folder, { env: { PATH: path }, binaries: join(folder, 'none') });
    await expect(refused).rejects.toMatchObject({
      code: 'no-redis',
      message: expect.stringContaining(
        `No Redis 7 or Valkey 7.2 (or newer) was found on this machine (${path}/redis-server is only Redis 6.0.16, ${path}/valkey-server does not run); `,
      ),
    });
  });

  it('are missed with a sentence on an empty PATH without apt', async () => {
    const folder = await freshFolder();
    const refused = start(folder, { env: {}, binaries: join(folder, 'none') });
    await expect(refused).rejects.toMatchObject({
      code: 'no-redis',
      message: expect.stringMatching(/^No Redis 7 .* was found on this machine; .*REDIS_URL=.*\.$/),
    });
  });
});

describe('advice', () => {
  it.each([
    ['darwin', '', 'install one with `brew install redis`, or run `docker run '],
    ['linux', 'NAME="Fedora Linux"\nID=fedora\n', 'install one with `sudo dnf install valkey`'],
    ['linux', 'ID="rocky"\nID_LIKE="rhel centos fedora"', '`sudo dnf install valkey`'],
    ['linux', 'ID=linuxmint\nID_LIKE="ubuntu debian"', '`sudo apt-get install redis-server`'],
    ['linux', 'ID=nixos', 'run `docker run '],
    ['win32', '', 'start Hypercall in WSL, or run `docker run '],
  ] as const)('on %s with %j', (platform, osRelease, words) => {
    const system = describeSystem(platform, osRelease);
    expect(howToGetRedis(system)).toContain(words);
    expect(noRedis(system, [])).toMatch(/ and set REDIS_URL=redis:\/\/127\.0\.0\.1:6379\.$/);
  });
});

const SHOWN = `Package: redis-server
Version: 5:7.0.15-1~deb12u10
Depends: lsb-base (>= 3.2-14), redis-tools (= 5:7.0.15-1~deb12u10)
Pre-Depends: init-system-helpers (>= 1.54~)

Package: redis-tools
Version: 5:7.0.15-1~deb12u10
Depends: adduser, libjemalloc2 (>= 5.0), libsystemd0 | libelogind0, lua5.1:any, libabsent1
`;

describe('packages', () => {
  const shown = parsePackages(SHOWN);
  const show = (also: Package[]) => async (names: string[]) =>
    [...shown, ...also].filter(({ name }) => names.includes(name));
  const library = (name: string): Package => ({ name, version: '1', depends: [] });

  it('are read with their dependencies', () => {
    expect(shown.map(({ name }) => name)).toEqual(['redis-server', 'redis-tools']);
    expect(shown[1]?.depends).toEqual([
      ['adduser'],
      ['libjemalloc2'],
      ['libsystemd0', 'libelogind0'],
      ['lua5.1'],
      ['libabsent1'],
    ]);
  });

  it('are needed as far as the system lacks them or what they provide', async () => {
    const installed = parseInstalled(
      'installed libelogind0 \ninstalled libabsent1t64 libabsent1 (= 1.0), other\nconfig-files libjemalloc2 \ninstalled redis-tools \n',
    );
    const also = ['libjemalloc2', 'lua5.1'].map(library);
    expect(await neededPackages('redis-server', installed, show(also))).toEqual([
      'redis-server',
      'redis-tools',
      'libjemalloc2',
      'lua5.1',
    ]);
  });

  it('are named when the distribution does not have them', async () => {
    const also = ['libjemalloc2', 'libsystemd0', 'lua5.1'].map(library);
    const needed = neededPackages('redis-server', new Set(), show(also));
    await expect(needed).rejects.toThrow('no package libabsent1');
  });
});

describe('fetching', () => {
  const system = describeSystem('linux', 'NAME="Debian GNU/Linux"\nID=debian');
  const nothing = { dpkg: '', 'dpkg-query': '', 'apt-get': '', 'apt-cache': '' };
  const fetchWith = async (tools: Record<string, string>, into: string) => {
    const path = await fakeTools({ ...nothing, ...tools });
    return fetchFromDebian({ system, env: { PATH: path }, into, report: () => undefined });
  };

  it('leaves a release alone whose Redis is too old', async () => {
    const into = join(await freshFolder(), 'redis');
    const old = 'echo "Package: redis-server"; echo "Version: 5:6.0.16-1+deb11u2"';
    expect(await fetchWith({ 'apt-cache': old }, into)).toBeUndefined();
  });

  it("fails with apt's reason and leaves nothing behind", async () => {
    const folder = await freshFolder();
    const offline = 'echo "E: Failed to fetch x  Could not resolve host" >&2; exit 100';
    const failed = fetchWith({ 'apt-get': offline }, join(folder, 'redis'));
    await expect(failed).rejects.toMatchObject({
      code: 'fetch-failed',
      message: expect.stringContaining(
        'Fetching Redis from the packages of Debian GNU/Linux failed (Failed to fetch x  Could not resolve host); install one with `sudo apt-get install redis-server`, or ',
      ),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('trusts no program that does not run', async () => {
    const folder = await freshFolder();
    const tools = {
      'apt-cache': 'echo "Package: redis-server"; echo "Version: 7.0.15"',
      'apt-get': 'for last; do :; done; [ "$last" = update ] || : > redis.deb',
      dpkg: `/bin/mkdir -p "$3/usr/bin"; : > "$3/usr/bin/redis-server"; /bin/chmod 755 "$3/usr/bin/redis-server"`,
    };
    const failed = fetchWith(tools, join(folder, 'redis'));
    await expect(failed).rejects.toThrow(/usr\/bin\/redis-server does not run\)/);
    expect(await readdir(folder)).toEqual([]);
  });
});
