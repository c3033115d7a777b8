/** Which Redis an address names, and how to enter it. */
export type RedisTarget =
  | (Access & { readonly kind: 'single'; readonly node: RedisNode; readonly db: number })
  | (Access & {
      readonly kind: 'sentinel';
      /** The sentinels, at least one; user and password are the master's. */
      readonly nodes: readonly RedisNode[];
      readonly master: string;
      readonly db: number;
    })
  | (Access & {
      readonly kind: 'cluster';
      /** Where to ask for the others, at least one. */
      readonly nodes: readonly RedisNode[];
    });

interface RedisNode {
  /** A name or address; an IPv6 address without brackets. */
  readonly host: string;
  readonly port: number;
}

interface Access {
  readonly tls: boolean;
  readonly user: string | null;
  readonly password: string | null;
}

/** Thrown for text that is no Redis address. The message completes "REDIS_URL …" and shows nothing of the text. */
export class BadRedisAddress extends Error {
  override name = 'BadRedisAddress';
}

const FORMS =
  'must be redis://host:6379, redis+sentinel://host:26379,host:26379/<master name> or redis+cluster://host:6379,host:6379, with rediss for TLS';
const ADDRESS = /^(redis|rediss)(?:\+(sentinel|cluster))?:\/\/(?:([^/]*)@)?([^/@]+)(?:\/(.*))?$/s;
const NODE = /^(?:\[([0-9A-Fa-f:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/;

/**
 * `redis://…` one node, `redis+sentinel://h1,h2/<master>[/db]`, `redis+cluster://h1,h2`; each with `rediss` for TLS
 * and `user:password@` before the hosts, percent-encoded where they hold signs. Throws {@link BadRedisAddress}.
 */
export function redisTarget(url: string): RedisTarget {
  const [, scheme, kind, login, hosts = '', path = ''] = ADDRESS.exec(url.trim()) ?? [];
  if (scheme === undefined) throw new BadRedisAddress(FORMS);
  const access = { tls: scheme === 'rediss', ...loginOf(login) };
  const steps = path === '' ? [] : path.replace(/\/$/, '').split('/');
  if (kind === 'sentinel') return sentinel(access, hosts, steps);
  return kind === 'cluster' ? cluster(access, hosts, steps) : single(access, hosts, steps);
}

function single(access: Access, hosts: string, [db, ...rest]: string[]): RedisTarget {
  const [node, ...others] = nodesOf(hosts, 6379);
  if (others.length > 0) {
    throw new BadRedisAddress(
      'names several hosts; begin it with redis+cluster:// or redis+sentinel://',
    );
  }
  if (node === undefined || rest.length > 0) throw new BadRedisAddress(FORMS);
  return { kind: 'single', ...access, node, db: dbOf(db) };
}

function sentinel(access: Access, hosts: string, [name, db, ...rest]: string[]): RedisTarget {
  if (!name)
    throw new BadRedisAddress(
      'names no master; end it with /<master name>, as the sentinels know it',
    );
  if (rest.length > 0) throw new BadRedisAddress(FORMS);
  const nodes = nodesOf(hosts, 26_379);
  return { kind: 'sentinel', ...access, nodes, master: decoded(name), db: dbOf(db) };
}

function cluster(access: Access, hosts: string, [db, ...rest]: string[]): RedisTarget {
  if (dbOf(db) !== 0 || rest.length > 0) {
    throw new BadRedisAddress(
      'names a database, but a cluster has none; end it behind the last host',
    );
  }
  return { kind: 'cluster', ...access, nodes: nodesOf(hosts, 6379) };
}

function loginOf(login: string | undefined): Pick<Access, 'user' | 'password'> {
  if (login === undefined) return { user: null, password: null };
  const colon = login.indexOf(':');
  const [user, password] =
    colon < 0 ? [login, ''] : [login.slice(0, colon), login.slice(colon + 1)];
  return { user: decoded(user) || null, password: decoded(password) || null };
}

function nodesOf(hosts: string, port: number): RedisNode[] {
  return hosts.split(',').map((text) => {
    const [, ipv6, name, written] = NODE.exec(text.trim()) ?? [];
    const host = ipv6 ?? name;
    const number = written === undefined ? port : Number(written);
    if (host === undefined || number < 1 || number > 65_535) {
      throw new BadRedisAddress(
        'has a host or port that cannot be read; write host:port, and percent-encode / and @ in a password',
      );
    }
    return { host, port: number };
  });
}

function dbOf(text: string | undefined): number {
  if (text === undefined || text === '') return 0;
  if (!/^\d{1,4}$/.test(text))
    throw new BadRedisAddress('has a database that is no number; end it with /0, for example');
  return Number(text);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new BadRedisAddress('has a % that encodes nothing; write a percent sign as %25');
  }
}

/** The address as it may be shown: without user and password. */
export function maskedAddress(url: string): string {
  return url.trim().replace(/:\/\/.*@/s, '://***@');
}
