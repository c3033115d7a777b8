import { Cluster, type Redis } from 'ioredis';

/** What is wrong with a Redis server for this use: `refuse` loses data or cannot work, `warn` may lose some. */
export interface ServerProblem {
  readonly weight: 'refuse' | 'warn';
  /** One sentence with what to do. */
  readonly sentence: string;
}

type Info = Readonly<Record<string, string>>;

function readInfo(text: string): Info {
  const fields = text.split(/\r?\n/).flatMap((line) => {
    const at = line.indexOf(':');
    return at > 0 && !line.startsWith('#')
      ? [[line.slice(0, at), line.slice(at + 1)] as const]
      : [];
  });
  return Object.fromEntries(fields);
}

function versionProblem(info: Info): ServerProblem[] {
  const valkey = info['valkey_version'];
  const [name, version, least] = valkey
    ? ['Valkey', valkey, 7.2]
    : ['Redis', info['redis_version'] ?? '0', 7];
  const [major = '0', minor = '0'] = version.split('.');
  if (Number(major) + Number(minor) / 10 >= least) return [];
  const sentence = `${name} ${version} is too old: Hypercall needs Redis 7 or Valkey 7.2, or later.`;
  return [{ weight: 'refuse', sentence }];
}

function evictionProblem(info: Info): ServerProblem[] {
  const policy = info['maxmemory_policy'] ?? 'unknown';
  if (policy === 'noeviction') return [];
  const sentence =
    `Redis may throw data away (maxmemory-policy is ${policy}): ` +
    'set maxmemory-policy to noeviction, in redis.conf or with CONFIG SET.';
  return [{ weight: 'refuse', sentence }];
}

function persistenceProblem(info: Info, snapshots: string | null): ServerProblem[] {
  if (info['aof_enabled'] === '1') return [];
  const sentence = snapshots
    ? 'Redis keeps snapshots only, so a crash can lose minutes of answers: set appendonly to yes.'
    : 'Redis keeps nothing on disk, so a restart loses every streak: set appendonly to yes.';
  return [{ weight: 'warn', sentence }];
}

/** The `save` setting; null where the server does not tell (managed services refuse CONFIG). */
async function snapshotSetting(redis: Redis): Promise<string | null> {
  try {
    const reply = (await redis.config('GET', 'save')) as string[];
    return reply[1] ?? null;
  } catch {
    return null;
  }
}

/** Looks at version, eviction and persistence of the server at hand; any master speaks for its cluster. */
export async function checkServer(connection: Redis | Cluster): Promise<readonly ServerProblem[]> {
  const redis = connection instanceof Cluster ? connection.nodes('master')[0] : connection;
  if (!redis) return [];
  const info = readInfo(await redis.info());
  const snapshots = info['aof_enabled'] === '1' ? null : await snapshotSetting(redis);
  return [
    ...versionProblem(info),
    ...evictionProblem(info),
    ...persistenceProblem(info, snapshots),
  ];
}
