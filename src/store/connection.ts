import { Cluster, Redis, type RedisOptions } from 'ioredis';

interface Access {
  readonly tls: boolean;
  readonly user: string | null;
  readonly password: string | null;
}

interface Node {
  readonly host: string;
  readonly port: number;
}

/** Where the store lives. */
export type RedisTarget =
  | { readonly kind: 'socket'; readonly path: string }
  | ({ readonly kind: 'single'; readonly node: Node; readonly db: number } & Access)
  | ({
      readonly kind: 'sentinel';
      /** The sentinels. */
      readonly nodes: readonly Node[];
      readonly master: string;
      readonly db: number;
    } & Access)
  | ({ readonly kind: 'cluster'; readonly nodes: readonly Node[] } & Access);

/** A client of ioredis. */
export type Connection = Redis | Cluster;

/**
 * `ask` fails fast, because somebody waits for the answer; `wait` is patient, for workers that block on the
 * server and go on by themselves when it returns.
 */
export type Patience = 'ask' | 'wait';

/** Longest wait for one command that somebody waits for (milliseconds). */
const COMMAND_LIMIT = 2_000;
const LONGEST_PAUSE = 2_000;

function optionsFor(patience: Patience): RedisOptions {
  const both: RedisOptions = {
    retryStrategy: (times) => Math.min(times * 100, LONGEST_PAUSE),
    // After a failover the old master refuses writes: find the new one, and say the command again.
    reconnectOnError: (error) => (error.message.startsWith('READONLY') ? 2 : false),
    lazyConnect: true,
  };
  return patience === 'wait'
    ? { ...both, maxRetriesPerRequest: null }
    : {
        ...both,
        enableOfflineQueue: false,
        maxRetriesPerRequest: 1,
        commandTimeout: COMMAND_LIMIT,
      };
}

function accessOf({ user, password, tls }: Access): RedisOptions {
  return {
    ...(user === null ? {} : { username: user }),
    ...(password === null ? {} : { password }),
    ...(tls ? { tls: {} } : {}),
  };
}

function addressOf(target: Exclude<RedisTarget, { kind: 'cluster' }>): RedisOptions {
  switch (target.kind) {
    case 'socket':
      return { path: target.path };
    case 'single':
      return { ...accessOf(target), ...target.node, db: target.db };
    case 'sentinel': {
      const { nodes, master, db, tls } = target;
      const secured = tls ? { enableTLSForSentinelMode: true, sentinelTLS: {} } : {};
      return { ...accessOf(target), sentinels: [...nodes], name: master, db, ...secured };
    }
  }
}

/** A connection that is not open yet; `connect()` opens it, and it reopens itself from then on. */
export function makeConnection(target: RedisTarget, patience: Patience): Redis | Cluster {
  if (target.kind === 'cluster') return makeCluster(target, patience);
  const options: RedisOptions = { ...optionsFor(patience), ...addressOf(target) };
  // The overloads of ioredis refuse its own optional properties under exactOptionalPropertyTypes.
  return new Redis(options as RedisOptions & { replyMapping?: never });
}

function makeCluster(
  target: Extract<RedisTarget, { kind: 'cluster' }>,
  patience: Patience,
): Cluster {
  // ioredis leaves out what a node must not set; the mapping of replies stays the default.
  type NodeOptions = NonNullable<
    NonNullable<ConstructorParameters<typeof Cluster>[1]>['redisOptions']
  >;
  const redisOptions = { ...optionsFor(patience), ...accessOf(target) } as NodeOptions;
  const enableOfflineQueue = patience === 'wait';
  return new Cluster([...target.nodes], { lazyConnect: true, enableOfflineQueue, redisOptions });
}
