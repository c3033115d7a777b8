import { Cluster, type Redis } from 'ioredis';

/** The first line of a backup. */
export interface BackupHead {
  readonly hypercall: 'backup';
  readonly version: 1;
  /** When it was begun, ISO 8601. */
  readonly at: string;
}

/** A key of the backup, without the prefix. Lines further down replace earlier ones of the same key. */
export interface BackupKey {
  readonly key: string;
  /** What DUMP gives, in base64; null where the key went while the backup was made. */
  readonly dump: string | null;
  /** Milliseconds since 1970; absent where it never expires. */
  readonly expiresAt?: number;
}

/** The last line: a file without it was cut off. */
export interface BackupEnd {
  readonly end: true;
  /** Lines of keys. */
  readonly keys: number;
}

type Line = BackupHead | BackupKey | BackupEnd;

/** What is looked up in one round trip. */
const SCANNED = 1_000;
/** Keys that came while the others were read bring their community back; not for ever. */
const MOST_PASSES = 5;

/**
 * Everything under the prefix but the queues, which begin with a brace: JSON, one line each, in no order. Each
 * community is read in one atomic step, as it stands at some moment while the backup runs.
 *
 * @throws where Redis goes away: what was written until then has no last line
 */
export async function* backupLines(
  redis: Redis | Cluster,
  prefix: string,
  at: Date,
): AsyncGenerator<string> {
  yield line({ hypercall: 'backup', version: 1, at: at.toISOString() });
  const known = new Map<string, Set<string>>();
  let keys = 0;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const fresh = await newTags(redis, prefix, known);
    if (fresh.size === 0) break;
    for (const tag of fresh) {
      for (const entry of await dumped(redis, prefix, [...(known.get(tag) ?? [])])) {
        keys += 1;
        yield line(entry);
      }
    }
  }
  yield line({ end: true, keys });
}

const line = (value: Line): string => `${JSON.stringify(value)}\n`;

/** The community that a key belongs to; a key outside all of them stands for itself. */
const tagOf = (key: string): string => /^\{[^}]+\}/.exec(key)?.[0] ?? key;

/** Adds the keys that are not known yet to their communities; the communities that have such. */
async function newTags(
  redis: Redis | Cluster,
  prefix: string,
  known: Map<string, Set<string>>,
): Promise<ReadonlySet<string>> {
  const tags = new Set<string>();
  for await (const key of keysUnder(redis, prefix)) {
    const tag = tagOf(key);
    const names = known.get(tag) ?? new Set();
    known.set(tag, names);
    if (names.size < names.add(key).size) tags.add(tag);
  }
  return tags;
}

/** The names of all keys under the prefix, without it; some may come twice. */
export async function* keysUnder(
  redis: Redis | Cluster,
  prefix: string,
  pattern = '*',
): AsyncGenerator<string> {
  const nodes = redis instanceof Cluster ? redis.nodes('master') : [redis];
  for (const node of nodes) {
    let cursor = '0';
    do {
      const match = `${prefix}:${pattern}`;
      const [next, keys] = await node.scan(cursor, 'MATCH', match, 'COUNT', SCANNED);
      for (const key of keys) yield key.slice(prefix.length + 1);
      cursor = next;
    } while (cursor !== '0');
  }
}

async function dumped(
  redis: Redis | Cluster,
  prefix: string,
  names: readonly string[],
): Promise<BackupKey[]> {
  const block = redis.multi();
  for (const name of names) {
    block.dumpBuffer(`${prefix}:${name}`);
    block.pexpiretime(`${prefix}:${name}`);
  }
  const replies = (await block.exec()) ?? [];
  return names.map((key, at) => {
    const dump = replyOf<Buffer | null>(replies[2 * at]);
    const expiresAt = replyOf<number>(replies[2 * at + 1]);
    return {
      key,
      dump: dump?.toString('base64') ?? null,
      ...(expiresAt > 0 ? { expiresAt } : {}),
    };
  });
}

function replyOf<Reply>(reply: [Error | null, unknown] | undefined): Reply {
  if (!reply || reply[0]) throw new Error('Redis did not give a key', { cause: reply?.[0] });
  return reply[1] as Reply;
}
