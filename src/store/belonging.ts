import type { Instant } from '../core/day.ts';
import type { CommunityId } from '../core/ids.ts';
import type { Belonging, Place } from '../ports/belonging.ts';
import { keysUnder } from './backup.ts';
import { type Database, scriptNamed } from './database.ts';
import { BELONGING_ENTRY } from './rows.ts';
import type { Wake } from './wake.ts';

/** Keys that are deleted with one command. */
const AT_ONCE = 200;

function writePlace(place: Place): string {
  const { kind, at } = place;
  return kind === 'removed' ? `${kind} ${at} ${place.forgetAt}` : `${kind} ${at}`;
}

function readPlace(text: string): Place {
  const [kind, at, forgetAt] = text.split(' ');
  if (kind === 'removed') return { kind, at: Number(at), forgetAt: Number(forgetAt) };
  return { kind: kind as 'returned' | 'forgetting', at: Number(at) };
}

/** The bot's place in each community that it was removed from, and the end of what it kept there. */
export function createBelonging(db: Database, wake: Wake, prefix: string): Belonging {
  const tellBelonging = scriptNamed('tell-belonging');
  const settleBelonging = scriptNamed('settle-belonging');
  const keysOf = (community: CommunityId): [string, string] => [
    db.key(community, 'belonging'),
    db.key(community, 'due'),
  ];

  async function tell(community: CommunityId, place: Place): Promise<boolean> {
    const args = [place.kind, place.at, writePlace(place), BELONGING_ENTRY];
    const isNew = (await db.run(tellBelonging, keysOf(community), args)) === 1;
    if (isNew) await wake.by(community, place.at);
    return isNew;
  }

  async function settle(
    community: CommunityId,
    read: Place,
    to: Place,
    next: Instant | null,
  ): Promise<boolean> {
    const args = [writePlace(read), writePlace(to), BELONGING_ENTRY, next ?? ''];
    const isDone = (await db.run(settleBelonging, keysOf(community), args)) === 1;
    if (isDone && next !== null) await wake.by(community, next);
    return isDone;
  }

  /** All but the two keys that say that there is more to delete. */
  async function deleteRest(community: CommunityId): Promise<void> {
    const kept = keysOf(community);
    let waiting: string[] = [];
    const flush = async (): Promise<void> => {
      const names = waiting;
      waiting = [];
      if (names.length > 0) await db.ask((redis) => redis.unlink(...names));
    };
    const names = await db.ask(async (redis) => keysUnder(redis, prefix, `{${community}}:*`));
    for await (const name of names) {
      const key = `${prefix}:${name}`;
      if (!kept.includes(key)) waiting.push(key);
      if (waiting.length >= AT_ONCE) await flush();
    }
    await flush();
  }

  return {
    async place(community) {
      const text = await db.ask((redis) => redis.get(db.key(community, 'belonging')));
      return text === null ? null : readPlace(text);
    },
    removed: (community, at, forgetAt) => tell(community, { kind: 'removed', at, forgetAt }),
    returned: (community, at) => tell(community, { kind: 'returned', at }),
    async settled(community, read, next) {
      await settle(community, read, read, next);
    },
    async forget(community, read) {
      const forgetting: Place = { kind: 'forgetting', at: read.at };
      if (!(await settle(community, read, forgetting, read.at))) return false;
      await deleteRest(community);
      await db.ask((redis) => redis.unlink(...keysOf(community)));
      await wake.forget(community);
      return true;
    },
  };
}
