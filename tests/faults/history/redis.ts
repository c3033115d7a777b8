import { setTimeout as pause } from 'node:timers/promises';
import { tell } from '../../../src/store/server/health.ts';
import { type PrivateRedis, startPrivateRedis } from '../../../src/store/server/private-redis.ts';

/** A Redis of the run's own, which it takes away and gives back. */
export interface FragileRedis {
  readonly socket: string;
  /** Ends it in an orderly way; its keeper starts it again after half a second. */
  restart(): Promise<void>;
  /** Ends it with SIGKILL; its keeper starts it again. */
  kill(): Promise<void>;
  /** Stops it for so long (milliseconds); what was asked meanwhile happens afterwards. */
  hang(ms: number): Promise<void>;
  stop(): Promise<void>;
}

/** With an append-only file on disk before each answer, so that a kill may lose nothing. */
export async function fragileRedis(folder: string, binaries: string): Promise<FragileRedis> {
  const redis: PrivateRedis = await startPrivateRedis({
    folder,
    fsync: 'always',
    report: () => {},
    binaries,
    env: process.env,
  });
  const { socket } = redis;
  const pid = async (): Promise<number> =>
    Number(/process_id:(\d+)/.exec(await tell(socket, 'INFO server'))?.[1] ?? 0);
  const signal = async (name: NodeJS.Signals): Promise<number> => {
    const found = await pid().catch(() => 0);
    if (found > 0) process.kill(found, name);
    return found;
  };
  return {
    socket,
    restart: async () => void (await tell(socket, 'SHUTDOWN').catch(() => '')),
    kill: async () => void (await signal('SIGKILL')),
    async hang(ms) {
      const found = await signal('SIGSTOP');
      await pause(ms);
      if (found > 0) process.kill(found, 'SIGCONT');
    },
    stop: () => redis.stop(),
  };
}
