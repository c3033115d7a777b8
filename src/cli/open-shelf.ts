import type { Shelf } from '../ports/shelf.ts';
import type { Turns } from '../ports/turns.ts';
import type { Settings } from '../settings/settings.ts';
import { makeConnection, type RedisTarget } from '../store/connection.ts';
import { createShelf } from '../store/shelf.ts';
import { createTurns } from '../store/turns.ts';

interface OpenShelf {
  readonly shelf: Shelf;
  readonly turns: Turns;
  close(): Promise<void>;
}

/** What a platform keeps in the store for itself, on a connection of its own. */
export async function openShelf(
  { redis: { prefix } }: Settings,
  redis: RedisTarget,
  platform: string,
  report: (doing: string, cause: unknown) => void,
): Promise<OpenShelf> {
  const connection = makeConnection(redis, 'ask');
  connection.on('error', (cause) => report(`talking to Redis for ${platform}`, cause));
  await connection.connect();
  return {
    shelf: createShelf(connection, prefix),
    turns: createTurns(connection, prefix),
    close: async () => connection.disconnect(),
  };
}
