import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { startPrivateRedis } from '../src/store/server/private-redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Unix socket of a real Redis that all tests of a run share. */
    redisSocket: string;
    /** Where a fetched Redis lies, for tests that start servers of their own. */
    redisBinaries: string;
  }
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds what the tests with real processes start, and runs the Redis that the others share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await promisify(execFile)('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root });
  const binaries = join(root, '.hypercall', 'redis');
  const folder = await mkdtemp(join(tmpdir(), 'hypercall-tests-'));
  const report = (progress: string): void => void process.stderr.write(`${progress}\n`);
  const redis = await startPrivateRedis({
    folder,
    fsync: 'everysec',
    report,
    binaries,
    env: process.env,
  });
  project.provide('redisSocket', redis.socket);
  project.provide('redisBinaries', binaries);
  return async () => {
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
