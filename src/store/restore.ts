import type { Cluster, Redis } from 'ioredis';
import { type Instant, parseDay } from '../core/day.ts';
import { type CommunityId, communityId } from '../core/ids.ts';
import type { Store } from '../ports/store.ts';
import { type BackupEnd, type BackupHead, type BackupKey, keysUnder } from './backup.ts';
import { readOccurrence } from './rows.ts';

/** A backup that cannot be restored; the message says what to do. */
class RestoreFault extends Error {
  override name = 'RestoreFault';
}

export interface Restored {
  readonly keys: number;
  readonly dailies: number;
  /** When the backup was begun, ISO 8601: what happened since is lost. */
  readonly at: string;
}

const AT_ONCE = 200;

/** Opens the lines of a backup; called twice, since all of it is checked before anything is written. */
export type OpenLines = () => AsyncIterable<string>;

/**
 * Writes a backup under the prefix and lets its dailies go on from `now`: what was due by then becomes skipped, for
 * nobody knows whether it was posted since.
 *
 * @throws {RestoreFault} where the prefix has dailies, or the file is no whole backup; nothing is written then
 */
export async function restore(
  redis: Redis | Cluster,
  { store, prefix, now }: { readonly store: Store; readonly prefix: string; readonly now: Instant },
  open: OpenLines,
): Promise<Restored> {
  const head = await checked(open());
  await refuseOccupied(redis, prefix);
  const keys = await written(redis, prefix, open());
  const communities = new Set<CommunityId>();
  for await (const key of keysUnder(redis, prefix, '{*}:occurrences:*')) {
    const community = communityId.parse(/^\{([^}]+)\}/.exec(key)?.[1] ?? '');
    if (!community) continue;
    communities.add(community);
    await skipDue(redis, `${prefix}:${key}`, store, community, now);
  }
  for await (const key of keysUnder(redis, prefix, '{*}:dailies')) {
    const community = communityId.parse(/^\{([^}]+)\}/.exec(key)?.[1] ?? '');
    if (community) communities.add(community);
  }
  const counts = await Promise.all([...communities].map((each) => goOn(store, each, now)));
  return { keys, dailies: counts.reduce((sum, count) => sum + count, 0), at: head.at };
}

/** Reads all of it once. */
async function checked(lines: AsyncIterable<string>): Promise<BackupHead> {
  let head: BackupHead | undefined;
  let [keys, end] = [0, -1];
  for await (const line of linesIn(lines)) {
    if (!head) head = headOf(line);
    else if ('end' in line) end = line.keys;
    else keys += 1;
  }
  if (!head) throw new RestoreFault('This is no backup: give the file that `backup` wrote.');
  if (end !== keys) {
    throw new RestoreFault(
      `The backup is cut off after ${keys} keys: take an earlier one that is whole.`,
    );
  }
  return head;
}

type Line = Partial<BackupHead> & (BackupKey | BackupEnd);

/** From the head on: npm puts words of its own before it unless it is told to be silent. */
async function* linesIn(texts: AsyncIterable<string>): AsyncGenerator<Line> {
  let begun = false;
  for await (const text of texts) {
    begun ||= text.startsWith('{');
    if (begun) yield parsed(text);
  }
}

function parsed(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch (cause) {
    throw new RestoreFault('This is no backup: give the file that `backup` wrote.', { cause });
  }
}

function headOf({ hypercall, version, at = '' }: Line): BackupHead {
  if (hypercall !== 'backup') {
    throw new RestoreFault('This is no backup: give the file that `backup` wrote.');
  }
  if (version !== 1) {
    throw new RestoreFault(
      `The backup has the format ${version}, which this release cannot read: use the one that wrote it.`,
    );
  }
  return { hypercall, version, at };
}

async function refuseOccupied(redis: Redis | Cluster, prefix: string): Promise<void> {
  for await (const key of keysUnder(redis, prefix, '{*}:dailies')) {
    throw new RestoreFault(
      `Dailies stand under the prefix ${prefix} already (${key}): restore into an empty Redis, or under another HYPERCALL_REDIS_PREFIX.`,
    );
  }
}

/** How many keys it wrote. */
async function written(
  redis: Redis | Cluster,
  prefix: string,
  lines: AsyncIterable<string>,
): Promise<number> {
  const names = new Set<string>();
  let waiting: BackupKey[] = [];
  for await (const line of linesIn(lines)) {
    if (!('key' in line)) continue;
    names.add(line.key);
    waiting.push(line);
    if (waiting.length < AT_ONCE) continue;
    await write(redis, prefix, waiting);
    waiting = [];
  }
  await write(redis, prefix, waiting);
  return names.size;
}

/** By single commands: in a cluster they go to different nodes. */
async function write(
  redis: Redis | Cluster,
  prefix: string,
  keys: readonly BackupKey[],
): Promise<void> {
  try {
    await Promise.all(
      keys.map(({ key, dump, expiresAt }) => {
        const name = `${prefix}:${key}`;
        if (dump === null) return redis.del(name);
        const value = Buffer.from(dump, 'base64');
        return expiresAt === undefined
          ? redis.restore(name, 0, value, 'REPLACE')
          : redis.restore(name, expiresAt, value, 'REPLACE', 'ABSTTL');
      }),
    );
  } catch (cause) {
    const isOld = cause instanceof Error && cause.message.includes('payload version');
    if (!isOld) throw cause;
    throw new RestoreFault(
      'This Redis is older than the one of the backup: restore into one at least as new.',
      { cause },
    );
  }
}

async function skipDue(
  redis: Redis | Cluster,
  key: string,
  { ledger }: Store,
  community: CommunityId,
  now: Instant,
): Promise<void> {
  const rows = await redis.hgetall(key);
  for (const [day, text] of Object.entries(rows)) {
    if (!parseDay(day)) continue;
    const row = readOccurrence(text);
    const { state } = row;
    if (row.at > now || (state.kind !== 'pending' && state.kind !== 'sending')) continue;
    await ledger.skip(row, community, 'restored from a backup');
  }
}

/** Lets the dailies of a community go on from `now`; how many there are. */
async function goOn({ dailies }: Store, community: CommunityId, now: Instant): Promise<number> {
  const all = await dailies.list(community);
  for (const daily of all) {
    const changed = { ...daily, since: now, revision: daily.revision + 1 };
    if (!(await dailies.replace(daily, changed, null))) {
      throw new RestoreFault(
        'Somebody changed a daily meanwhile: stop the bot, empty Redis and restore again.',
      );
    }
  }
  return all.length;
}
