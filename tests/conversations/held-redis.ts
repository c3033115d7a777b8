import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RedisTarget } from '../../src/store/connection.ts';

/** The way to a real Redis, which can be held: what is said then arrives when it is let go. */
export interface HeldRedis {
  readonly target: RedisTarget;
  hold(): void;
  letGo(): void;
  isHeld(): boolean;
}

export async function heldRedis(socket: string): Promise<HeldRedis> {
  const path = join(tmpdir(), `held-${process.pid}-${process.hrtime.bigint()}.sock`);
  const clients = new Set<Socket>();
  let held = false;
  const server = createServer((client) => {
    const redis = connect(socket);
    clients.add(client);
    client.pipe(redis).pipe(client);
    if (held) client.pause();
    for (const end of [client, redis]) {
      end.on('error', () => {});
      end.on('close', () => {
        clients.delete(client);
        client.destroy();
        redis.destroy();
      });
    }
  });
  server.listen(path);
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const client of clients) client.destroy();
    server.close();
    await rm(path, { force: true });
  });
  return {
    target: { kind: 'socket', path },
    isHeld: () => held,
    hold() {
      held = true;
      for (const client of clients) client.pause();
    },
    letGo() {
      held = false;
      for (const client of clients) client.resume();
    },
  };
}
