import { defineConfig } from 'vitest/config';

/** The tests that judge the rules, without a Redis: each mutant of `src/core` runs against them. */
export default defineConfig({
  test: {
    include: ['tests/unit/core/**/*.test.ts', 'tests/unit/wording/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
