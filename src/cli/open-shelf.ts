import type { Shelf } from '../ports/shelf.ts';
import type { Settings } from '../settings/settings.ts';
import { makeConnection, type RedisTarget } from '../store/connection.ts';
import { createShelf } from '../store/shelf.ts';

interface OpenShelf {
  readonly shelf: Shelf;
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
    close: async () => connection.disconnect(),
  };
}
