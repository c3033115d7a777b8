import { defineConfig } from 'vitest/config';

const project = (name: string, testTimeout = 5_000) => ({
  test: { name, include: [`tests/${name}/**/*.test.ts`], testTimeout, hookTimeout: 30_000 },
});

export default defineConfig({
  test: {
    globalSetup: ['tests/setup.ts'],
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/vitest.json' },
    projects: [
      project('unit', 15_000),
      project('contract', 15_000),
      project('redis', 30_000),
      project('conversations', 30_000),
      project('faults', 60_000),
    ],
    coverage: { provider: 'v8', include: ['src/core/**', 'src/chat/**'] },
  },
});
