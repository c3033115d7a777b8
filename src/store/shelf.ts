import { randomUUID } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import type { Shelf } from '../ports/shelf.ts';
import { openDatabase, scriptNamed } from './database.ts';

/** The shelf on a connected Redis; each name is a key of its own, outside every community. */
export function createShelf(redis: Redis | Cluster, prefix: string): Shelf {
  const db = openDatabase(redis, prefix);
  const releaseClaim = scriptNamed('release-claim');
  const key = (name: string): string => `${prefix}:shelf:${name}`;
  return {
    get: (name) => db.ask((client) => client.get(key(name))),
    async put(name, text) {
      await db.ask((client) => client.set(key(name), text));
    },
    async remove(name) {
      await db.ask((client) => client.del(key(name)));
    },
    async claim(name, forMs) {
      const token = randomUUID();
      const at = key(`claim:${name}`);
      const isOurs = await db.ask((client) => client.set(at, token, 'PX', forMs, 'NX'));
      if (isOurs !== 'OK') return null;
      return { release: async () => void (await db.run(releaseClaim, [at], [token])) };
    },
  };
}
