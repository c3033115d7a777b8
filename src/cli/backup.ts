import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { backupLines } from '../store/backup.ts';
import { type Connection, makeConnection } from '../store/connection.ts';
import { createStore } from '../store/index.ts';
import { restore } from '../store/restore.ts';
import { ownerOf } from '../store/server/private-redis.ts';
import { movableClock } from './movable-clock.ts';
import { isTerminalAlone } from './platforms.ts';
import { findRedis } from './redis.ts';
import { Sentence } from './sentence.ts';
import { readSettings } from './settings.ts';

/** `backup`: everything that is kept, on standard output. */
export async function backup(): Promise<string> {
  if (process.stdout.isTTY) throw new Sentence('Write `backup > file`: it is long.');
  return onRedis(async (redis, prefix) => {
    const lines = Readable.from(backupLines(redis, prefix, new Date()));
    await pipeline(lines, process.stdout, { end: false });
    return '';
  });
}

/** `restore <file>`: into a Redis without dailies, while no bot runs on it. */
export async function restoreFile([file, ...more]: readonly string[]): Promise<string> {
  if (file === undefined || more.length > 0) throw new Sentence('Write `restore <file>`.');
  await access(file).catch((cause) => {
    throw new Sentence(`${file} cannot be read: check its path and rights.`, cause);
  });
  const settings = readSettings(process.env);
  const { folder } = settings;
  const clock = isTerminalAlone(settings) ? movableClock(folder) : { now: () => Date.now() };
  const pid = await ownerOf(folder);
  if (pid !== null) {
    throw new Sentence(`Process ${pid} runs on ${folder}: stop it before you restore.`);
  }
  return onRedis(async (redis, prefix) => {
    const store = createStore({ redis, prefix, makeSecret: () => '' });
    const options = { store, prefix, now: clock.now() };
    const restored = await restore(redis, options, () =>
      createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }),
    );
    const dailies = `${restored.dailies} ${restored.dailies === 1 ? 'daily' : 'dailies'}`;
    return `${restored.keys} keys and ${dailies} are back as they stood on ${restored.at}; what came later is lost. Questions that were due until now are skipped.\n`;
  });
}

async function onRedis(
  act: (redis: Connection, prefix: string) => Promise<string>,
): Promise<string> {
  const settings = readSettings(process.env);
  const found = await findRedis(settings, (line) => void process.stderr.write(`${line}\n`));
  const redis = makeConnection(found.target, 'wait');
  try {
    await redis.connect();
    return await act(redis, settings.redis.prefix);
  } finally {
    redis.disconnect();
    await found.stop();
  }
}
