/** How a person installs a server, by the `ID` or `ID_LIKE` of their system. */
const INSTALL: Readonly<Record<string, string>> = {
  darwin: 'brew install redis',
  debian: 'sudo apt-get install redis-server',
  ubuntu: 'sudo apt-get install redis-server',
  fedora: 'sudo dnf install valkey',
  rhel: 'sudo dnf install valkey',
  arch: 'sudo pacman -S valkey',
  alpine: 'sudo apk add redis',
};

const DOCKER =
  'run `docker run -d --name hypercall-redis -p 127.0.0.1:6379:6379 -v hypercall-redis:/data redis:8 redis-server --appendonly yes --appendfsync always --maxmemory-policy noeviction` and set REDIS_URL=redis://127.0.0.1:6379';

/** The operating system, as far as advice and packages need to know it. */
export interface System {
  readonly platform: NodeJS.Platform;
  /** What the distribution calls itself (`Debian GNU/Linux`); empty elsewhere. */
  readonly name: string;
  /** `ID` and `ID_LIKE` of /etc/os-release, the closest first; empty elsewhere. */
  readonly family: readonly string[];
}

/** Reads the text of an /etc/os-release; an empty text will do. */
export function describeSystem(platform: NodeJS.Platform, osRelease: string): System {
  const field = (name: string) =>
    new RegExp(`^${name}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
  const family = `${field('ID')} ${field('ID_LIKE')}`.split(' ').filter(Boolean);
  return { platform, name: field('NAME'), family };
}

/** Half a sentence: what a person on this system can do to have a Redis. */
export function howToGetRedis({ platform, family }: System): string {
  if (platform === 'win32') return `start Hypercall in WSL, or ${DOCKER}`;
  const command = [platform, ...family].map((id) => INSTALL[id]).find(Boolean);
  return command ? `install one with \`${command}\`, or ${DOCKER}` : DOCKER;
}

/** The sentence for a machine without a usable server. */
export function noRedis(system: System, passedOver: readonly string[]): string {
  const found = passedOver.length ? ` (${passedOver.join(', ')})` : '';
  return `No Redis 7 or Valkey 7.2 (or newer) was found on this machine${found}; ${howToGetRedis(system)}.`;
}
