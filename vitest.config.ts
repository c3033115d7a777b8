import { defineConfig } from 'vitest/config';

/** The tests of a folder, in a random order and on a machine that stands in some `zone`: neither may matter. */
const project = (name: string, zone: string, testTimeout: number) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    env: { TZ: zone },
    sequence: { shuffle: { tests: true } },
    testTimeout,
    hookTimeout: 30_000,
  },
});

export default defineConfig({
  test: {
    globalSetup: ['tests/setup.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/vitest.json' },
    projects: [
      project('unit', 'America/St_Johns', 15_000),
      project('contract', 'Pacific/Apia', 15_000),
      project('redis', 'UTC', 30_000),
      project('conversations', 'Pacific/Apia', 30_000),
      project('faults', 'America/St_Johns', 60_000),
    ],
    coverage: { provider: 'v8', include: ['src/core/**', 'src/chat/**'] },
  },
});
